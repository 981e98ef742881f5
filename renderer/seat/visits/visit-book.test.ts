/** The book of visits on one device: killed, cut off, sent twice; every byte arrives, and none twice. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { MyVisit, VisitForm } from '#host/api/shapes.ts'
import type { Luggage } from './luggage.ts'
import type { Shot } from './shot.ts'
import { type Host, type LocalVisit, openVisitBook } from './visit-book.ts'

function memoryLuggage(): Luggage & { kept: Map<string, unknown>; isFull: boolean } {
  const kept = new Map<string, unknown>()
  return {
    kept,
    isFull: false,
    get: async (name) => structuredClone(kept.get(name)),
    async put(name, value) {
      if (this.isFull) throw new DOMException('disk full', 'QuotaExceededError')
      kept.set(name, structuredClone(value))
    },
    getBytes: async (name) => kept.get(name) as Uint8Array<ArrayBuffer> | undefined,
    putBytes: async (name, bytes) => void kept.set(name, bytes),
    drop: async (name) => void kept.delete(name),
  }
}

/** A host that takes pieces, and may be out of reach after so many of them. */
function fakeHost() {
  const taken = new Map<string, number[]>()
  const seen = { saves: [] as LocalVisit[], pieces: 0, reach: Number.POSITIVE_INFINITY, revision: 0 }
  const host: Host = {
    async save(visit) {
      if (seen.reach <= 0) return { kind: 'lost' }
      seen.saves.push(visit)
      seen.revision += 1
      const have = Object.fromEntries(visit.photos.map(({ sha256 }) => [sha256, taken.get(sha256)?.length ?? 0]))
      return { answer: { revision: seen.revision, have, hostTime: '' } }
    },
    async photo(packet, sha256, offset, piece) {
      if (seen.reach <= 0) return { kind: 'lost' }
      seen.reach -= 1
      seen.pieces += 1
      const bytes = taken.get(sha256) ?? []
      if (bytes.length === offset) taken.set(sha256, [...bytes, ...piece])
      const have = taken.get(sha256)?.length ?? 0
      const size = seen.saves.at(-1)?.photos.find((photo) => photo.sha256 === sha256)?.size
      return { answer: { sha256, have, complete: have === size && packet !== '' } }
    },
  }
  return { host, seen, taken }
}

function shotOf(shade: number, size = 1_000): Shot {
  const bytes = new Uint8Array(size).fill(shade)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes, facts: { sha256, size, width: 40, height: 30, original: null } }
}

const more = { noted: '2026-11-18T03:00:00.000Z', clockAhead: 0, about: null }
const packet = 'p1'
const form: VisitForm = {
  date: '2026-11-18',
  place: '样例路',
  begun: null,
  ended: null,
  team: [],
  guests: [],
  opinion: '好',
  findings: [],
  checks: [],
  measures: [],
}
const open = (luggage: Luggage, host: Host) =>
  openVisitBook({ luggage, seat: 3, packets: [packet], host, retry: [60_000] })

describe('a book of visits', () => {
  test('without the host everything is kept, and a new page finds it', async () => {
    const luggage = memoryLuggage()
    const away = fakeHost()
    away.seen.reach = 0
    const book = await open(luggage, away.host)
    await book.write(packet, form)
    expect(await book.add(packet, shotOf(1), more)).toBe(true)
    expect(await book.add(packet, shotOf(2), more)).toBe(true)
    expect(await book.add(packet, shotOf(1), more)).toBe(false)
    await book.strike(packet, shotOf(2).facts.sha256, '拍糊了')
    await book.add(packet, shotOf(3), more)
    expect(await book.flush()).toBe(false)
    book.stop()
    const again = await open(luggage, away.host)
    expect(again.of(packet).photos.map(({ seat, no }) => [seat, no])).toEqual([
      [3, 1],
      [3, 3],
    ])
    expect(again.of(packet).struck).toEqual([{ seat: 3, no: 2, reason: '拍糊了' }])
    expect(again.of(packet).form?.opinion).toBe('好')
    expect(again.counts()).toEqual({ photos: 2, sent: 0, waiting: 2, untold: 1 })
    again.stop()
  })

  test('cut off in the middle of a photo, a new page sends the rest and nothing twice', async () => {
    const luggage = memoryLuggage()
    const { host, seen, taken } = fakeHost()
    const large = shotOf(7, 1_300_000)
    const book = await open(luggage, host)
    await book.add(packet, large, more)
    await book.add(packet, shotOf(8), more)
    seen.reach = 2
    expect(await book.flush()).toBe(false)
    expect(taken.get(large.facts.sha256)).toHaveLength(1_048_576)
    book.stop()
    seen.reach = Number.POSITIVE_INFINITY
    const again = await open(luggage, host)
    expect(await again.flush()).toBe(true)
    // 1 300 000 bytes are three pieces of at most 524 288; the small photo is one.
    expect(seen.pieces).toBe(4)
    expect(taken.get(large.facts.sha256)).toHaveLength(1_300_000)
    expect(again.counts()).toEqual({ photos: 2, sent: 2, waiting: 0, untold: 0 })
    again.stop()
  })

  test('a full disk says so, and says it no more when there is room again', async () => {
    const luggage = memoryLuggage()
    const { host } = fakeHost()
    const book = await open(luggage, host)
    luggage.isFull = true
    await book.write(packet, form)
    expect(book.trouble()).toBe('disk full')
    luggage.isFull = false
    await book.write(packet, { ...form, opinion: '好。' })
    expect(book.trouble()).toBeNull()
    book.stop()
  })

  test('two devices of one person: both sets of photos stay, with numbers of their own', async () => {
    const { host } = fakeHost()
    const mine = await open(memoryLuggage(), host)
    await mine.add(packet, shotOf(1), more)
    await mine.add(packet, shotOf(2), more)
    const theirs = { ...shotOf(9).facts, ...more, seat: 3, no: 1, turn: 0 as const, taken: null, caption: '' }
    const draft = { state: 'draft', device: 'other', revision: 4, at: '', form, photos: [theirs], struck: [] } as const
    await mine.settle(packet, true, { draft } as unknown as MyVisit)
    const hashOf = (shade: number) => shotOf(shade).facts.sha256
    expect(mine.of(packet).photos.map(({ sha256, no }) => [sha256, no])).toEqual([
      [hashOf(9), 1],
      [hashOf(1), 3],
      [hashOf(2), 2],
    ])
    expect(mine.of(packet).base).toBe(4)
    mine.stop()
  })
})
