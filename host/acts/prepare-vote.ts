/** Prepares a vote: what is voted on, in which turn, by which rule. From here on the rule is fixed. */
import type { Payload } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { allVotes } from '#db/queries/room.ts'
import type { VotesView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn, type Room } from '../room.ts'
import { demandVoteRule, latestVotes, votesOf } from '../views/votes.ts'

type Prepared = Pick<Payload<'vote.prepared'>, 'packets' | 'maxYes' | 'places' | 'purpose' | 'reason'>

/** @throws Refused `not-adopted`, `wrong-stage`, `vote-open`, `vote-again-needs-reason`, `unknown-packet`. */
export function prepareVote(ctx: Ctx, input: Prepared & { round: string }): VotesView {
  const { round, ...wanted } = input
  const room = enter(ctx, round)
  decide(ctx, room, [preparation(ctx, room, wanted)], ['votes', 'round'])
  return votesOf(enter(ctx, round))
}

/** The decision that prepares a vote. */
export function preparation(ctx: Ctx, room: Room, wanted: Prepared) {
  const { lang } = ctx.caller
  for (const packet of wanted.packets) packetIn(room, packet)
  const rule = demandVoteRule(room, lang)
  demandStage(room, 'vote', lang)
  const { votes } = votesOf(room)
  const running = votes.find(({ state }) => state === 'open' || state === 'prepared')
  if (running) refuse('vote-open', { packet: running.workshop })
  const packets = [...new Set(wanted.packets)]
  for (const packet of packets) {
    const view = votes.find((vote) => vote.packet === packet) ?? refuse('unknown-packet', { packet })
    const again = view.state === 'closed'
    if (again && wanted.reason.trim() === '') refuse('vote-again-needs-reason', { packet: view.workshop })
  }
  const known = latestVotes(allVotes(room.file))
  const turn = Math.max(0, ...packets.map((packet) => known.get(packet)?.turn ?? 0)) + 1
  return {
    kind: 'vote.prepared' as const,
    by: actorOf(ctx),
    subject: packets[0] ?? room.id,
    payload: {
      ...wanted,
      packets,
      turn,
      purpose: turn > 1 && wanted.purpose === 'first' ? ('repeat' as const) : wanted.purpose,
      rule,
    },
  }
}

/** Takes back a vote that was prepared and not opened. @throws Refused `vote-not-prepared`, `unknown-packet`. */
export function withdrawVote(ctx: Ctx, input: { round: string; packet: string; reason: string }): VotesView {
  const room = enter(ctx, input.round)
  packetIn(room, input.packet)
  const vote = latestVotes(allVotes(room.file)).get(input.packet)
  if (vote?.state !== 'prepared') {
    return refuse('vote-not-prepared', {
      packet: votesOf(room).votes.find(({ packet }) => packet === input.packet)?.workshop ?? input.packet,
    })
  }
  const { list, turn } = vote
  const payload = { packets: list, turn, reason: input.reason }
  decide(ctx, room, [{ kind: 'vote.withdrawn', by: actorOf(ctx), subject: input.packet, payload }], ['votes', 'round'])
  return votesOf(enter(ctx, input.round))
}
