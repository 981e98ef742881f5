/** What is written on a device reaches the host, in order, whatever the network does. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SheetView } from '#host/api/shapes.ts'
import { memoryCabinet } from './cabinet-in-memory.ts'
import { openJournal, opinionSlot } from './journal.ts'
import { type Answer, openOutbox, type Package } from './outbox.ts'

const taken: Answer = { kind: 'taken', sheet: { savedAt: '2026-09-01T10:42:07+08:00' } as SheetView }
const scored = (item: string, deduct: string, packet = 'p1') => ({
  packet,
  item,
  draft: { score: '4', reason: '', pins: [] },
  message: { deduct, reason: '', pins: [] },
})

/** A host whose next answers are given beforehand; then it takes everything. */
async function seat(answers: Answer[] = []) {
  const sent: Package[] = []
  let signedOut = 0
  const outbox = openOutbox({
    journal: await openJournal(memoryCabinet()),
    send: async (whole) => {
      sent.push(whole)
      return answers.shift() ?? taken
    },
    onSheet: () => undefined,
    onSignedOut: () => {
      signedOut += 1
    },
  })
  return { outbox, sent, signedOut: () => signedOut }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the outbox of a seat', () => {
  it('sends a score at once and then says when it was saved', async () => {
    const { outbox, sent } = await seat()
    outbox.write(scored('C1', '1'))
    expect(outbox.state()).toMatchObject({ waiting: 1, savedAt: null })
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toEqual([{ packet: 'p1', judgements: { C1: { deduct: '1', reason: '', pins: [] } } }])
    expect(outbox.state()).toMatchObject({ waiting: 0, savedAt: '2026-09-01T10:42:07+08:00' })
  })

  it('gathers the words of a reason for a quarter of a second', async () => {
    const { outbox, sent } = await seat()
    outbox.write(scored('C1', '1'))
    await vi.advanceTimersByTimeAsync(1)
    for (const reason of ['缺', '缺记', '缺记录']) {
      outbox.write({
        ...scored('C1', '1'),
        draft: { score: '4', reason, pins: [] },
        message: { deduct: '1', reason, pins: [] },
      })
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(250)
    expect(sent.slice(1).map(({ judgements }) => judgements.C1?.reason)).toEqual(['缺记录'])
  })

  it('sends one sheet at a time, oldest first, the opinion with its sheet', async () => {
    const { outbox, sent } = await seat()
    outbox.write(scored('C1', '1', 'p2'))
    outbox.write({ packet: 'p1', item: opinionSlot, draft: '同意', message: '同意' })
    outbox.write(scored('C2', '2', 'p2'))
    expect(await outbox.flush()).toBe(true)
    expect(sent.map(({ packet, judgements, opinion }) => [packet, Object.keys(judgements), opinion])).toEqual([
      ['p2', ['C1', 'C2'], undefined],
      ['p1', [], '同意'],
    ])
  })

  it('keeps trying without a network and loses nothing', async () => {
    const { outbox, sent } = await seat([{ kind: 'lost' }, { kind: 'lost' }])
    outbox.write(scored('C1', '1'))
    expect(await outbox.flush()).toBe(false)
    expect(outbox.state()).toMatchObject({ waiting: 1, isLost: true })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(outbox.state()).toMatchObject({ waiting: 1, isLost: true })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(outbox.state()).toMatchObject({ waiting: 0, isLost: false })
    expect(sent).toHaveLength(3)
  })

  it('lets only the wrong item stay behind when the host refuses a whole sheet', async () => {
    const no: Answer = { kind: 'refused', why: 'B3 最多 5 分，不能扣 9 分。' }
    const { outbox } = await seat([no, taken, no])
    outbox.write(scored('C1', '1'))
    outbox.write(scored('B3', '9'))
    await outbox.flush()
    expect(outbox.state()).toMatchObject({ waiting: 1, refused: 1 })
    expect(outbox.notesOf('p1').map(({ item, refused }) => [item, refused])).toEqual([['B3', no.why]])
  })

  it('keeps what was typed as it was typed after the host has confirmed it', async () => {
    const { outbox } = await seat()
    const draft = { score: '4.', reason: '', pins: [] }
    outbox.write({ packet: 'p1', item: 'C1', draft, message: { deduct: '1', reason: '', pins: [] } })
    await outbox.flush()
    expect(outbox.draftOf('p1', 'C1')).toEqual(draft)
    outbox.forget('p1')
    expect(outbox.draftOf('p1', 'C1')).toBeUndefined()
  })

  it('does not pretend to be saving a score that is none', async () => {
    const { outbox, sent } = await seat()
    outbox.write({ packet: 'p1', item: 'C1', draft: { score: '9x', reason: '', pins: [] }, message: undefined })
    await outbox.flush()
    expect(sent).toEqual([])
    expect(outbox.state()).toMatchObject({ waiting: 1, unsendable: 1 })
  })

  it('says so and keeps everything when the seat was withdrawn', async () => {
    const { outbox, signedOut } = await seat([{ kind: 'signed-out', error: new Error('401') }])
    outbox.write(scored('C1', '1'))
    expect(await outbox.flush()).toBe(false)
    expect(signedOut()).toBe(1)
    expect(outbox.state().waiting).toBe(1)
  })
})

describe('what this device believes it has sent', () => {
  it('is a list, the latest first, in the host’s own time, kept over a reload', async () => {
    const cabinet = memoryCabinet()
    const open = async () =>
      openOutbox({
        journal: await openJournal(cabinet),
        send: async () => taken,
        onSheet: () => undefined,
        onSignedOut: () => undefined,
      })
    const outbox = await open()
    expect(outbox.sent()).toEqual([])
    outbox.write(scored('C1', '1'))
    await outbox.flush()
    outbox.write({ packet: 'p1', item: opinionSlot, draft: '意见（样例）', message: '意见（样例）' })
    await outbox.flush()
    outbox.noteSubmitted('p1', '2026-09-01T10:50:00+08:00')
    await outbox.kept()
    const listed = (of: typeof outbox) => of.sent().map(({ item, at }) => [item, at])
    const expected = [
      ['#submitted', '2026-09-01T10:50:00+08:00'],
      [opinionSlot, '2026-09-01T10:42:07+08:00'],
      ['C1', '2026-09-01T10:42:07+08:00'],
    ]
    expect(listed(outbox)).toEqual(expected)
    expect(listed(await open())).toEqual(expected)
  })

  it('holds nothing that the host did not take', async () => {
    const { outbox } = await seat([{ kind: 'refused', why: '样例' }])
    outbox.write(scored('C1', '1'))
    await outbox.flush()
    expect(outbox.sent()).toEqual([])
  })
})
