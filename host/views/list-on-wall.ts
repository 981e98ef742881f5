/** A ballot of several applications as the room sees it: what each needs, who has voted on it, and once published, who is chosen. */
import { text } from '#core/lang.ts'
import type { VoteView, WallView } from '../api/shapes.ts'

type OnWall = NonNullable<WallView['list']>

/** Null for a vote on one application alone. While ballots are read out, one application after the other is shown instead. */
export function listOnWall(votes: readonly VoteView[], vote: VoteView, names: boolean): OnWall | null {
  const { list } = vote
  if (list === null || (vote.state === 'closed' && vote.publishedAt === null)) return null
  const together = votes.filter(({ packet }) => list.packets.includes(packet))
  const seats = mergedSeats(together, names)
  return {
    lines: together.map(({ no, workshop, recused, present, needed, tally }) => ({
      ...{ no, workshop, recused, present, needed },
      for: tally?.for ?? null,
      outcome: tally ? outcomeOf(tally) : null,
      passed: tally?.passed === true,
    })),
    seats,
    voted: seats.filter(({ state }) => state === 'voted').length,
    of: seats.filter(({ state }) => state === 'voted' || state === 'waiting').length,
  }
}

function outcomeOf({ passed, tied }: NonNullable<VoteView['tally']>) {
  if (passed) return text('通过', 'passed')
  return tied ? text('末位并列', 'level at the last place') : text('未通过', 'not passed')
}

const strongest = ['voted', 'waiting', 'absent', 'recused'] as const

/** Somebody recused from one of them still votes on the others: recused is who has nothing to vote on. */
function mergedSeats(together: readonly VoteView[], names: boolean): OnWall['seats'] {
  const bySeat = Map.groupBy(
    together.flatMap(({ ballots }) => ballots),
    ({ seat }) => seat,
  )
  return [...bySeat]
    .toSorted(([a], [b]) => a - b)
    .map(([seat, own]) => ({
      seat,
      name: names ? (own[0]?.name ?? '') : '',
      state: strongest.find((state) => own.some((ballot) => ballot.state === state)) ?? 'recused',
    }))
}
