/** Scores of a round as a matrix, and the order they give. */
import { type Exact, sum } from '#core/exact/exact.ts'
import { countedPoints, countingOf } from '#core/ranking/counting.ts'
import { type Aggregation, type Place, rank } from '#core/ranking/rank.ts'
import { isRefusal, type Refusal } from '#core/refusal.ts'
import type { Assessment } from '#core/rubric/assess.ts'
import type { PacketRecord } from '#db/queries/packets.ts'
import { allMembers } from '#db/queries/people.ts'
import { acceptedPackets, type Member, type Room } from '../room.ts'
import type { Scoring } from './scoring.ts'

/** Scores with one row per member, one column per application; null: recused or nothing to count. */
export type Matrix = {
  members: readonly Member[]
  packets: readonly PacketRecord[]
  /** As they count: with weights where the organiser adopted some. */
  scores: (Exact | null)[][]
  /** Item by item, where the organiser adopted that. */
  items?: (Exact[] | null)[][]
}

/** Every total that counts: submitted, not recused. */
export function matrixOf(room: Room, scoring: Scoring): Matrix {
  const members = allMembers(room.file)
  const packets = acceptedPackets(room)
  const counting = countingOf(room.choices.aggregation)
  const { rubric } = room
  const assessed = members.map(({ expert }) =>
    packets.map(({ id }) => {
      const pair = { expert, packet: id }
      return scoring.state(pair) === 'submitted' ? scoring.assessment(pair) : null
    }),
  )
  const over = <T>(read: (assessment: Assessment) => T | null) =>
    assessed.map((row) => row.map((assessment) => assessment && read(assessment)))
  if (!rubric || (counting.over === 'total' && !counting.weights)) {
    return { members, packets, scores: over(({ total }) => total ?? null) }
  }
  const items = over((assessment) => countedPoints(rubric, counting, assessment.items))
  const scores = items.map((row) => row.map((points) => points && sum(points)))
  return { members, packets, scores, ...(counting.over === 'item' && { items }) }
}

/** Places by the adopted method, or why it cannot be used. */
export function rankingOf(
  { members, packets, scores, items }: Matrix,
  method: Aggregation,
): readonly Place[] | Refusal {
  const answer = rank({
    experts: members.map(({ expert }) => expert),
    applicants: packets.map(({ id }) => id),
    scores,
    method,
    ...(items && { items }),
  })
  return isRefusal(answer) ? answer : answer.places
}
