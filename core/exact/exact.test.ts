import { describe, expect, test } from 'vitest'
import { decimal, exact, fromRatio, isDecimal, ratio, shown, sum } from './exact.ts'

describe('reading', () => {
  test.each(['0', '9.5', '-3', '0.25', '007', '999999999999999.123456789012'])('%s is a number', (spelling) => {
    expect(isDecimal(spelling)).toBe(true)
  })

  test.each(['', ' 1', '1 ', '.5', '5.', '1,5', '1e3', '+1', '１', '--1', '0x1', 'NaN', '1/2', '1234567890123456'])(
    '“%s” is none',
    (spelling) => {
      expect(isDecimal(spelling)).toBe(false)
      expect(() => exact(spelling)).toThrow(RangeError)
    },
  )

  test('a binary float is never taken for a number', () => {
    expect(() => exact(0.1)).toThrow('not a whole number: 0.1')
    expect(() => exact(Number.NaN)).toThrow(RangeError)
    expect(() => exact(2 ** 53)).toThrow(RangeError)
    expect(ratio(exact(7))).toBe('7')
  })
})

describe('adding up', () => {
  test('a tenth and two tenths are three tenths', () => {
    expect(decimal(exact('0.1').add(exact('0.2')))).toBe('0.3')
  })

  test('a third three times is a whole', () => {
    const third = exact('1').div(3)
    expect(ratio(sum([third, third, third]))).toBe('1')
    expect(ratio(sum([]))).toBe('0')
  })
})

describe('spelling', () => {
  test('a ratio goes out and comes back', () => {
    for (const spelling of ['185/2', '92', '-1/3', '0']) expect(ratio(fromRatio(spelling))).toBe(spelling)
    for (const spelling of ['', '1/', '/2', '1.5', '1/-2', 'x']) expect(() => fromRatio(spelling)).toThrow(RangeError)
  })

  test.each([
    ['92.595', 2, '92.60'],
    ['92.594', 2, '92.59'],
    ['89.995', 2, '90.00'],
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['-0.004', 2, '0.00'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['7', 2, '7.00'],
  ])('%s shown in %i places is %s', (spelling, places, words) => {
    expect(shown(exact(spelling), places)).toBe(words)
  })

  test('a decimal has no superfluous zeros, and a third has no decimal', () => {
    expect(decimal(exact('14.80'))).toBe('14.8')
    expect(decimal(exact('100'))).toBe('100')
    expect(decimal(exact('0.000000000001'))).toBe('0.000000000001')
    expect(() => decimal(exact('1').div(3))).toThrow('no finite decimal: 1/3')
  })
})
