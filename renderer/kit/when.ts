/** Points of time as an office writes them, in the clock of this device. */
import type { Lang } from '#core/lang.ts'
import { useLang } from './lang.ts'

const day = { year: 'numeric', month: 'long', day: 'numeric' } as const
const clock = { hour: '2-digit', minute: '2-digit', hour12: false } as const

/** "9 月 1 日" style date, "10:42" style clock, or both. */
export function whenIn(lang: Lang, iso: string, form: 'day' | 'clock' | 'both' | 'second' = 'both'): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const parts = { day, clock, both: { ...day, ...clock }, second: { ...clock, second: '2-digit' } } as const
  return new Intl.DateTimeFormat(lang, parts[form] as Intl.DateTimeFormatOptions).format(at)
}

/** Writes points of time in the reader's language. */
export function useWhen(): (iso: string, form?: 'day' | 'clock' | 'both' | 'second') => string {
  const lang = useLang((store) => store.lang)
  return (iso, form) => whenIn(lang, iso, form)
}
