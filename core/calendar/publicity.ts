/** How long a list is shown to the public (公示): which days count, which is the last, when the next step may follow. */
import { isRefusal, type Refusal, refusal } from '../refusal.ts'
import { addDays, yearOf } from './day.ts'
import { type Calendar, isWorkday } from './holidays.ts'

export type Publicity = {
  /** The first and the last day that count. */
  readonly firstDay: string
  readonly lastDay: string
  /** The first working day after the last day. */
  readonly nextStep: string
  readonly days: readonly string[]
}

/**
 * The days of a publicity period. The day of posting is not counted (民法典第二百零一条); of working days only working
 * days count; a period in calendar days whose last day is a day off runs to the next working day (第二百零三条).
 * Refuses `no-calendar` for a year whose holidays are not known.
 */
export function publicity(
  question: { posted: string; length: number; unit: 'working' | 'calendar' },
  calendar: Calendar,
): Publicity | Refusal {
  const { posted, length, unit } = question
  const days: string[] = []
  for (let day = addDays(posted, 1); ; day = addDays(day, 1)) {
    const works = isWorkday(calendar, day)
    if (works === null) return refusal('no-calendar', { year: yearOf(day) })
    if (works || unit === 'calendar') days.push(day)
    if (days.length >= length && works) break
  }
  const lastDay = days.at(-1) ?? posted
  const nextStep = workdayAfter(lastDay, calendar)
  if (isRefusal(nextStep)) return nextStep
  return { firstDay: days[0] ?? lastDay, lastDay, nextStep, days }
}

function workdayAfter(day: string, calendar: Calendar): string | Refusal {
  const next = addDays(day, 1)
  const works = isWorkday(calendar, next)
  if (works === null) return refusal('no-calendar', { year: yearOf(next) })
  return works ? next : workdayAfter(next, calendar)
}
