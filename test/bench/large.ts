/** The round that the benches of results and papers run on, by size, and its book. */
import path from 'node:path'
import { type Caller, openHost } from '#host/host.ts'
import type { PaperBook } from '#host/papers/book.ts'
import { bookOf } from '#host/views/paper-book.ts'
import { makeLargeRound } from '../helpers/large-round.ts'
import type { Place, Size } from './case.ts'

export const sizes: Record<Size, { packets: number; experts: number }> = {
  small: { packets: 12, experts: 5 },
  typical: { packets: 50, experts: 7 },
  stress: { packets: 1_000, experts: 15 },
}
export const largeRound = 'round-1'
export const caller: Caller = { role: 'secretariat', name: '秘书处', door: 'command-line', lang: 'zh-CN', seat: null }
export const madeAt = '2026-11-21T06:05:00.000Z'
export const storeIn = (data: string): string => path.join(data, 'store')

/** Makes the round in the bench's folder. */
export async function prepareLarge(data: string, size: Size): Promise<void> {
  await makeLargeRound(storeIn(data), sizes[size])
}

/** Reads the book as the typist does. */
export async function largeBook(data: Place['data']): Promise<PaperBook> {
  const host = openHost(storeIn(data), { now: () => new Date(madeAt) })
  try {
    return await bookOf({ host, caller }, largeRound)
  } finally {
    await host.close()
  }
}
