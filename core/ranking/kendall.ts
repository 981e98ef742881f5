/** Kendall's coefficient of concordance W: how far the experts put the applicants in the same order. */
import { type Exact, exact, shown, sum } from '../exact/exact.ts'
import { groupsOfEquals } from './groups.ts'
import type { RankQuestion } from './rank.ts'

/** W with and without the correction for ties, rounded to six decimals. */
export type Concordance = { readonly corrected: string; readonly uncorrected: string }

/**
 * W = 12·S / (m²·(n³ − n) − m·ΣT) over the n applicants that all m experts scored; S is the spread of the rank sums,
 * T = Σ(t³ − t) over the ties of one expert (left out in the uncorrected W). Null when it is undefined: fewer than two
 * such applicants, or no expert tells any two apart.
 */
export function kendallW(scores: RankQuestion['scores']): Concordance | null {
  const columns = (scores[0] ?? []).map((_, index) => index)
  const complete = columns.filter((index) => scores.every((row) => row[index] != null))
  if (complete.length < 2) return null

  const rows = scores.map((row) => complete.map((index) => row[index] ?? exact(0)))
  const m = exact(rows.length)
  const n = exact(complete.length)
  const ranks = rows.map(midRanks)
  const rankSums = complete.map((_, index) => sum(ranks.map((row) => row[index] ?? exact(0))))
  const middle = m.mul(n.add(exact(1))).div(exact(2))
  const squares = sum(rankSums.map((rankSum) => rankSum.sub(middle).mul(rankSum.sub(middle))))
  const whole = m.mul(m).mul(cubeLess(n))
  const forTies = m.mul(sum(rows.map(tieTerm)))
  if (whole.equals(forTies)) return null
  const twelve = squares.mul(exact(12))
  return { corrected: shown(twelve.div(whole.sub(forTies)), 6), uncorrected: shown(twelve.div(whole), 6) }
}

/** Ranks from the highest score; equals share the mean of the places they take. */
function midRanks(row: readonly Exact[]): Exact[] {
  const ranks = row.map(() => exact(0))
  for (const { higher, members } of groupsOfEquals(row.map((value, index) => ({ value, index })))) {
    const shared = exact(2 * higher + members.length + 1).div(exact(2))
    for (const { index } of members) ranks[index] = shared
  }
  return ranks
}

/** Σ(t³ − t) over the groups of equals. */
function tieTerm(row: readonly Exact[]): Exact {
  const groups = groupsOfEquals(row.map((value) => ({ value })))
  return sum(groups.map(({ members }) => cubeLess(exact(members.length))))
}

function cubeLess(n: Exact): Exact {
  return n.mul(n).mul(n).sub(n)
}
