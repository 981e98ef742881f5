import { describe, expect, test } from 'vitest'
import scheme from '#schemes/urumqi-2023/scheme.json' with { type: 'json' }
import { chainOn, type Entry } from '../ledger/entry.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { keysOf } from '../signing/keys.ts'
import { type CheckData, checkRows, readCheckRows } from './check-data.ts'

const by = { role: 'secretariat', name: '秘书处', door: 'desk' } as const
const at = '2026-11-16T01:00:00.000Z'
const certificate = 'a'.repeat(64)

const entries: Entry[] = []
function add(kind: string, payload: unknown, signature: Entry['signature'] = null): void {
  const draft = { kind, at, by, subject: 'x', payload, signature }
  entries.push(chainOn(draft, { round: 'round-1', chain: 'desk', previous: entries.at(-1) ?? null }))
}
add('key.certified', {
  person: 'secretariat',
  fingerprint: certificate,
  acts: { algorithm: 'Ed25519', key: 'S0VZ', binding: '' },
})
add('packet.imported', { fields: { 身份证号: { value: '650102199001010000' } } })
add('choice.adopted', { choice: 'fraction' }, { certificate, algorithm: 'Ed25519', at, value: 'VkFMVUU=' })
add('minutes.recorded', { text: '评议' })

const data: CheckData = {
  about: {
    round: 'round-1',
    title: '样例',
    sample: true,
    head: certificate,
    entries: 4,
    madeAt: at,
    authority: null,
    signers: [],
    packets: [],
    experts: [],
  },
  scheme: scheme as Scheme,
  entries,
  cells: new Map([['评分汇总表', [['A1', '编号'] as const, ['B2', 92.5, ['total', 'p1', 'e1']] as const]]]),
}

describe('校验数据', () => {
  const rows = checkRows(data, keysOf(entries))

  test('only the row of the signed act fills the columns of key and signature, with the text that was signed', () => {
    expect(rows.filter(([, key, value]) => key !== '' || value !== '')).toEqual([
      [
        '秘书处',
        'S0VZ',
        'VkFMVUU=',
        '{"at":"2026-11-16T01:00:00.000Z","jiangping":"act","kind":"choice.adopted","name":"秘书处","payload":{"choice":"fraction"},"person":"secretariat","round":"round-1","subject":"x"}',
      ],
    ])
  })

  test('what was written is read back; application forms are not in it', () => {
    const { data: read, bad } = readCheckRows(rows, 2)
    expect(bad).toEqual([])
    expect(read?.about).toMatchObject(data.about)
    expect(read?.entries).toEqual(
      entries.map((entry) => (entry.kind === 'packet.imported' ? { ...entry, payload: null } : entry)),
    )
    expect([...(read?.cells ?? [])]).toEqual([...data.cells])
    expect(JSON.stringify(rows)).not.toContain('650102199001010000')
  })

  test('a row that cannot be read is named by its place in the sheet', () => {
    const broken = rows.with(2, ['台账 1', '', '', '{'])
    expect(readCheckRows(broken, 12).bad.map(({ row }) => row)).toEqual([14])
  })
})
