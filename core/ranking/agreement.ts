/** How far the experts agree beyond their order: ICC, severity, spread, single scores far off, agreement item by item. */
import { type Exact, exact, shown, sum } from '../exact/exact.ts'
import type { RankQuestion } from './rank.ts'
import { mean, spread } from './statistics.ts'

type Scores = RankQuestion['scores']

/** The applicants that every expert scored, as columns of a full table. */
export function fullColumns(scores: Scores): number[] {
  return (scores[0] ?? []).map((_, column) => column).filter((column) => scores.every((row) => row[column] != null))
}

/** The parts of the spread of a full table: between applicants, between experts, and what is left. */
type Squares = { n: Exact; k: Exact; applicants: Exact; experts: Exact; rest: Exact; table: Exact[][]; grand: Exact }

function squaresOf(scores: Scores): Squares | null {
  const columns = fullColumns(scores)
  if (columns.length < 2 || scores.length < 2) return null
  const table = scores.map((row) => columns.map((column) => row[column] ?? exact(0)))
  const [k, n] = [exact(table.length), exact(columns.length)]
  const grand = mean(table.flat())
  const square = (value: Exact) => value.mul(value)
  const ofApplicants = columns.map((_, at) => mean(table.map((row) => row[at] ?? exact(0))))
  const ofExperts = table.map((row) => mean(row))
  const between = sum(ofApplicants.map((each) => square(each.sub(grand)))).mul(k)
  const byExpert = sum(ofExperts.map((each) => square(each.sub(grand)))).mul(n)
  const whole = sum(table.flat().map((each) => square(each.sub(grand))))
  return {
    n,
    k,
    table,
    grand,
    applicants: between.div(n.sub(1)),
    experts: byExpert.div(k.sub(1)),
    rest: whole
      .sub(between)
      .sub(byExpert)
      .div(n.sub(1).mul(k.sub(1))),
  }
}

/** Of one expert's mark, and of the panel's mean; rounded to four decimals. */
export type Icc = { readonly single: string; readonly panel: string }

/**
 * Intraclass correlation, two-way random effects, absolute agreement: ICC(2,1) and ICC(2,k) of Shrout and Fleiss.
 * Null below two experts or two common applicants, and where no scores differ.
 */
export function icc(scores: Scores): Icc | null {
  const squares = squaresOf(scores)
  if (!squares) return null
  const { n, k, applicants, experts, rest } = squares
  const single = applicants.add(k.sub(1).mul(rest)).add(k.mul(experts.sub(rest)).div(n))
  const panel = applicants.add(experts.sub(rest).div(n))
  if (single.equals(0) || panel.equals(0)) return null
  const above = applicants.sub(rest)
  return { single: shown(above.div(single), 4), panel: shown(above.div(panel), 4) }
}

/** One expert beside the others, over the applicants that all of them scored. */
export type Manner = {
  readonly expert: string
  /** Mean of the marks, and how far it lies from the panel's mean: above zero is lenient. */
  readonly mean: Exact
  readonly offset: Exact
  /** Sample standard deviation of the marks, two decimals; a small one hardly tells applicants apart. */
  readonly deviation: string | null
}

/** Severity and spread of each expert; empty where no applicant was scored by all. */
export function manners(experts: readonly string[], scores: Scores): Manner[] {
  const columns = fullColumns(scores)
  if (columns.length === 0) return []
  const rows = scores.map((row) => columns.map((column) => row[column] ?? exact(0)))
  const grand = mean(rows.flat())
  return experts.flatMap((expert, at) => {
    const own = rows[at]
    if (!own) return []
    const centre = mean(own)
    return [{ expert, mean: centre, offset: centre.sub(grand), deviation: spread(own)?.deviation ?? null }]
  })
}

/** A mark that fits neither its applicant nor its expert: far from what both lead one to expect. */
export type Outlier = {
  readonly expert: string
  readonly applicant: string
  readonly score: Exact
  readonly expected: Exact
}

/** Square of the 2.5 standard errors from which a mark is called far off. */
const farOff = exact(25).div(4)

/** Marks more than 2.5 standard errors from applicant's mean plus expert's offset, over the applicants all scored. */
export function outliers({ experts, applicants, scores }: Omit<RankQuestion, 'method'>): Outlier[] {
  const squares = squaresOf(scores)
  if (!squares || squares.rest.equals(0)) return []
  const { table, grand, rest } = squares
  const columns = fullColumns(scores)
  const ofApplicants = columns.map((_, at) => mean(table.map((row) => row[at] ?? exact(0))))
  const offsets = table.map((row) => mean(row).sub(grand))
  const limit = farOff.mul(rest)
  return experts.flatMap((expert, row) =>
    columns.flatMap((column, at) => {
      const score = table[row]?.[at]
      const applicant = applicants[column]
      const [ofApplicant, offset] = [ofApplicants[at], offsets[row]]
      if (score === undefined || applicant === undefined || !ofApplicant || !offset) return []
      const expected = ofApplicant.add(offset)
      const off = score.sub(expected)
      return off.mul(off).compare(limit) > 0 ? [{ expert, applicant, score, expected }] : []
    }),
  )
}

/** Agreement on one item over all applicants. */
export type ItemAgreement = {
  readonly item: string
  /** Of all pairs of experts on one applicant, the share that gave the same points. Null without pairs. */
  readonly same: Exact | null
  /** Mean of highest less lowest. */
  readonly range: Exact | null
}

/** How far experts agree item by item. `points` has, for each item, one list of the points given for each applicant. */
export function itemAgreement(
  items: readonly { readonly item: string; readonly points: readonly (readonly Exact[])[] }[],
): ItemAgreement[] {
  return items.map(({ item, points }) => {
    const compared = points.filter((given) => given.length > 1)
    if (compared.length === 0) return { item, same: null, range: null }
    const pairs = compared.map((given) => (given.length * (given.length - 1)) / 2)
    const equal = compared.map(equalPairs)
    const total = (counts: readonly number[]) => exact(counts.reduce((all, each) => all + each, 0))
    const ranges = compared.map((given) => spread(given)?.range ?? exact(0))
    return { item, same: total(equal).div(total(pairs)), range: mean(ranges) }
  })
}

function equalPairs(given: readonly Exact[]): number {
  return given.reduce(
    (count, value, at) => count + given.slice(at + 1).filter((other) => other.equals(value)).length,
    0,
  )
}
