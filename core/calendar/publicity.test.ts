/** Publicity periods across holidays and make-up days, counted by hand on the State Council's notices. */
import { describe, expect, it } from 'vitest'
import { isWorkday, nationwide, withDays } from './holidays.ts'
import { publicity } from './publicity.ts'

const ask = (posted: string, length: number, unit: 'working' | 'calendar') =>
  publicity({ posted, length, unit }, nationwide)

describe('working days', () => {
  it.each<[string, string, number, string, string, string]>([
    ['an ordinary week', '2026-03-06', 5, '2026-03-09', '2026-03-13', '2026-03-16'],
    ['posted on a Monday', '2026-03-09', 5, '2026-03-10', '2026-03-16', '2026-03-17'],
    // National Day 2025: off 1–8 October, make-up work on 28 September and 11 October.
    ['across National Day 2025', '2025-09-26', 5, '2025-09-28', '2025-10-10', '2025-10-11'],
    // Spring Festival 2026: off 15–23 February, make-up work on 14 and 28 February.
    ['across Spring Festival 2026', '2026-02-12', 5, '2026-02-13', '2026-02-26', '2026-02-27'],
    // May Day 2022: off 30 April – 4 May, make-up work on 24 April and 7 May.
    ['across May Day 2022', '2022-04-29', 3, '2022-05-05', '2022-05-07', '2022-05-09'],
    ['one day', '2024-06-07', 1, '2024-06-11', '2024-06-11', '2024-06-12'],
  ])('%s', (_, posted, length, firstDay, lastDay, nextStep) => {
    expect(ask(posted, length, 'working')).toMatchObject({ firstDay, lastDay, nextStep })
  })

  it('lists the days that count', () => {
    expect(ask('2025-09-26', 5, 'working')).toMatchObject({
      days: ['2025-09-28', '2025-09-29', '2025-09-30', '2025-10-09', '2025-10-10'],
    })
  })
})

describe('calendar days', () => {
  it.each<[string, string, number, string, string, string, number]>([
    ['seven days that end on a working day', '2026-03-05', 7, '2026-03-06', '2026-03-12', '2026-03-13', 7],
    ['an end on Saturday runs to Monday', '2026-03-07', 7, '2026-03-08', '2026-03-16', '2026-03-17', 9],
    ['an end in the holidays runs past them', '2025-09-25', 7, '2025-09-26', '2025-10-09', '2025-10-10', 14],
    ['an end on a make-up Sunday stays', '2025-09-21', 7, '2025-09-22', '2025-09-28', '2025-09-29', 7],
  ])('%s', (_, posted, length, firstDay, lastDay, nextStep, count) => {
    const answer = ask(posted, length, 'calendar')
    expect(answer).toMatchObject({ firstDay, lastDay, nextStep })
    expect('days' in answer && answer.days).toHaveLength(count)
  })
})

describe('years nobody has announced', () => {
  it('are refused, also when only the end lies in one', () => {
    expect(ask('2027-03-01', 5, 'working')).toEqual({ code: 'no-calendar', detail: { year: 2027 } })
    expect(ask('2026-12-30', 5, 'working')).toEqual({ code: 'no-calendar', detail: { year: 2027 } })
    expect(ask('2026-12-25', 7, 'calendar')).toEqual({ code: 'no-calendar', detail: { year: 2027 } })
  })

  it('are known once their notice is imported', () => {
    const calendar = withDays(nationwide, [{ day: '2027-01-01', kind: 'off' }], [2027])
    expect(publicity({ posted: '2026-12-30', length: 2, unit: 'working' }, calendar)).toMatchObject({
      days: ['2026-12-31', '2027-01-04'],
    })
  })
})

it('a regional day off is added, and a later notice can take it back', () => {
  const regional = withDays(nationwide, [{ day: '2026-05-27', kind: 'off' }], [])
  expect(isWorkday(regional, '2026-05-27')).toBe(false)
  expect(isWorkday(withDays(regional, [{ day: '2026-05-27', kind: 'work' }], []), '2026-05-27')).toBe(true)
  expect(isWorkday(regional, '2027-05-27')).toBeNull()
})
