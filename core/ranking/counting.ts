/** How several sheets become one value, as the organiser adopted it: by what method, over what, with which weights. */
import { type Exact, exact, sum } from '../exact/exact.ts'
import type { Rubric } from '../scheme/scheme.ts'
import type { Aggregation } from './values.ts'

/** Over totals, or item by item and then added up: extremes are then dropped item by item. */
export const countedOver = ['total', 'item'] as const

export type Counting = {
  readonly method: Aggregation
  readonly over: (typeof countedOver)[number]
  /** Percents by block, decimals; null adds the points as they are. */
  readonly weights: Readonly<Record<string, string>> | null
}

/** The plain choice is a method alone: over totals, without weights. Nothing chosen yet is shown as a mean. */
export function countingOf(chosen: Aggregation | Counting | undefined): Counting {
  if (typeof chosen === 'object') return chosen
  return { method: chosen ?? 'mean', over: 'total', weights: null }
}

/**
 * The points of one sheet as they count, item by item: with weights every block counts for its percents of a hundred,
 * a bonus stands on top. Null while an item is open. `isBase` leaves the bonus out.
 */
export function countedPoints(
  rubric: Rubric,
  { weights }: Counting,
  items: Readonly<Record<string, Exact | null>>,
  isBase = false,
): Exact[] | null {
  const points = rubric.blocks
    .filter(({ bonus }) => !(isBase && bonus))
    .flatMap((block) => {
      const weight = weights?.[block.id]
      const most = weight === undefined ? null : sum(block.items.map(({ max }) => exact(max)))
      return block.items.map(({ id }) => {
        const own = items[id] ?? null
        return own && weight !== undefined && most ? own.mul(exact(weight)).div(most) : own
      })
    })
  return points.every((one) => one !== null) ? points : null
}
