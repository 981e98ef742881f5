/** Takes in a year's holidays and make-up days, nationwide or of one region, as a table. */
import { basename } from 'node:path'
import { isDay, yearOf } from '#core/calendar/day.ts'
import type { CalendarDay } from '#core/calendar/holidays.ts'
import { text } from '#core/lang.ts'
import type { CalendarView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { badTable, readTable } from '../intake/table.ts'
import { importedCalendars, keepCalendars, listCalendars } from '../views/calendars.ts'

const columns = {
  day: { headings: ['日期', '时间', 'day', 'date'], needed: true },
  kind: { headings: ['安排', '放假或上班', '类型', 'kind'], needed: true },
}
/**
 * Nationwide days make their years known; regional days are added to the nationwide ones. An import replaces the days
 * of the same years and region.
 * @throws Refused `not-found`, `bad-table`; then nothing is changed.
 */
export async function importCalendar(
  ctx: Ctx,
  { path, region }: { path: string; region: string },
): Promise<CalendarView[]> {
  const source = basename(path)
  const rows = await readTable(path, columns)
  const days = rows.map(({ row, cells }): CalendarDay => {
    const day = dayIn(cells.day)
    const kind = kindIn(cells.kind)
    if (day === null)
      return badTable(source, text(`第 ${row} 行的日期“${cells.day}”读不懂`, `row ${row}: "${cells.day}" is no day`))
    if (kind === null) {
      return badTable(source, text(`第 ${row} 行应写“放假”或“上班”`, `row ${row} must say off (放假) or work (上班)`))
    }
    return { day, kind }
  })
  if (days.length === 0) return badTable(source, text('表头下面没有内容', 'nothing below the headings'))
  const imported = importedCalendars(ctx)
  const years = new Set(days.map(({ day }) => yearOf(day)))
  const kept = (imported[region]?.days ?? []).filter(({ day }) => !years.has(yearOf(day)))
  imported[region] = { days: [...kept, ...days], source, at: timestamp(ctx.host) }
  keepCalendars(ctx, imported)
  return listCalendars(ctx)
}

/** "2027-01-01", "2027/1/1", "2027.1.1", "2027年1月1日". */
function dayIn(spelling: string): string | null {
  const [, year, month = '', date = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(spelling.replace(/\s/g, '')) ?? []
  const day = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : ''
  return isDay(day) ? day : null
}

function kindIn(words: string): CalendarDay['kind'] | null {
  if (/上班|补班|work/i.test(words)) return 'work'
  return /放假|休|off/i.test(words) ? 'off' : null
}
