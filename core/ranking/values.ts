/** From the experts' sheets to one value an applicant: over totals or item by item, with or without weights of blocks. */
import { type Exact, exact, sum } from '../exact/exact.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { mean, median, trimmedMean } from './statistics.ts'

/** How several experts' scores become one. Adopted by the organiser. */
export const aggregations = ['mean', 'trimmed-mean', 'median'] as const
export type Aggregation = (typeof aggregations)[number]

/** Fewest scores that a highest and a lowest may be dropped from. */
export const leastToTrim = 5

/** One value of several scores; null without scores, and for a trimmed mean of fewer than five. */
export function aggregate(method: Aggregation, scores: readonly Exact[]): Exact | null {
  if (scores.length === 0 || (method === 'trimmed-mean' && scores.length < leastToTrim)) return null
  if (method === 'mean') return mean(scores)
  return method === 'median' ? median(scores) : trimmedMean(scores)
}

/**
 * Aggregates each item by itself and adds up: extremes are then dropped item by item, as some panels do.
 * `sheets` has one row of items for each expert, all equally long. Null like {@link aggregate}.
 */
export function aggregateByItem(method: Aggregation, sheets: readonly (readonly Exact[])[]): Exact | null {
  const items = (sheets[0] ?? []).map((_, item) =>
    aggregate(
      method,
      sheets.map((row) => row[item] ?? exact(0)),
    ),
  )
  const known = items.filter((value) => value !== null)
  return known.length === 0 || known.length < items.length ? null : sum(known)
}

/** One block of a sheet: its points, the most it can have, and its weight in percent; null adds the points as they are. */
export type WeighedBlock = { readonly points: Exact; readonly max: Exact; readonly weight: Exact | null }

/** Σ weight × points ÷ maximum: a sheet on a scale of a hundred. Blocks without weight (a bonus) stand on top. */
export function weighedTotal(blocks: readonly WeighedBlock[]): Exact {
  return sum(blocks.map(({ points, max, weight }) => (weight === null ? points : weight.mul(points).div(max))))
}

/** Weights are percents of the whole: each above zero, together a hundred. Refuses `bad-weights`. */
export function checkWeights(weights: readonly Exact[]): Refusal | null {
  const whole = sum(weights)
  const isGood = weights.length > 0 && weights.every((weight) => weight.compare(0) > 0) && whole.equals(100)
  return isGood ? null : refusal('bad-weights', { sum: whole.toFraction() })
}
