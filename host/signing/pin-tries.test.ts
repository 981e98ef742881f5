/** Guessing the PIN of a key on this laptop. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Refused, refuse } from '#core/refusal.ts'
import { withTries } from './pin-tries.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jiangping-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 8, minute))
const wrong = async () => refuse('wrong-key-pin')
const right = async () => 'open'

/** What a try at that minute ends in. */
async function tried(name: string, minute: number, open: () => Promise<string>): Promise<unknown> {
  try {
    return await withTries(path.join(folder, name), at(minute), open)
  } catch (problem) {
    if (problem instanceof Refused) return [problem.refusal.code, problem.refusal.detail]
    throw problem
  }
}

test('after five wrong PINs the sixth is not even tried, be it right, until ten minutes have passed', async () => {
  for (const minute of [0, 1, 2, 3, 4]) expect(await tried('a', minute, wrong)).toEqual(['wrong-key-pin', {}])
  expect(await tried('a', 5, right)).toEqual(['key-paused', { minutes: 9 }])
  expect(await tried('a', 14, right)).toBe('open')
  // The right one wipes the slate.
  expect(await tried('a', 15, wrong)).toEqual(['wrong-key-pin', {}])
  expect(await tried('a', 15, right)).toBe('open')
})

test('each wrong one after the pause begins the next pause', async () => {
  for (const minute of [0, 0, 0, 0, 0]) await tried('b', minute, wrong)
  expect(await tried('b', 10, wrong)).toEqual(['wrong-key-pin', {}])
  expect(await tried('b', 19, right)).toEqual(['key-paused', { minutes: 1 }])
  expect(await tried('b', 20, right)).toBe('open')
})

test('tries at the same time are counted each', async () => {
  for (const minute of [0, 0, 0, 0]) await tried('c', minute, wrong)
  let began = 0
  const slow = async () => {
    began += 1
    await new Promise((resolve) => setTimeout(resolve, 20))
    return refuse('wrong-key-pin')
  }
  const all = [0, 0, 0].map(async (minute) => {
    await new Promise((resolve) => setTimeout(resolve, began * 5))
    return tried('c', minute, slow)
  })
  await Promise.all(all)
  expect(await tried('c', 1, right)).toEqual(['key-paused', { minutes: 9 }])
})

test('a clock that is set back locks nobody out for longer', async () => {
  for (const minute of [50, 50, 50, 50, 50]) await tried('d', minute, wrong)
  expect(await tried('d', 0, right)).toBe('open')
})
