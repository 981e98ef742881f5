import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint, isFresh, writeStamp } from './stamps.mjs'

let root: string
const noon = new Date('2026-01-01T12:00:00Z')

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jp-stamps-'))
  mkdirSync(join(root, 'core', 'rank'), { recursive: true })
  put('core/rank/rank.ts', 'old')
  put('core/rank/rank.test.ts', 'old')
  writeStamp(join(root, 'out', 'stamp'), fingerprint(root, ['core']))
})

afterEach(() => rmSync(root, { recursive: true }))

function put(file: string, text: string, at = noon) {
  writeFileSync(join(root, file), text)
  utimesSync(join(root, file), at, at)
}

const fresh = () => isFresh(join(root, 'out', 'stamp'), fingerprint(root, ['core']))

test('nothing touched is fresh', () => {
  expect(fresh()).toBe(true)
})

test.each([
  ['a file edited later', () => put('core/rank/rank.ts', 'new', new Date('2026-01-02'))],
  ['a file replaced by an older copy', () => put('core/rank/rank.ts', 'old', new Date('2025-01-01'))],
  ['a file of the same time and another size', () => put('core/rank/rank.ts', 'longer')],
  ['a new file', () => put('core/rank/tie.ts', 'x')],
  ['a deleted file', () => rmSync(join(root, 'core/rank/rank.ts'))],
  ['a lost stamp', () => rmSync(join(root, 'out'), { recursive: true })],
])('%s is stale', (_what, change) => {
  change()
  expect(fresh()).toBe(false)
})

test('a test is no source of a program', () => {
  put('core/rank/rank.test.ts', 'new', new Date('2026-01-02'))
  expect(fresh()).toBe(true)
})
