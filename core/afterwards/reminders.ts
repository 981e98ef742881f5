/** What is due for a named workshop, and when to think of it. */
import { addMonths, yearOf } from '../calendar/day.ts'
import type { Text } from '../lang.ts'
import type { Afterwards, ReminderRule } from './afterwards.ts'

export type Reminder = {
  readonly id: string
  readonly clause: string
  readonly text: Text
  /** The day to think of it, and the last day on which it is in time. */
  readonly remind: string
  readonly due: string
  readonly state: 'coming' | 'open' | 'late'
}

/** Reminders come this many months ahead of a date that repeats. */
const ahead = 3

/** The next date of every duty of a workshop named on that day; `on` is today. Sorted by the day to think of it. */
export function remindersOf(scheme: Afterwards, { named, on }: { named: string; on: string }): Reminder[] {
  const end = scheme.period ? addMonths(named, scheme.period.months) : null
  return scheme.reminders
    .flatMap((rule) => datesOf(rule, { named, end, on }).map((dates) => reminderOf(rule, dates, on)))
    .toSorted((left, right) => left.remind.localeCompare(right.remind))
}

type Dates = { remind: string; due: string }

function datesOf(
  { when }: ReminderRule,
  { named, end, on }: { named: string; end: string | null; on: string },
): Dates[] {
  switch (when.kind) {
    case 'yearly': {
      const year = Math.max(yearOf(on), yearOf(named))
      return [{ remind: `${year}-${when.remind}`, due: `${year}-${when.due}` }]
    }
    case 'before-end':
      return end === null ? [] : [{ remind: addMonths(end, -when.months), due: end }]
    case 'every': {
      const start = when.after === 'named' ? named : end
      if (start === null) return []
      let due = addMonths(start, when.months)
      for (let turn = 2; due < on; turn += 1) due = addMonths(start, when.months * turn)
      return [{ remind: addMonths(due, -ahead), due }]
    }
  }
}

function reminderOf({ id, clause, text }: ReminderRule, { remind, due }: Dates, on: string): Reminder {
  const state = on < remind ? 'coming' : on <= due ? 'open' : 'late'
  return { id, clause, text, remind, due, state }
}
