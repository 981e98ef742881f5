/** Public holidays and make-up days: the State Council's notices, and what an office has imported. */
import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { weekday, yearOf } from './day.ts'

/** A calendar knows some years; of others it says nothing. */
export type Calendar = {
  readonly years: ReadonlySet<number>
  /** Days off that the notices name, and days of work on a weekend. */
  readonly off: ReadonlySet<string>
  readonly work: ReadonlySet<string>
}

/** One day of an imported notice. A regional day is added to the nationwide ones. */
export type CalendarDay = { readonly day: string; readonly kind: 'off' | 'work' }

/** The notices that ship with the program. */
export const nationwide: Calendar = {
  years: new Set(Object.keys(notices.holidays).map(yearOf)),
  off: new Set(Object.keys(notices.holidays)),
  work: new Set(Object.keys(notices.workdays)),
}

/**
 * A calendar with imported days on top; the later word counts. Regional days alone do not make a year known:
 * `years` names those whose nationwide notice was imported.
 */
export function withDays(calendar: Calendar, days: readonly CalendarDay[], years: readonly number[]): Calendar {
  const off = new Set(calendar.off)
  const work = new Set(calendar.work)
  for (const { day, kind } of days) {
    const [into, out] = kind === 'off' ? [off, work] : [work, off]
    into.add(day)
    out.delete(day)
  }
  return { years: new Set([...calendar.years, ...years]), off, work }
}

/** True when offices work that day; null when the calendar does not know the year. */
export function isWorkday({ years, off, work }: Calendar, day: string): boolean | null {
  if (!years.has(yearOf(day))) return null
  if (work.has(day)) return true
  if (off.has(day)) return false
  return weekday(day) !== 0 && weekday(day) !== 6
}
