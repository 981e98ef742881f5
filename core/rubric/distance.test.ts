import { expect, test } from 'vitest'
import { exact } from '../exact/exact.ts'
import { standsFar } from './distance.ts'

const far = (own: string, others: string[], max = '5', share = '0.4') =>
  standsFar(
    exact(own),
    others.map((each) => exact(each)),
    exact(max),
    share,
  )

test('two fifths of five points are two: at two away the expert is asked, just below not', () => {
  expect(far('2', ['4', '4', '4'])).toBe(true)
  expect(far('2.01', ['4', '4', '4'])).toBe(false)
  expect(far('5', ['3', '3', '2'])).toBe(true)
})

test('the middle of the others counts, not their mean: one outlier asks nobody else', () => {
  // Mean 3.25, middle 4.5.
  expect(far('4', ['5', '5', '3', '0'])).toBe(false)
  // Of an even number the mean of the two in the middle: 4 here, so 2 is far.
  expect(far('2', ['5', '5', '3', '0'])).toBe(true)
})

test('with fewer than three others nobody is asked', () => {
  expect(far('0', ['5', '5'])).toBe(false)
  expect(far('0', ['5', '5', '5'])).toBe(true)
})

test('a share that has no finite binary form is exact', () => {
  expect(far('2.7', ['3', '3', '3'], '3', '0.1')).toBe(true)
})
