import { expect, test } from 'vitest'
import { type Leaf, nextUnread } from './unread.ts'

const files = [
  { file: 'form', count: 2 },
  { file: 'proofs', count: 3 },
  { file: 'photos', count: 0 },
]
const seen =
  (...pages: string[]) =>
  (leaf: Leaf) =>
    pages.includes(`${leaf.file} ${leaf.page}`)

test('goes on in the file, then to the next file, and around the end to what was skipped', () => {
  expect(nextUnread(files, { file: 'form', page: 1 }, seen('form 1'))).toEqual({
    next: { file: 'form', page: 2 },
    left: 5,
  })
  expect(nextUnread(files, { file: 'form', page: 2 }, seen('form 1', 'proofs 1')).next).toEqual({
    file: 'proofs',
    page: 2,
  })
  const skipped = seen('proofs 1', 'proofs 2', 'proofs 3', 'photos 1', 'form 2')
  expect(nextUnread(files, { file: 'proofs', page: 3 }, skipped)).toEqual({ next: { file: 'form', page: 1 }, left: 1 })
})

test('says when everything was read; the page on screen does not count as left', () => {
  const all = seen('form 1', 'form 2', 'proofs 1', 'proofs 2', 'proofs 3')
  expect(nextUnread(files, { file: 'photos', page: 1 }, all)).toEqual({ next: null, left: 0 })
})
