/** Ranks applicants by the experts' scores, with the quota line and what each single expert changes. */
import type { Exact } from '../exact/exact.ts'
import { isRefusal, type Refusal, refusal } from '../refusal.ts'
import { groupsOfEquals } from './groups.ts'
import { type Aggregation, aggregate, aggregateByItem, leastToTrim } from './values.ts'

export { type Aggregation, aggregations } from './values.ts'

export type RankQuestion = {
  readonly experts: readonly string[]
  readonly applicants: readonly string[]
  /** One row for each expert, one score for each applicant; null where recused or absent. */
  readonly scores: readonly (readonly (Exact | null)[])[]
  readonly method: Aggregation
  /** Points item by item, one list for each score: the method then goes over each item, and the values are added up. */
  readonly items?: readonly (readonly (readonly Exact[] | null)[])[]
  readonly quota?: number
}

/** One applicant's place. Unscored applicants stay listed, without value and rank. */
export type Place = {
  readonly applicant: string
  readonly value: Exact | null
  /** Competition rank (1, 2, 2, 4). */
  readonly rank: number | null
  /** Another applicant has the same rank. */
  readonly tied: boolean
}

/** The quota line: who is surely in; the group tied across the line, if there is one; the places left after `selected`. */
export type Cut = { readonly selected: readonly string[]; readonly tied: readonly string[]; readonly places: number }

/** Places from the best to the worst, equals in the order given, the unscored last. */
export type Ranking = { readonly places: readonly Place[]; readonly cut?: Cut }

/**
 * Ranks on exact values; equals stay equal, and a tie across the quota line is listed, never broken.
 * Refuses `bad-matrix`, `bad-input` (quota) and `trimmed-needs-five` (an applicant with one to four scores).
 */
export function rank(question: RankQuestion): Ranking | Refusal {
  const { experts, applicants, scores, method, items, quota } = question
  const isWhole = new Set(experts).size === experts.length && new Set(applicants).size === applicants.length
  if (!isWhole || scores.length !== experts.length || scores.some((row) => row.length !== applicants.length)) {
    return refusal('bad-matrix')
  }
  if (quota !== undefined && !(Number.isSafeInteger(quota) && quota >= 0))
    return refusal('bad-input', { problems: ['quota'] })

  const entries = applicants.map((applicant, index) => ({ applicant, column: scoresOf(scores, index) }))
  const thin = entries.find(({ column }) => column.length > 0 && column.length < leastToTrim)
  if (method === 'trimmed-mean' && thin !== undefined)
    return refusal('trimmed-needs-five', { count: thin.column.length })

  const valueIn = (column: readonly Exact[], index: number) =>
    items ? aggregateByItem(method, sheetsOf(items, index)) : aggregate(method, column)
  const places = placesOf(entries.map(({ applicant, column }, index) => ({ applicant, value: valueIn(column, index) })))
  return quota === undefined ? { places } : { places, cut: cutAt(quota, places) }
}

/** Ranks applicants by a value each; without a value they stay listed, without a rank. */
export function placesOf(valued: readonly { readonly applicant: string; readonly value: Exact | null }[]): Place[] {
  const scored = valued.flatMap(({ applicant, value }) => (value === null ? [] : [{ applicant, value }]))
  const ranked = groupsOfEquals(scored).flatMap(({ higher, members }) =>
    members.map((entry) => ({ ...entry, rank: higher + 1, tied: members.length > 1 })),
  )
  const unscored = valued.filter(({ value }) => value === null)
  return [...ranked, ...unscored.map(({ applicant }) => ({ applicant, value: null, rank: null, tied: false }))]
}

/** What remains when one expert is left out. */
export type LeftOut = {
  readonly without: string
  /** Places without this expert; null when the method cannot do with the scores left. */
  readonly places: readonly Place[] | null
  readonly ranksChange: boolean | null
  /** Null also when there is no quota. */
  readonly cutChanges: boolean | null
}

/** Leaves out each expert in turn and says whether ranks or the quota line hang on that one expert. */
export function leaveOneOut(question: RankQuestion): LeftOut[] | Refusal {
  const whole = rank(question)
  if (isRefusal(whole)) return whole
  return question.experts.map((without, left) => {
    const others = rank({
      ...question,
      experts: question.experts.filter((_, index) => index !== left),
      scores: question.scores.filter((_, index) => index !== left),
      ...(question.items && { items: question.items.filter((_, index) => index !== left) }),
    })
    if (isRefusal(others)) return { without, places: null, ranksChange: null, cutChanges: null }
    return {
      without,
      places: others.places,
      ranksChange: ranksOf(others) !== ranksOf(whole),
      cutChanges: whole.cut === undefined ? null : cutOf(others) !== cutOf(whole),
    }
  })
}

/** The sheets of an applicant (by column), item by item. */
function sheetsOf(items: NonNullable<RankQuestion['items']>, applicantIndex: number): (readonly Exact[])[] {
  return items.map((row) => row[applicantIndex] ?? null).filter((sheet) => sheet !== null)
}

/** The scores an applicant (by column) has got. */
export function scoresOf(scores: RankQuestion['scores'], applicantIndex: number): Exact[] {
  return scores.map((row) => row[applicantIndex] ?? null).filter((score) => score !== null)
}

function cutAt(quota: number, places: readonly Place[]): Cut {
  const lastOfGroup = (rank: number) => rank - 1 + places.filter((place) => place.rank === rank).length
  const scored = places.flatMap(({ applicant, rank }) => (rank === null ? [] : [{ applicant, rank }]))
  const selected = scored.filter(({ rank }) => lastOfGroup(rank) <= quota).map(({ applicant }) => applicant)
  const tied = scored.filter(({ rank }) => rank <= quota && lastOfGroup(rank) > quota).map(({ applicant }) => applicant)
  return { selected, tied, places: quota - selected.length }
}

function ranksOf({ places }: Ranking): string {
  return JSON.stringify(places.map(({ applicant, rank }) => [applicant, rank]))
}

function cutOf({ cut }: Ranking): string {
  return JSON.stringify([cut?.selected.toSorted(), cut?.tied.toSorted()])
}
