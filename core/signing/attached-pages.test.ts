import { expect, test } from 'vitest'
import { combineHeads, type Entry } from '../ledger/entry.ts'
import { headPrinted, readPrinted } from './attached-pages.ts'

const entry = (chain: string, letter: string) => ({ chain, hash: letter.repeat(64) }) as Entry
const one = [entry('desk', 'a'), entry('desk', 'b'), entry('desk', 'c')]

test('a footer is of this ledger when the ledger once had that fingerprint, today or earlier', () => {
  expect(headPrinted(one, 'bbbbbbbbbbbbbbbb')).toBe('b'.repeat(64))
  expect(headPrinted(one, 'cccccccccccccccc')).toBe('c'.repeat(64))
  expect(headPrinted(one, 'dddddddddddddddd')).toBeNull()
})

test('with two devices the footer is of both ends together', () => {
  const two = [...one, entry('tablet', 'e')]
  const head = combineHeads([entry('desk', 'c'), entry('tablet', 'e')])
  expect(headPrinted(two, head.slice(0, 16))).toBe(head)
  expect(headPrinted(two, 'e'.repeat(16))).toBeNull()
})

test('fewer digits than a footer has bind nothing', () => {
  expect(headPrinted(one, 'bbbb')).toBeNull()
  expect(headPrinted(one, '')).toBeNull()
})

test('digits are read however they were typed', () => {
  expect(readPrinted(' 0A1B 2C3D-4e5f 6789 ')).toBe('0a1b2c3d4e5f6789')
})
