/** A ranking as the command line answers it (headless.md `rules.rank`). */
import { ratio, shown } from '../exact/exact.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { type Concordance, kendallW } from './kendall.ts'
import { type LeftOut, leaveOneOut, type Place, type RankQuestion, rank } from './rank.ts'

export type RankAnswer = {
  rows: { applicant: string; exact: string | null; shown: string | null; rank: number | null; tied: boolean }[]
  cut?: { selected: string[]; tied: string[]; places: number }
  kendallW: Concordance | null
  leaveOneOut: LeftOutAnswer[]
}

/** `order` runs from the best to the worst; see {@link LeftOut}. */
export type LeftOutAnswer = {
  without: string
  order: { applicant: string; rank: number | null }[] | null
  ranksChange: boolean | null
  cutChanges: boolean | null
}

/** Ranks, cuts, and measures agreement. `decimals` is for showing only (default 2). Refuses like {@link rank}. */
export function toAnswer({ decimals = 2, ...question }: RankQuestion & { decimals?: number }): RankAnswer | Refusal {
  const ranking = rank(question)
  if (isRefusal(ranking)) return ranking
  const leftOut = leaveOneOut(question)
  if (isRefusal(leftOut)) return leftOut
  const { cut } = ranking
  return {
    rows: ranking.places.map((place) => rowOf(place, decimals)),
    ...(cut && { cut: { selected: [...cut.selected], tied: [...cut.tied], places: cut.places } }),
    kendallW: kendallW(question.scores),
    leaveOneOut: leftOut.map(leftOutAnswer),
  }
}

function rowOf({ applicant, value, rank, tied }: Place, decimals: number): RankAnswer['rows'][number] {
  return { applicant, exact: value && ratio(value), shown: value && shown(value, decimals), rank, tied }
}

function leftOutAnswer({ without, places, ranksChange, cutChanges }: LeftOut): LeftOutAnswer {
  const order = places?.map(({ applicant, rank }) => ({ applicant, rank })) ?? null
  return { without, order, ranksChange, cutChanges }
}
