/** Rising retirement ages, against the tables printed with the decision of September 2024. */
import { describe, expect, it } from 'vitest'
import { type RetirementGroup, retirementOf } from './retirement.ts'

describe('the printed tables', () => {
  it.each<[RetirementGroup, string, number, number, string]>([
    ['men', '1964-12-31', 60, 0, '2024-12-31'],
    ['men', '1965-01-15', 60, 1, '2025-02-15'],
    ['men', '1965-04-15', 60, 1, '2025-05-15'],
    ['men', '1965-05-15', 60, 2, '2025-07-15'],
    ['men', '1970-01-15', 61, 4, '2031-05-15'],
    ['men', '1976-08-15', 62, 11, '2039-07-15'],
    ['men', '1976-09-15', 63, 0, '2039-09-15'],
    ['men', '1990-01-01', 63, 0, '2053-01-01'],
    ['women-55', '1970-01-15', 55, 1, '2025-02-15'],
    ['women-55', '1981-09-15', 58, 0, '2039-09-15'],
    ['women-50', '1975-01-15', 50, 1, '2025-02-15'],
    ['women-50', '1975-03-15', 50, 2, '2025-05-15'],
    ['women-50', '1984-11-15', 55, 0, '2039-11-15'],
  ])('%s born %s: %i years %i months, %s', (group, born, years, months, date) => {
    expect(retirementOf({ born, group })).toMatchObject({ age: { years, months }, date, monthsLeft: null })
  })
})

it('the last day of a short month', () => {
  // 60 years and 1 month after 31 January 1965 there is no 31 February.
  expect(retirementOf({ born: '1965-01-31', group: 'men' }).date).toBe('2025-02-28')
})

it.each<[string, number]>([
  ['2023-02-15', 24],
  ['2023-02-16', 23],
  ['2025-02-15', 0],
  ['2025-03-16', -1],
])('on %s full months left: %i', (on, monthsLeft) => {
  expect(retirementOf({ born: '1965-01-15', group: 'men', on }).monthsLeft).toBe(monthsLeft)
})
