import { describe, expect, test } from 'vitest'
import {
  canonicalJson,
  chainOn,
  checkChains,
  combineHeads,
  type Draft,
  type Entry,
  fingerprintOf,
  genesis,
  hashOf,
  headOf,
} from './entry.ts'

const by = { role: 'secretariat', name: '秘书处', door: 'desk' } as const

function draft(note: string, second: number): Draft {
  const at = `2026-11-16T01:00:0${second}.000Z`
  return { kind: 'choice.adopted', at, by, subject: 'fraction', payload: { choice: 'fraction', value: 'linear', note } }
}

function chainOf(chain: string, notes: readonly string[]): Entry[] {
  const entries: Entry[] = []
  for (const [index, note] of notes.entries()) {
    entries.push(chainOn(draft(note, index), { round: 'round-1', chain, previous: entries.at(-1) ?? null }))
  }
  return entries
}

const three = chainOf('desk-a', ['一', '二', '三'])
const at = (index: number) => three[index] as Entry
const changed = (index: number, change: Partial<Entry>) => three.with(index, { ...at(index), ...change })

describe('the one spelling that is hashed', () => {
  test('keys in order, no spaces, Chinese as it is', () => {
    expect(canonicalJson({ b: '匠评', a: [1, true, null] })).toBe('{"a":[1,true,null],"b":"匠评"}')
  })

  test('SHA-256 of the empty text and of abc, as published', () => {
    expect(fingerprintOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(fingerprintOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  test('nothing cannot be spelled', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError)
  })

  test('the order of keys in a payload makes no difference to the hash', () => {
    const turned = { ...at(0), payload: { note: '一', value: 'linear', choice: 'fraction' } }
    expect(hashOf(turned)).toBe(at(0).hash)
  })

  test('the signature stands outside the hash: it is of the act, wherever the act stands', () => {
    const signature = {
      certificate: genesis,
      algorithm: 'Ed25519',
      at: '2026-11-16T01:00:00.000Z',
      value: 'abc',
    } as const
    expect(hashOf({ ...at(0), signature } as Entry)).toBe(at(0).hash)
  })
})

describe('a chain', () => {
  test('begins at sixty-four zeros, counts from one, and each entry names the one before', () => {
    expect(three.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(three.map(({ prev }) => prev)).toEqual([genesis, at(0).hash, at(1).hash])
    expect(genesis).toBe('0000000000000000000000000000000000000000000000000000000000000000')
  })

  test('holds, in whatever order its entries are read', () => {
    expect(checkChains(three)).toEqual([])
    expect(checkChains(three.toReversed())).toEqual([])
    expect(checkChains([])).toEqual([])
  })

  test.each([
    ['payload', { payload: { choice: 'fraction', value: 'linear', note: '二 ' } }],
    ['time', { at: '2026-11-16T01:00:01.001Z' }],
    ['name', { by: { ...by, name: '秘书' } }],
    ['door', { by: { ...by, door: 'seat' as const } }],
    ['subject', { subject: 'aggregation' }],
    ['kind', { kind: 'choice.withdrawn' }],
    ['round', { round: 'round-2' }],
  ])('a changed %s is found where it was changed', (_, change) => {
    expect(checkChains(changed(1, change))).toEqual([{ chain: 'desk-a', seq: 2, why: 'hash' }])
  })

  test('an entry written anew with its own hash breaks the link of the next', () => {
    const forged = { ...at(1), payload: { choice: 'fraction', value: 'ceil', note: '二' } }
    const entries = changed(1, { ...forged, hash: hashOf(forged) })
    expect(checkChains(entries)).toEqual([{ chain: 'desk-a', seq: 3, why: 'link' }])
  })

  test('a changed hash is found at its own entry and at the next', () => {
    const hash = `${at(1).hash.startsWith('0') ? '1' : '0'}${at(1).hash.slice(1)}`
    expect(checkChains(changed(1, { hash }))).toEqual([
      { chain: 'desk-a', seq: 2, why: 'hash' },
      { chain: 'desk-a', seq: 3, why: 'link' },
    ])
  })

  test('a changed predecessor is found twice over', () => {
    expect(checkChains(changed(1, { prev: genesis }))).toEqual([
      { chain: 'desk-a', seq: 2, why: 'link' },
      { chain: 'desk-a', seq: 2, why: 'hash' },
    ])
  })

  test('a missing entry is a gap, at the beginning too', () => {
    expect(checkChains([at(0), at(2)])).toEqual([{ chain: 'desk-a', seq: 3, why: 'gap' }])
    expect(checkChains([at(1), at(2)])).toEqual([{ chain: 'desk-a', seq: 2, why: 'gap' }])
  })

  test('an entry that is there twice is a gap as well', () => {
    expect(checkChains([...three, at(1)])).toEqual([{ chain: 'desk-a', seq: 2, why: 'gap' }])
  })

  test('changing any one character of any text in any entry is found', () => {
    const spelled = three.map((entry) => JSON.stringify(entry))
    let tried = 0
    for (const [index, line] of spelled.entries()) {
      for (const { index: place } of line.matchAll(/[\p{L}\p{N}]/gu)) {
        const other = line[place] === '7' ? '8' : '7'
        const bent = parsed(`${line.slice(0, place)}${other}${line.slice(place + 1)}`)
        if (!bent) continue
        tried += 1
        expect(checkChains(three.with(index, bent)), `${index} ${place}`).not.toEqual([])
      }
    }
    expect(tried).toBeGreaterThan(700)
  })
})

/** A line that still reads as an entry of the same shape; a changed key or the unhashed signature is not of interest. */
function parsed(line: string): Entry | null {
  try {
    const entry = JSON.parse(line) as Entry
    return Object.keys(at(0)).every((key) => key in entry) && entry.signature === null ? entry : null
  } catch {
    return null
  }
}

describe('the fingerprint of a whole ledger', () => {
  const other = chainOf('desk-b', ['甲', '乙'])

  test('of one chain it is the last hash; of none it is sixty-four zeros', () => {
    expect(headOf(three)).toBe(at(2).hash)
    expect(headOf([])).toBe(genesis)
  })

  test('of two chains it does not hang on their order', () => {
    const heads = [at(2), other[1] as Entry]
    expect(headOf([...three, ...other])).toBe(headOf([...other.toReversed(), ...three]))
    expect(headOf([...three, ...other])).toBe(combineHeads(heads.toReversed()))
  })

  test('it changes when a last entry is cut off', () => {
    expect(headOf(three.slice(0, 2))).not.toBe(headOf(three))
    expect(headOf([...three, ...other])).not.toBe(headOf([...three, ...other.slice(0, 1)]))
  })
})
