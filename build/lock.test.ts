import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { whileLocked } from './lock.mjs'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jp-lock-'))
  file = join(folder, 'a.lock')
})

afterEach(() => rmSync(folder, { recursive: true }))

test('two builders take turns', async () => {
  const story: string[] = []
  const build = (name: string) =>
    whileLocked(file, async () => {
      story.push(`${name} begins`)
      await new Promise((done) => setTimeout(done, 50))
      story.push(`${name} ends`)
    })
  await Promise.all([build('a'), build('b')])
  expect(story).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test('a lock of a process that is gone is taken over', async () => {
  // Above the highest number Linux hands out.
  writeFileSync(file, '4194305')
  expect(await whileLocked(file, () => 'built')).toBe('built')
})

test('a build that fails leaves no lock behind', async () => {
  await expect(
    whileLocked(file, () => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(existsSync(file)).toBe(false)
})
