/** When somebody reaches the statutory retirement age under the rise since 2025-01-01. A help to the clerk; nothing decides by it. */
import { addMonths, monthsBetween } from './day.ts'

/** Men (60 → 63), women who retired at 55 (→ 58), women who retired at 50 (→ 55). */
export const retirementGroups = ['men', 'women-55', 'women-50'] as const
export type RetirementGroup = (typeof retirementGroups)[number]

/** Per group: the old age in months, and how fast it rises from which month of birth to what most. */
const rises = {
  men: { old: 60 * 12, from: '1965-01-01', every: 4, most: 36 },
  'women-55': { old: 55 * 12, from: '1970-01-01', every: 4, most: 36 },
  'women-50': { old: 50 * 12, from: '1975-01-01', every: 2, most: 60 },
} as const satisfies Record<RetirementGroup, { old: number; from: string; every: number; most: number }>

export type Retirement = {
  /** The age reached, in years and months. */
  readonly age: { readonly years: number; readonly months: number }
  /** By how many months it was put off. */
  readonly delayed: number
  readonly date: string
  /** Full months from `on` to the date; negative when it is past. Null without `on`. */
  readonly monthsLeft: number | null
}

/**
 * The statutory retirement date of somebody born on that day (关于实施渐进式延迟法定退休年龄的决定, 2024-09-13: one month later
 * for every four months of birth, for women with the old age of fifty every two). Early or elastic retirement, and
 * special trades, are not in it.
 */
export function retirementOf(question: { born: string; group: RetirementGroup; on?: string | undefined }): Retirement {
  const { born, group, on } = question
  const { old, from, every, most } = rises[group]
  const monthsAfter = monthsBetween(from, `${born.slice(0, 7)}-01`)
  const delayed = monthsAfter < 0 ? 0 : Math.min(most, Math.floor(monthsAfter / every) + 1)
  const age = old + delayed
  const date = addMonths(born, age)
  return {
    age: { years: Math.floor(age / 12), months: age % 12 },
    delayed,
    date,
    monthsLeft: on === undefined ? null : monthsBetween(on, date),
  }
}
