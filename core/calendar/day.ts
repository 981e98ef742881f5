/** Days of the calendar as they travel: YYYY-MM-DD, without clock and zone. */

const dayLength = 86_400_000

/** True for the spelling of a day that exists. */
export function isDay(spelling: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(spelling) && spell(numberOf(spelling)) === spelling
}

/** The day so many days later (earlier when negative). */
export function addDays(day: string, days: number): string {
  return spell(numberOf(day) + days * dayLength)
}

/** The same day so many months later; the last of the month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return spell(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, length)))
}

/** Full months from one day to a later one; negative when it is earlier. */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return -monthsBetween(to, from)
  const [year = 0, month = 1] = from.split('-').map(Number)
  const [laterYear = 0, laterMonth = 1] = to.split('-').map(Number)
  const months = (laterYear - year) * 12 + laterMonth - month
  return addMonths(from, months) <= to ? months : months - 1
}

/** The year of a day. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: string): number {
  return new Date(numberOf(day)).getUTCDay()
}

function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function spell(time: number): string {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10)
}
