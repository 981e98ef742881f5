/** Moments as papers name them: a whole day, or a time. A time without a zone is Beijing time. */

/** Nanoseconds since 1970 (UTC): the first and the last that the moment may mean; a time means one, a day all of its. */
export type Moment = { readonly first: bigint; readonly last: bigint; readonly spelling: string }

const pattern = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?$/
const second = 1_000_000_000n
const beijing = '+08:00'

/** Reads a date or a time; null when it is neither, or no such day or time exists. */
export function readMoment(spelling: string): Moment | null {
  const found = pattern.exec(spelling)
  if (!found) return null
  const [, year = '', month = '', day = '', hour, minute = '00', seconds = '00', part = '', zone = beijing] = found
  if (!isDay(Number(year), Number(month), Number(day))) return null
  if (Number(hour ?? 0) > 23 || Number(minute) > 59 || Number(seconds) > 59) return null
  const time = Date.parse(`${year}-${month}-${day}T${hour ?? '00'}:${minute}:${seconds}${zone}`)
  if (Number.isNaN(time)) return null
  const first = BigInt(time) * 1_000_000n + BigInt(part.padEnd(9, '0'))
  return { first, last: hour === undefined ? first + 86_400n * second - 1n : first, spelling }
}

/** True for a day that is in the calendar. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
