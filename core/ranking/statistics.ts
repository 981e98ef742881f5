/** Mean, trimmed mean, median and spread of exact scores. */
import { type Exact, exact, shown, sum } from '../exact/exact.ts'

/** From the lowest to the highest; the list given stays as it is. */
export function ascending(scores: readonly Exact[]): Exact[] {
  return scores.toSorted((left, right) => left.compare(right))
}

/** The mean of at least one score. */
export function mean(scores: readonly Exact[]): Exact {
  return sum(scores).div(exact(scores.length))
}

/** The mean without one highest and one lowest score; an extreme that occurs twice loses one only. Needs three scores. */
export function trimmedMean(scores: readonly Exact[]): Exact {
  return mean(ascending(scores).slice(1, -1))
}

/** The middle score; of an even number of scores the mean of the two in the middle. Needs one score. */
export function median(scores: readonly Exact[]): Exact {
  const half = scores.length / 2
  return mean(ascending(scores).slice(Math.ceil(half) - 1, Math.floor(half) + 1))
}

/** How far the experts lie apart on one applicant, for the consistency sheet. */
export type Spread = {
  readonly min: Exact
  readonly max: Exact
  readonly range: Exact
  readonly mean: Exact
  readonly median: Exact
  /** Sample standard deviation rounded to two decimals, for it is seldom rational; null for a single score. */
  readonly deviation: string | null
}

/** The spread of the scores; null when there are none. */
export function spread(scores: readonly Exact[]): Spread | null {
  const sorted = ascending(scores)
  const [min, max] = [sorted[0], sorted.at(-1)]
  if (min === undefined || max === undefined) return null
  const centre = mean(scores)
  return { min, max, range: max.sub(min), mean: centre, median: median(scores), deviation: deviation(scores, centre) }
}

function deviation(scores: readonly Exact[], centre: Exact): string | null {
  if (scores.length < 2) return null
  const squares = sum(scores.map((score) => score.sub(centre).mul(score.sub(centre))))
  const variance = squares.div(exact(scores.length - 1))
  // Twice the hundredths, cut off: one bit more than is shown decides the rounding exactly.
  const twice = squareRoot((40_000n * variance.n) / variance.d)
  return shown(exact((twice + 1n) / 2n).div(exact(100)), 2)
}

/** The whole part of a square root (Newton). */
function squareRoot(square: bigint): bigint {
  if (square < 2n) return square
  let root = square
  let next = (root + 1n) / 2n
  while (next < root) {
    root = next
    next = (root + square / root) / 2n
  }
  return root
}
