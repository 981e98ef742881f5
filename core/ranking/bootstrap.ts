/** In which ranks each applicant would stand with another draw of the same experts. */
import { type Exact, exact } from '../exact/exact.ts'
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
  const table = wholeNumbers(question.scores)
  const experts = table?.length ?? 0
  if (!table || experts < 2) return null
  const random = numbersFrom(seed)
  const ranks = applicants.map((): number[] => [])
  for (let draw = 0; draw < times; draw += 1) {
    const drawn = Array.from({ length: experts }, () => Math.floor(random() * experts))
    const values = applicants.map((_, column) => {
      const scores: number[] = []
      for (const row of drawn) {
        const score = table[row]?.[column]
        if (score != null) scores.push(score)
      }
      return wholeAggregate(method, scores)
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

/** Scores times one common power of ten, as safe whole numbers; null when they are too fine or too many for that. */
function wholeNumbers(scores: RankQuestion['scores']): (number | null)[][] | null {
  if (scores.length > mostExperts) return null
  for (let places = 0; places <= 4; places += 1) {
    const scale = exact(10 ** places)
    const scaled = scores.map((row) => row.map((score) => score?.mul(scale) ?? null))
    if (!scaled.flat().every((score) => score === null || isSmallWhole(score))) continue
    return scaled.map((row) => row.map((score) => score && Number(score.n) * Number(score.s)))
  }
  return null
}

function isSmallWhole(score: Exact): boolean {
  return score.d === 1n && score.n < 1_000_000_000n
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
