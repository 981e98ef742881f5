/** Which holiday calendars are known: the shipped one, and what was imported on this device. */
import { yearOf } from '#core/calendar/day.ts'
import { type Calendar, type CalendarDay, nationwide, withDays } from '#core/calendar/holidays.ts'
import { putSetting, setting } from '#db/queries/device.ts'
import type { CalendarView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'

const key = 'calendars'

/** What was imported, by region; '' is nationwide. */
type Imported = Record<string, { days: CalendarDay[]; source: string; at: string }>

/** `calendars.list`: the years that are known, and what was imported. */
export function listCalendars(ctx: Ctx): CalendarView[] {
  const imported = Object.entries(importedCalendars(ctx)).map(([region, { days, source, at }]) => ({
    region,
    years: [...new Set(days.map(({ day }) => yearOf(day)))].toSorted((left, right) => left - right),
    days: days.length,
    source,
    importedAt: at,
  }))
  const shipped = {
    region: '',
    years: [...nationwide.years].toSorted((left, right) => left - right),
    days: nationwide.off.size + nationwide.work.size,
  }
  return [{ ...shipped, source: null, importedAt: null }, ...imported]
}

/** The calendar of a region, or the nationwide one; a store that does not exist yet holds nothing and is not made. */
export function calendarOf(ctx: Ctx, region: string): Calendar {
  if (!ctx.host.hasStore) return nationwide
  const imported = importedCalendars(ctx)
  const everywhere = imported['']?.days ?? []
  const here = region === '' ? [] : (imported[region]?.days ?? [])
  return withDays(nationwide, [...everywhere, ...here], [...new Set(everywhere.map(({ day }) => yearOf(day)))])
}

/** True when days of that region were imported. */
export function knowsRegion(ctx: Ctx, region: string): boolean {
  return region === '' || (ctx.host.hasStore && importedCalendars(ctx)[region] !== undefined)
}

/** What was imported on this device. */
export function importedCalendars({ host }: Ctx): Imported {
  return JSON.parse(setting(host.store.device, key) ?? '{}') as Imported
}

/** Keeps what was imported. */
export function keepCalendars({ host }: Ctx, imported: Imported): void {
  putSetting(host.store.device, key, JSON.stringify(imported))
}
