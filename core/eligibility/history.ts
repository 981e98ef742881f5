/** What earlier rounds of the bureau say of an application: failed assessments, the last grade, and who applies again. */
import { type Text, text } from '../lang.ts'
import { plain, type Titled } from './uniqueness.ts'

/** One application of a finished round, from the signed extract of the bureau's collection. */
export type Earlier = Omit<Titled, 'level'> & {
  /** When the result was fixed, YYYY-MM-DD. */
  readonly day: string
  readonly workshop: string
  readonly activity: string
  /** In words: a grade, or what was decided. */
  readonly decision: string
}

export type History = {
  /** Full months since the last failed assessment that binds this leader or unit; null when there is none. */
  readonly failedMonthsAgo: number | null
  /** The last failed one, for the note beside the fact. */
  readonly failed: Earlier | null
  /** The grade of this very workshop's last assessment; null when it was never assessed. */
  readonly lastAssessment: { readonly grade: string; readonly of: Earlier } | null
  /** Earlier applications of the same leader or unit, the latest first. */
  readonly again: readonly { readonly of: Earlier; readonly text: Text }[]
}

/** Lowest first; the order matters, for one ends with another. */
const grades = ['不合格', '合格', '优秀']

/**
 * A ban binds leader and unit alike (乌鲁木齐 第十九条（二）: 工作室、领办人、单位); a grade is of one workshop only.
 * @param on the day it is asked, YYYY-MM-DD.
 */
export function historyOf(
  application: Titled,
  earlier: { bans: readonly Earlier[]; applications: readonly Earlier[] },
  on: string,
): History {
  const latestFirst = (rows: readonly Earlier[]) =>
    rows.filter(({ day }) => day <= on).toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
  const isBound = (row: Earlier) => isSame(application.leader, row.leader) || isSame(application.unit, row.unit)
  const isItself = (row: Earlier) =>
    isSame(application.unit, row.unit) &&
    (isSame(application.leader, row.leader) || isSame(application.occupation, row.occupation))
  const failed = latestFirst(earlier.bans).find(isBound) ?? null
  const again = latestFirst(earlier.applications).filter(isBound)
  const assessed = again.filter(isItself).flatMap((of) => {
    const grade = grades.find((word) => of.decision.startsWith(word))
    return grade ? [{ grade, of }] : []
  })
  return {
    failedMonthsAgo: failed && fullMonths(failed.day, on),
    failed,
    lastAssessment: assessed[0] ?? null,
    again: again.map((of) => ({ of, text: told(application, of) })),
  }
}

function isSame(left: string, right: string): boolean {
  return plain(left) !== '' && plain(left) === plain(right)
}

function told(application: Titled, { day, workshop, unit, leader, decision }: Earlier): Text {
  const same = isSame(application.leader, leader) ? text('领办人', 'leader') : text('单位', 'unit')
  return text(
    `${day}“${workshop}”（${unit}，${leader}）申报过，结果：${decision}；${same['zh-CN']}相同`,
    `"${workshop}" (${unit}, ${leader}) applied before, result of ${day}: ${decision}; same ${same.en}`,
  )
}

/** Full months between two days: a month counts once its day has come. */
function fullMonths(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return (toYear - year) * 12 + (toMonth - month) - (toDay < day ? 1 : 0)
}
