import { expect, test } from 'vitest'
import { differingItems, paperCode, readPaperCode } from './paper-entry.ts'

test('names the items on which two entries differ, and those that only one person entered', () => {
  expect(differingItems({ A1: '0', C1: '1.5', C2: '2' }, { A1: '0', C1: '1.50', C2: '2.0' })).toEqual([])
  expect(differingItems({ A1: '0', C1: '1.5', C2: '2' }, { A1: '0', C1: '15', C3: '1' })).toEqual(['C1', 'C2', 'C3'])
  expect(differingItems({ A1: '一' }, { A1: '1' })).toEqual(['A1'])
})

test('the code on a printed sheet names round, expert and application, and nothing else is taken for one', () => {
  const place = { round: 'round-1', expert: 'expert-3', packet: 'packet-2' }
  expect(paperCode(place)).toBe('JP-SHEET/round-1/expert-3/packet-2')
  expect(readPaperCode(' JP-SHEET/round-1/expert-3/packet-2\n')).toEqual(place)
  for (const wrong of ['', 'JP-SHEET/round-1/expert-3', 'JP-SHEET/a/b/c/d', 'https://example.invalid/a/b/c']) {
    expect(readPaperCode(wrong)).toBeNull()
  }
})
