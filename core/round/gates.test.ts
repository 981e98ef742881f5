import { describe, expect, test } from 'vitest'
import { type GatePacket, missingFor, type Situation } from './gates.ts'

const packet: GatePacket = {
  packet: 'packet-1',
  no: 1,
  workshop: '样例甲工作室',
  state: 'accepted',
  missingFacts: 0,
  visited: true,
  minuted: true,
  voteClosed: true,
  voteTied: false,
}
const done: Situation = {
  packets: [packet],
  panelProblems: [],
  panelConstituted: true,
  members: [
    { expert: 'a', seat: 1, name: '评样一', declared: true },
    { expert: 'b', seat: 2, name: '评样二', declared: true },
  ],
  openSheets: [],
  unproved: [],
  tooFewToTrim: [],
  choicesMissing: [],
  finalList: null,
  resultFrozen: true,
}
const said = (gate: Parameters<typeof missingFor>[0], change: Partial<Situation>) =>
  missingFor(gate, { ...done, ...change }).map(({ text }) => text['zh-CN'])
const open = (expert: string, seat: number, no: number) => ({ expert, seat, packet: `packet-${no}`, no })

test('when everything is done every gate is open', () => {
  const gates = [
    'some-packet-imported',
    'every-packet-checked',
    'panel-valid',
    'every-declaration-made',
    'scoring-rules-adopted',
    'every-fact-recorded',
    'every-sheet-submitted',
    'every-visit-recorded',
    'every-minutes-recorded',
    'every-vote-closed',
    'result-frozen',
  ] as const
  expect(gates.filter((gate) => missingFor(gate, done).length > 0)).toEqual([])
})

describe('what is missing is named', () => {
  test('no application at all, or none that passed', () => {
    expect(said('some-packet-imported', { packets: [] })).toEqual(['还没有导入申报材料'])
    expect(said('every-packet-checked', { packets: [{ ...packet, state: 'unchecked' }] })).toEqual([
      '“1 样例甲工作室”尚未审查',
    ])
    expect(said('every-packet-checked', { packets: [{ ...packet, state: 'returned' }] })).toEqual([
      '没有一份申报通过审查',
    ])
  })

  test('seats in order, each once, with every application it still owes', () => {
    // Sheets come by application, so the second seat is met first.
    expect(said('every-sheet-submitted', { openSheets: [open('b', 2, 1), open('a', 1, 2), open('b', 2, 2)] })).toEqual([
      '第 1 席 评样一 还有 1 份未提交（申报 2）',
      '第 2 席 评样二 还有 2 份未提交（申报 1、2）',
    ])
  })

  test('a sheet of which the devices do not agree, with what to do about it', () => {
    const sheet = { expert: 'b', seat: 2, packet: 'packet-3', no: 3 }
    expect(said('every-sheet-submitted', { unproved: [{ ...sheet, why: 'duplicate' }] })).toEqual([
      '第 2 席 评样二 对申报 3 的评分表在两台设备上交了不同的版本，请本人选定一份',
    ])
  })

  test('an application sent back owes neither facts nor visit nor minutes nor vote', () => {
    const packets = [
      { ...packet, state: 'returned' as const, missingFacts: 21, visited: false, minuted: false, voteClosed: false },
    ]
    for (const gate of [
      'every-fact-recorded',
      'every-visit-recorded',
      'every-minutes-recorded',
      'every-vote-closed',
    ] as const) {
      expect(said(gate, { packets })).toEqual([])
    }
  })

  test('an accepted one owes them all', () => {
    const packets = [{ ...packet, missingFacts: 2, visited: false, minuted: false, voteClosed: false }]
    expect(said('every-fact-recorded', { packets })).toEqual(['“1 样例甲工作室”还有 2 项事实未登记'])
    expect(said('every-visit-recorded', { packets })).toEqual(['“1 样例甲工作室”没有现场考察记录'])
    expect(said('every-minutes-recorded', { packets })).toEqual(['“1 样例甲工作室”没有评议记录'])
    expect(said('every-vote-closed', { packets })).toEqual(['“1 样例甲工作室”尚未表决'])
  })
})
