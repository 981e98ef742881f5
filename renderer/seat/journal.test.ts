/** What an expert has written survives whatever happens to the page. */
import { describe, expect, it } from 'vitest'
import { memoryCabinet } from './cabinet-in-memory.ts'
import { openJournal } from './journal.ts'

const scored = (score: string, deduct: string, packet = 'p1', item = 'C1') => ({
  packet,
  item,
  draft: { score, reason: '', pins: [] },
  message: { deduct, reason: '', pins: [] },
})

describe('the journal of a seat', () => {
  it('keeps the latest value of an item over a reload', async () => {
    const cabinet = memoryCabinet()
    const before = await openJournal(cabinet)
    before.write(scored('1', '4'))
    before.write(scored('1.5', '3.5'))
    await before.kept()
    const after = await openJournal(cabinet)
    expect(after.sendable().map(({ item, message }) => [item, message])).toEqual([
      ['C1', { deduct: '3.5', reason: '', pins: [] }],
    ])
  })

  it('says how many items are not on the disk yet, until they are', async () => {
    const journal = await openJournal(memoryCabinet())
    let told = 0
    journal.onKept(() => {
      told += 1
    })
    journal.write(scored('4', '1', 'p1', 'C1'))
    journal.write(scored('4', '1', 'p1', 'C2'))
    expect(journal.unkept()).toBe(2)
    await journal.kept()
    expect(journal.unkept()).toBe(0)
    expect(told).toBe(2)
  })

  it('sends in the order of writing, also after a reload', async () => {
    const cabinet = memoryCabinet()
    const before = await openJournal(cabinet)
    before.write(scored('4', '1', 'p1', 'C2'))
    before.write(scored('4', '1', 'p1', 'C1'))
    before.write(scored('3', '2', 'p1', 'C2'))
    await before.kept()
    const after = await openJournal(cabinet)
    expect(after.sendable().map(({ item }) => item)).toEqual(['C1', 'C2'])
  })

  it('forgets what the host has confirmed', async () => {
    const cabinet = memoryCabinet()
    const journal = await openJournal(cabinet)
    journal.write(scored('4', '1'))
    journal.confirm(journal.sendable())
    expect(journal.all()).toEqual([])
    await journal.kept()
    // Only the list of what was sent stays.
    expect([...cabinet.kept.keys()]).toEqual(['#sent'])
  })

  it('keeps what was written while the host was answering', async () => {
    const journal = await openJournal(memoryCabinet())
    journal.write(scored('1', '4'))
    const sent = journal.sendable()
    journal.write(scored('1.5', '3.5'))
    journal.confirm(sent)
    expect(journal.sendable().map(({ message }) => message)).toEqual([{ deduct: '3.5', reason: '', pins: [] }])
  })

  it('keeps a pin without a score on this device after the host has taken the score back', async () => {
    const cabinet = memoryCabinet()
    const journal = await openJournal(cabinet)
    const draft = { score: '', reason: '', pins: [{ file: 'f', page: 7 }] }
    journal.write({ packet: 'p1', item: 'C1', draft, message: null })
    journal.confirm(journal.sendable())
    await journal.kept()
    const after = await openJournal(cabinet)
    expect(after.sendable()).toEqual([])
    expect(after.all().map((note) => note.draft)).toEqual([draft])
  })

  it('does not send a score that cannot be read, and does not lose it either', async () => {
    const cabinet = memoryCabinet()
    const before = await openJournal(cabinet)
    before.write({ packet: 'p1', item: 'C1', draft: { score: '4x', reason: '', pins: [] }, message: undefined })
    await before.kept()
    const after = await openJournal(cabinet)
    expect(after.sendable()).toEqual([])
    expect(after.all()).toHaveLength(1)
  })

  it('keeps a refused value with the sentence, and tries it once more after a reload', async () => {
    const cabinet = memoryCabinet()
    const journal = await openJournal(cabinet)
    journal.write(scored('4', '1'))
    const [note] = journal.sendable()
    if (note) journal.refuse(note, '这份评分表已经提交并锁定。')
    expect(journal.sendable()).toEqual([])
    expect(journal.all()[0]?.refused).toBe('这份评分表已经提交并锁定。')
    await journal.kept()
    expect((await openJournal(cabinet)).sendable()).toHaveLength(1)
  })

  it('says when this device cannot keep anything, and goes on in the open page', async () => {
    const cabinet = memoryCabinet()
    cabinet.isFull = true
    const journal = await openJournal(cabinet)
    journal.write(scored('4', '1'))
    await journal.kept()
    expect(journal.cannotKeep()).toBe(true)
    expect(journal.sendable()).toHaveLength(1)
    cabinet.isFull = false
    journal.write(scored('3', '2'))
    await journal.kept()
    expect(journal.cannotKeep()).toBe(false)
  })

  it('works without any storage, and says so from the start', async () => {
    const journal = await openJournal(null)
    expect(journal.cannotKeep()).toBe(true)
    journal.write(scored('4', '1'))
    expect(journal.sendable()).toHaveLength(1)
  })
})
