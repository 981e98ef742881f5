/** Scores of a round as a matrix, and the order they give. */
import type { Exact } from '#core/exact/exact.ts'
import { type Aggregation, type Place, rank } from '#core/ranking/rank.ts'
import { isRefusal, type Refusal } from '#core/refusal.ts'
import type { PacketRecord } from '#db/queries/packets.ts'
import { allMembers } from '#db/queries/people.ts'
import { acceptedPackets, type Member, type Room } from '../room.ts'
import type { Scoring } from './scoring.ts'

/** Scores with one row per member, one column per application; null: recused or nothing to count. */
export type Matrix = { members: readonly Member[]; packets: readonly PacketRecord[]; scores: (Exact | null)[][] }

/** Every total that counts: submitted, not recused. */
export function matrixOf(room: Room, scoring: Scoring): Matrix {
  const members = allMembers(room.file)
  const packets = acceptedPackets(room)
  const scores = members.map(({ expert }) =>
    packets.map(({ id }) => {
      const pair = { expert, packet: id }
      return scoring.state(pair) === 'submitted' ? (scoring.assessment(pair)?.total ?? null) : null
    }),
  )
  return { members, packets, scores }
}

/** Places by the adopted method, or why it cannot be used. */
export function rankingOf({ members, packets, scores }: Matrix, method: Aggregation): readonly Place[] | Refusal {
  const answer = rank({
    experts: members.map(({ expert }) => expert),
    applicants: packets.map(({ id }) => id),
    scores,
    method,
  })
  return isRefusal(answer) ? answer : answer.places
}
