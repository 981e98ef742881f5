/** The named votes anew, from the ballots alone. */
import type { Payload } from '../ledger/kinds.ts'
import { isRefusal } from '../refusal.ts'
import { listOutcome } from '../vote/list.ts'
import { needed, type Tally, tally } from '../vote/tally.ts'

type Prepared = Payload<'vote.prepared'>
type Vote = Pick<Prepared, 'packets' | 'turn' | 'places' | 'rule'> & {
  readonly entitled: readonly string[]
  readonly recused: readonly string[]
  readonly absent: readonly string[]
  readonly closed: boolean
}
type Choice = Payload<'ballot.cast'>['choice']

/** Every vote of a round: by packet and turn, and the ballots of each. */
export type Votes = { readonly votes: Map<string, Vote>; readonly ballots: Map<string, Map<string, Choice>> }

const keyOf = (packet: string, turn: number) => `${packet}/${turn}`

/** A box without votes. */
export function emptyVotes(): Votes {
  return { votes: new Map(), ballots: new Map() }
}

/** What each kind of entry does to the votes. */
export const voteReaders = {
  'vote.prepared': (box: Votes, { packets, turn = 1, places, rule }: Prepared) => {
    const fresh = { packets, turn, places, rule, entitled: [], recused: [], absent: [], closed: false }
    for (const packet of packets) if (!box.votes.has(keyOf(packet, turn))) box.votes.set(keyOf(packet, turn), fresh)
  },
  'vote.withdrawn': (box: Votes, { packets, turn }: Payload<'vote.withdrawn'>) => {
    for (const packet of packets) box.votes.delete(keyOf(packet, turn))
  },
  'vote.opened': (box: Votes, { packet, turn = 1, entitled, recused }: Payload<'vote.opened'>) =>
    change(box, packet, turn, { entitled, recused }),
  'vote.closed': (box: Votes, { packet, turn = 1, absent }: Payload<'vote.closed'>) =>
    change(box, packet, turn, { absent, closed: true }),
  'ballot.cast': (box: Votes, { packet, turn = 1, expert, choice }: Payload<'ballot.cast'>) => {
    const known = box.ballots.get(keyOf(packet, turn)) ?? new Map<string, Choice>()
    box.ballots.set(keyOf(packet, turn), known.set(expert, choice))
  },
}

function change({ votes }: Votes, packet: string, turn: number, what: Partial<Vote>): void {
  const known = votes.get(keyOf(packet, turn))
  if (known) votes.set(keyOf(packet, turn), { ...known, ...what })
}

/** The vote that counts for an application: the one of the latest turn. */
function latest({ votes }: Votes, packet: string): Vote | undefined {
  const turns = [...votes].filter(([key]) => key.startsWith(`${packet}/`)).map(([, vote]) => vote)
  return turns.toSorted((a, b) => a.turn - b.turn).at(-1)
}

function votesFor({ ballots }: Votes, packet: string, turn: number, choice: Choice): number {
  return [...(ballots.get(keyOf(packet, turn))?.values() ?? [])].filter((one) => one === choice).length
}

function count(box: Votes, packet: string, turn: number): Tally | null {
  const vote = box.votes.get(keyOf(packet, turn))
  if (!vote?.closed) return null
  const { quorum, abstention, ...threshold } = vote.rule
  const cast = (choice: Choice) => votesFor(box, packet, turn, choice)
  const answer = tally({
    appointed: vote.entitled.length + vote.recused.length,
    recused: vote.recused.length,
    absent: vote.absent.length,
    for: cast('for'),
    against: cast('against'),
    abstain: cast('abstain'),
    threshold,
    abstention,
    ...(quorum && { quorum }),
  })
  return isRefusal(answer) ? null : answer
}

export type VoteCounted = {
  readonly for: number
  readonly against: number
  readonly abstain: number
  readonly passed: boolean
}

/** The count of the latest vote on an application; null while it is not closed. */
export function countedVote(box: Votes, packet: string): VoteCounted | null {
  const vote = latest(box, packet)
  if (!vote?.closed) return null
  const rows = vote.packets.map((one) => ({
    packet: one,
    for: votesFor(box, one, vote.turn, 'for'),
    enough: count(box, one, vote.turn)?.passed ?? false,
  }))
  const cast = (choice: Choice) => votesFor(box, packet, vote.turn, choice)
  const passed = listOutcome(rows, vote.places).selected.includes(packet)
  return { for: cast('for'), against: cast('against'), abstain: cast('abstain'), passed }
}

/** How many votes for the latest vote needed. */
export function neededVotes(box: Votes, packet: string): number | undefined {
  const vote = latest(box, packet)
  if (!vote?.closed) return undefined
  const { quorum: _, abstention, ...threshold } = vote.rule
  const heads = {
    appointed: vote.entitled.length + vote.recused.length,
    recused: vote.recused.length,
    absent: vote.absent.length,
  }
  const outOfBase = abstention === 'leaves-base' ? votesFor(box, packet, vote.turn, 'abstain') : 0
  const wanted = needed(threshold, heads, outOfBase)
  return isRefusal(wanted) ? 0 : wanted
}

const words: Record<Choice, string> = { for: '同意', against: '反对', abstain: '弃权', invalid: '废票' }

/** One member's ballot as papers print it; undefined while the vote is not closed. */
export function ballotWord(box: Votes, packet: string, expert: string): string | undefined {
  const vote = latest(box, packet)
  if (!vote?.closed) return undefined
  const choice = box.ballots.get(keyOf(packet, vote.turn))?.get(expert)
  if (vote.recused.includes(expert)) return '回避'
  if (choice) return words[choice]
  if (vote.absent.includes(expert)) return '缺席'
  return vote.entitled.includes(expert) ? '未投' : '—'
}
