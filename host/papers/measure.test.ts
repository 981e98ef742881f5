/** The estimates the layout rests on. */
import { expect, test } from 'vitest'
import { quartiles } from './charts/distribution.ts'
import { breakLines, joinLines } from './measure.ts'
import { fitSpans } from './sheets/columns.ts'
import { settleTimes } from './zip-times.ts'

const lines = (text: string, width: number) => breakLines(text, width, 10).map((line) => line.text)

test('Chinese breaks anywhere, but no line begins with a closing mark', () => {
  expect(lines('一二三四五六', 30)).toEqual(['一二三', '四五六'])
  expect(lines('一二三，四', 30)).toEqual(['一二', '三，四'])
})

test('a Latin word goes to the next line whole, unless the column is narrower than the word', () => {
  expect(lines('甲乙 abcd', 40)).toEqual(['甲乙 ', 'abcd'])
  expect(lines('abcdef', 20)).toEqual(['abc', 'def'])
})

test('lines put together again are the text', () => {
  const text = '第一段，有 some words。\n\n第三段'
  expect(joinLines(breakLines(text, 40, 10))).toBe(text)
})

test('a table lies on the grid as nearly as it can', () => {
  expect(fitSpans([10, 10, 10, 10, 10, 10], [1, 2, 3])).toEqual([1, 2, 3])
  expect(() => fitSpans([10, 10], [1, 1, 1])).toThrow(RangeError)
})

test('quartiles lie between the marks', () => {
  expect(quartiles([4, 1, 3, 2, 5])).toEqual([1, 2, 3, 4, 5])
  expect(quartiles([1, 2])).toEqual([1, 1.25, 1.5, 1.75, 2])
  expect(quartiles([])).toBeNull()
})

test('what is not a zip is not touched', () => {
  expect(() => settleTimes(Buffer.from('not a zip at all, but long enough'), '2026-11-21T14:05:00+08:00')).toThrow(
    'not a zip',
  )
})
