import { describe, expect, test } from 'vitest'
import { inOrder, knowledgeOf } from './causality.ts'
import { openConflicts, standingVersions } from './conflicts.ts'
import { chainOn, checkChains, type Draft, type Entry, hashOf } from './entry.ts'
import { mergeEntries } from './merge.ts'

const by = { role: 'expert', name: '评样一', expert: 'e1', door: 'desk' } as const

/** A chain written by hand: each draft after the one before. */
function chainOf(chain: string, ...drafts: Pick<Draft, 'kind' | 'at' | 'payload'>[]): Entry[] {
  const entries: Entry[] = []
  for (const draft of drafts) {
    entries.push(chainOn({ ...draft, by, subject: 'p1' }, { round: 'r', chain, previous: entries.at(-1) ?? null }))
  }
  return entries
}

const at = (clock: string) => `2026-11-16T${clock}:00.000Z`
const sheet = (clock: string, total: string) => ({
  kind: 'sheet.submitted',
  at: at(clock),
  payload: { packet: 'p1', expert: 'e1', judgements: {}, opinion: '', total },
})
const saw = (clock: string, ...seen: Entry[]) => ({
  kind: 'ledger.merged',
  at: at(clock),
  payload: { seen: seen.map(({ chain, seq, hash }) => ({ chain, seq, hash })) },
})
const last = (entries: Entry[]) => entries.at(-1) as Entry
const names = (entries: readonly Entry[]) => entries.map(({ chain, seq }) => `${chain}${seq}`)

const desk = chainOf('a', { kind: 'note', at: at('09:00'), payload: 1 }, { kind: 'note', at: at('10:00'), payload: 2 })
// The laptop's clock is three hours slow: it decided after the desk and says 07:05.
const slow = chainOf('b', saw('07:00', last(desk)), sheet('07:05', '88'))

describe('the one order', () => {
  test('goes by time where devices knew nothing of each other', () => {
    const other = chainOf('c', { kind: 'note', at: at('09:30'), payload: 3 })
    expect(names(inOrder([...other, ...desk]))).toEqual(['a1', 'c1', 'a2'])
  })

  test('puts what a device knew before what it decided, whatever its clock said', () => {
    expect(names(inOrder([...slow, ...desk]))).toEqual(['a1', 'a2', 'b1', 'b2'])
  })

  test('carries knowledge on from device to device', () => {
    const third = chainOf('c', saw('06:00', last(slow)), { kind: 'note', at: at('06:01'), payload: 4 })
    const all = [...third, ...slow, ...desk]
    expect(names(inOrder(all))).toEqual(['a1', 'a2', 'b1', 'b2', 'c1', 'c2'])
    const knows = knowledgeOf(all)
    expect([knows(last(third), last(desk)), knows(last(desk), last(third))]).toEqual([true, false])
  })
})

describe('merging', () => {
  test('takes what fits and lets the rest wait, and the rest joins when the missing part comes', () => {
    const early = mergeEntries('r', [], [...slow, desk[1] as Entry])
    expect([names(early.ledger), names(early.waiting)]).toEqual([[], ['b1', 'b2', 'a2']])
    const whole = mergeEntries('r', [...early.ledger, ...early.waiting], [desk[0] as Entry])
    expect([names(inOrder(whole.ledger)), whole.waiting]).toEqual([['a1', 'a2', 'b1', 'b2'], []])
    expect(mergeEntries('r', whole.ledger, [...slow, ...desk, ...slow]).ledger.length).toBe(4)
  })

  test('refuses an entry that does not say what was hashed', () => {
    const bent = { ...last(slow), payload: { ...(last(slow).payload as object), total: '98' } }
    expect(() => mergeEntries('r', desk, [bent])).toThrow('Entry 2 of device b does not match its fingerprint')
    // Hashed anew, it no longer follows the entry before it… and a stranger stands at its place.
    const forged = { ...bent, hash: hashOf(bent) }
    expect(() => mergeEntries('r', [...desk, ...slow], [forged])).toThrow('Entry 2 of device b exists in two different')
  })

  test('refuses a chain that was rewritten before a place another device has seen', () => {
    const rewritten = chainOf(
      'a',
      { kind: 'note', at: at('09:00'), payload: 9 },
      { kind: 'note', at: at('10:00'), payload: 2 },
    )
    expect(() => mergeEntries('r', [], [...rewritten, ...slow])).toThrow('Entry 2 of device a does not match')
  })

  test('refuses another round and a changed signature', () => {
    expect(() => mergeEntries('other', [], desk)).toThrow('belongs to another round')
    const signature = { certificate: 'x', algorithm: 'Ed25519', at: '2026-11-16T01:00:00.000Z', value: 'x' } as const
    const signed = { ...last(desk), signature }
    expect(() => mergeEntries('r', desk, [signed])).toThrow('Entry 2 of device a does not match')
  })

  test('an auditor sees when the end of a chain that another device knew is gone', () => {
    expect(checkChains([...desk, ...slow])).toEqual([])
    expect(checkChains([desk[0] as Entry, ...slow])).toEqual([{ chain: 'a', seq: 2, why: 'seen' }])
  })
})

describe('handed in twice', () => {
  const one = chainOf('c', sheet('11:00', '88'))
  const other = chainOf('d', sheet('11:30', '91'))

  test('on two devices that did not know of each other: both stand until the person decides', () => {
    const ledger = inOrder([...one, ...other])
    expect(openConflicts(ledger).map(({ versions }) => names(versions))).toEqual([['c1', 'd1']])
    const decided = {
      kind: 'conflict.decided',
      at: at('12:00'),
      payload: {
        about: 'sheet',
        packet: 'p1',
        expert: 'e1',
        kept: last(one).hash,
        setAside: [last(other).hash],
        reason: '',
      },
    }
    const after = inOrder([...ledger, ...chainOf('e', saw('12:00', last(one), last(other)), decided)])
    expect(openConflicts(after)).toEqual([])
    expect(standingVersions(after).map(({ versions }) => names(versions))).toEqual([['c1']])
    // A third version nobody knew of opens the question again.
    const third = inOrder([...after, ...chainOf('f', sheet('10:00', '77'))])
    expect(openConflicts(third).map(({ versions }) => names(versions))).toEqual([['f1', 'c1']])
  })

  test('knowingly the second time: only the second stands', () => {
    const later = chainOf('d', saw('11:20', last(one)), sheet('11:30', '91'))
    expect(openConflicts(inOrder([...one, ...later]))).toEqual([])
  })

  test('with the same words: a repetition and no conflict', () => {
    const again = chainOf('d', sheet('11:30', '88'))
    const [standing] = standingVersions(inOrder([...one, ...again]))
    expect([standing?.versions.length, standing?.differ]).toEqual([2, false])
  })

  test('a return takes back only what the desk knew of', () => {
    const back = {
      kind: 'sheet.returned',
      at: at('12:00'),
      payload: { packet: 'p1', expert: 'e1', reason: '样例' },
    }
    const ledger = inOrder([...one, ...other, ...chainOf('a', saw('12:00', last(one)), back)])
    expect(standingVersions(ledger).map(({ versions }) => names(versions))).toEqual([['d1']])
  })
})
