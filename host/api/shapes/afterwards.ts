/** What follows a selection. Types only: nothing here runs. */
import type { Afterwards } from '#core/afterwards/afterwards.ts'
import type { Standing } from '#core/afterwards/follow.ts'
import type { Payment } from '#core/afterwards/money.ts'
import type { Reminder } from '#core/afterwards/reminders.ts'
import type { Retirement } from '#core/calendar/retirement.ts'
import type { Text } from '#core/lang.ts'

export type AfterwardsView = Afterwards
export type StandingView = Standing & { stateName: Text }
export type ReminderView = Reminder
/** Sums in 万元 as decimals; `open` names the workshops whose sum is not known, which the total leaves out. */
export type MoneyView = { rows: (Omit<Payment, 'wan'> & { wan: string | null })[]; total: string; open: string[] }
export type RetirementView = Retirement & { warning: Text }
/** A calendar: shipped with the program (`source` null) or imported. Region '' is nationwide. */
export type CalendarView = {
  region: string
  years: number[]
  days: number
  source: string | null
  importedAt: string | null
}
