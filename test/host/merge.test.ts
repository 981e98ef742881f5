// Work of several devices put together: in any order and number it gives the same. The long form: npm run soak -- merge
import { expect, test } from 'vitest'
import { tryMerging } from '#test/helpers/merging.ts'

test('whatever part of the work reaches whom in whatever order, all end with the same ledger and the same rows', () => {
  const trial = tryMerging({ runs: 12, seed: 20_261_116 })
  expect(trial.problems).toEqual([])
  // The trial was one: parts came early and had to wait, and people handed in twice.
  expect(trial.waited).toBeGreaterThan(2)
  expect(trial.conflicts).toBeGreaterThan(2)
}, 60_000)
