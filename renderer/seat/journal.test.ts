/** What an expert has written survives whatever happens to the page. */
import { describe, expect, it } from 'vitest'
import { openJournal } from './journal.ts'

const owner = { round: 'r1', expert: 'e3' }

/** A browser's storage that can be full. */
function memory(): Storage & { isFull: boolean } {
  const kept = new Map<string, string>()
  return {
    isFull: false,
    get length() {
      return kept.size
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem(name, value) {
      if (this.isFull) throw new DOMException('full', 'QuotaExceededError')
      kept.set(name, value)
    },
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  }
}

const scored = (score: string, deduct: string, packet = 'p1', item = 'C1') => ({
  packet,
  item,
  draft: { score, reason: '', pins: [] },
  message: { deduct, reason: '', pins: [] },
})

describe('the journal of a seat', () => {
  it('keeps the latest value of an item over a reload', () => {
    const store = memory()
    const before = openJournal(store, owner)
    before.write(scored('1', '4'))
    before.write(scored('1.5', '3.5'))
    const after = openJournal(store, owner)
    expect(after.sendable().map(({ item, message }) => [item, message])).toEqual([
      ['C1', { deduct: '3.5', reason: '', pins: [] }],
    ])
  })

  it('sends in the order of writing, also after a reload', () => {
    const store = memory()
    const before = openJournal(store, owner)
    before.write(scored('4', '1', 'p1', 'C2'))
    before.write(scored('4', '1', 'p1', 'C1'))
    before.write(scored('3', '2', 'p1', 'C2'))
    expect(
      openJournal(store, owner)
        .sendable()
        .map(({ item }) => item),
    ).toEqual(['C1', 'C2'])
  })

  it('forgets what the host has confirmed', () => {
    const store = memory()
    const journal = openJournal(store, owner)
    journal.write(scored('4', '1'))
    journal.confirm(journal.sendable())
    expect(journal.all()).toEqual([])
    expect(store.length).toBe(0)
  })

  it('keeps what was written while the host was answering', () => {
    const journal = openJournal(memory(), owner)
    journal.write(scored('1', '4'))
    const sent = journal.sendable()
    journal.write(scored('1.5', '3.5'))
    journal.confirm(sent)
    expect(journal.sendable().map(({ message }) => message)).toEqual([{ deduct: '3.5', reason: '', pins: [] }])
  })

  it('keeps a pin without a score on this device after the host has taken the score back', () => {
    const store = memory()
    const journal = openJournal(store, owner)
    const draft = { score: '', reason: '', pins: [{ file: 'f', page: 7 }] }
    journal.write({ packet: 'p1', item: 'C1', draft, message: null })
    journal.confirm(journal.sendable())
    const after = openJournal(store, owner)
    expect(after.sendable()).toEqual([])
    expect(after.all().map((note) => note.draft)).toEqual([draft])
  })

  it('does not send a score that cannot be read, and does not lose it either', () => {
    const store = memory()
    openJournal(store, owner).write({
      packet: 'p1',
      item: 'C1',
      draft: { score: '4x', reason: '', pins: [] },
      message: undefined,
    })
    const after = openJournal(store, owner)
    expect(after.sendable()).toEqual([])
    expect(after.all()).toHaveLength(1)
  })

  it('keeps a refused value with the sentence, and tries it once more after a reload', () => {
    const store = memory()
    const journal = openJournal(store, owner)
    journal.write(scored('4', '1'))
    const [note] = journal.sendable()
    if (note) journal.refuse(note, '这份评分表已经提交并锁定。')
    expect(journal.sendable()).toEqual([])
    expect(journal.all()[0]?.refused).toBe('这份评分表已经提交并锁定。')
    expect(openJournal(store, owner).sendable()).toHaveLength(1)
  })

  it('never shows or sends what another expert wrote on the same tablet', () => {
    const store = memory()
    openJournal(store, owner).write(scored('4', '1'))
    expect(openJournal(store, { ...owner, expert: 'e4' }).all()).toEqual([])
    expect(openJournal(store, { ...owner, round: 'r2' }).all()).toEqual([])
  })

  it('says when this device cannot keep anything, and goes on in the open page', () => {
    const store = memory()
    store.isFull = true
    const journal = openJournal(store, owner)
    expect(journal.write(scored('4', '1'))).toBe(false)
    expect(journal.sendable()).toHaveLength(1)
  })

  it('reads over what a full disk has cut off', () => {
    const store = memory()
    store.setItem('jiangping.journal/r1/e3/p1/C1', '{"packet":"p1","it')
    expect(openJournal(store, owner).all()).toEqual([])
  })
})
