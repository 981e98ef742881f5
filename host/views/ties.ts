/** The figures behind the adopted steps that tell equal results apart. */
import { type Exact, exact } from '#core/exact/exact.ts'
import { countingOf } from '#core/ranking/counting.ts'
import { scoresOf } from '#core/ranking/rank.ts'
import type { TieStep } from '#core/ranking/ties.ts'
import { type Aggregation, aggregate } from '#core/ranking/values.ts'
import type { VoteView } from '../api/shapes.ts'
import type { Room } from '../room.ts'
import { stepInWords } from './choices.ts'
import type { Matrix } from './matrix.ts'
import type { Scoring } from './scoring.ts'

/** In the order adopted; a step has no figure for an application that nothing of the kind was found for. */
export function tieSteps(
  room: Room,
  scoring: Scoring,
  matrix: Matrix,
  votes: ReadonlyMap<string, VoteView>,
): TieStep[] {
  return (room.choices.line?.steps ?? []).map((step) => {
    const figures = matrix.packets.flatMap(({ id }, column) => {
      const value = figureOf(step, { room, scoring, matrix, column, vote: votes.get(id) ?? null })
      return value === null ? [] : [[id, value] as const]
    })
    return { name: stepInWords(step), values: new Map(figures) }
  })
}

type Asked = { room: Room; scoring: Scoring; matrix: Matrix; column: number; vote: VoteView | null }

function figureOf(step: string, { room, scoring, matrix, column, vote }: Asked): Exact | null {
  if (step === 'votes') return vote?.tally ? exact(vote.tally.for) : null
  if (!step.startsWith('block-')) return aggregate(step as Aggregation, scoresOf(matrix.scores, column))
  const packet = matrix.packets[column]?.id ?? ''
  const points = matrix.members.flatMap(({ expert }) => {
    const pair = { expert, packet }
    const subtotal = scoring.state(pair) === 'submitted' ? scoring.assessment(pair)?.subtotals[step.slice(6)] : null
    return subtotal ? [subtotal] : []
  })
  return aggregate(countingOf(room.choices.aggregation).method, points)
}
