/** The few statistics a bench prints. */

/** Middle value; the mean of the two middle ones when their number is even. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** The median of `mine` over `theirs`, round by round: what both met in the same minute. */
export function medianRatio(mine: readonly number[], theirs: readonly number[]): number {
  return median(mine.map((value, at) => value / (theirs[at] ?? Number.NaN)))
}

/** The value below which that share of the values lies, by counting. NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN
}
