/** In which ranks each applicant would stand with another draw of the same experts. */
import type { Exact } from '../exact/exact.ts'
import type { RankQuestion } from './rank.ts'
import { type Aggregation, leastToTrim } from './values.ts'

/** Ranks that hold nine draws of ten: one in twenty lies above, one in twenty below. */
export type RankInterval = { readonly applicant: string; readonly low: number; readonly high: number }

export type Draw = { readonly seed: number; readonly times: number }

/**
 * Draws the experts anew with replacement, `times` over, ranks each time by the adopted method, and gives the ranks
 * between the fifth and the ninety-fifth percentile. The same seed gives the same answer. Applicants without scores are
 * left out; a draw that leaves one with nothing to aggregate does not count for it. Null where there is nothing to draw.
 */
export function rankIntervals(question: RankQuestion, { seed, times }: Draw): RankInterval[] | null {
  const { applicants, method } = question
  const { items } = question
  const tables = wholeNumbers(items ? itemTables(items) : [question.scores])
  const experts = question.scores.length
  if (!tables || experts < 2) return null
  const random = numbersFrom(seed)
  const ranks = applicants.map((): number[] => [])
  for (let draw = 0; draw < times; draw += 1) {
    const drawn = Array.from({ length: experts }, () => Math.floor(random() * experts))
    const values = applicants.map((_, column) => {
      let value: number | null = null
      for (const table of tables) {
        const scores: number[] = []
        for (const row of drawn) {
          const score = table[row]?.[column]
          if (score != null) scores.push(score)
        }
        const part = wholeAggregate(method, scores)
        if (part === null) return null
        value = (value ?? 0) + part
      }
      return value
    })
    rankInto(ranks, values)
  }
  return applicants.flatMap((applicant, at) => {
    const sorted = (ranks[at] ?? []).toSorted((a, b) => a - b)
    const low = sorted[Math.floor(sorted.length * 0.05)]
    const high = sorted[Math.ceil(sorted.length * 0.95) - 1]
    return low === undefined || high === undefined ? [] : [{ applicant, low, high }]
  })
}

/** Notes each applicant's competition rank of one draw. */
function rankInto(ranks: readonly number[][], values: readonly (number | null)[]): void {
  const order = values
    .flatMap((value, at) => (value === null ? [] : [{ value, at }]))
    .toSorted((a, b) => b.value - a.value)
  let rank = 1
  order.forEach(({ value, at }, place) => {
    if (value !== order[place - 1]?.value) rank = place + 1
    ranks[at]?.push(rank)
  })
}

/** Common multiple of 1 to 15: a mean of up to so many whole numbers stays whole when multiplied by it. */
const common = 360_360
const mostExperts = 15

type Scores = RankQuestion['scores']

/** One table of points for each item. */
function itemTables(items: NonNullable<RankQuestion['items']>): Scores[] {
  const count = items.flat().find((sheet) => sheet !== null)?.length ?? 0
  return Array.from({ length: count }, (_, item) => items.map((row) => row.map((sheet) => sheet?.[item] ?? null)))
}

/** All points times their common denominator, as safe whole numbers; null when they are too fine or too many for that. */
function wholeNumbers(tables: readonly Scores[]): (number | null)[][][] | null {
  const denominators = new Set(tables.flatMap((table) => table.flatMap((row) => row.map((score) => score?.d ?? 1n))))
  const scale = [...denominators].reduce((all, each) => (all * each) / divisorOf(all, each), 1n)
  const isFine = (score: Exact | null) => score === null || (score.n * scale) / score.d < greatest
  if (tables.some((table) => table.length > mostExperts || !table.flat().every(isFine))) return null
  return tables.map((table) =>
    table.map((row) => row.map((score) => score && Number((score.n * scale) / score.d) * Number(score.s))),
  )
}

const greatest = 1_000_000_000n

/** The greatest common divisor (Euclid). */
function divisorOf(one: bigint, other: bigint): bigint {
  return other === 0n ? one : divisorOf(other, one % other)
}

/** The aggregate times {@link common}, a whole number: equal values stay equal, as with exact ones. */
function wholeAggregate(method: Aggregation, scores: number[]): number | null {
  if (scores.length === 0 || (method === 'trimmed-mean' && scores.length < leastToTrim)) return null
  if (method !== 'mean') scores.sort((a, b) => a - b)
  const half = scores.length / 2
  const kept =
    method === 'mean'
      ? scores
      : method === 'median'
        ? scores.slice(Math.ceil(half) - 1, Math.floor(half) + 1)
        : scores.slice(1, -1)
  return kept.reduce((total, score) => total + score, 0) * (common / kept.length)
}

/** A small generator of numbers from 0 up to 1 (mulberry32): enough to draw by, and the same on every machine. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
