/** The sheet on the screen: what the host has with what was written here laid over it. */
import { describe, expect, it } from 'vitest'
import type { ItemView, SheetView } from '#host/api/shapes.ts'
import type { Note } from './journal.ts'
import { sheetState } from './sheet-state.ts'

const text = (zh: string) => ({ 'zh-CN': zh, en: zh })
const item = (id: string, change: Partial<ItemView>): ItemView => ({
  id,
  name: text(id),
  max: '5',
  criterion: text(''),
  kind: 'judgement',
  points: null,
  derivation: null,
  facts: [],
  judgement: null,
  maxDeduct: '5',
  mustDeduct: false,
  isFar: false,
  ...change,
})

/** B1 follows from facts, B3 has been judged at the host, C1 is open; F1 is a bonus from facts. */
const sheet = {
  packet: 'p1',
  opinion: '',
  blocks: [
    {
      id: 'B',
      name: text('保障建设'),
      bonus: false,
      subtotal: null,
      max: '30',
      items: [
        item('B1', { kind: 'fact', max: '20', points: '14.8', maxDeduct: null }),
        item('B3', { judgement: { deduct: '1', reason: '少一台', pins: [] } }),
        item('C1', { max: '3', maxDeduct: '3' }),
      ],
    },
    {
      id: 'F',
      name: text('加分'),
      bonus: true,
      subtotal: null,
      max: '10',
      items: [item('F1', { kind: 'fact', points: '2.5', maxDeduct: null })],
    },
  ],
} as unknown as SheetView

const nothing = { draftOf: () => undefined, notesOf: () => [] }
const wrote = (id: string, score: string, reason: string) => ({
  draftOf: (_: string, slot: string) => (slot === id ? { score, reason, pins: [] } : undefined),
  notesOf: (): Note[] => [],
})

describe('a sheet on the screen', () => {
  it('adds up what is there so far, bonus apart, to the last decimal', () => {
    expect(sheetState(sheet, nothing, true)).toMatchObject({ base: '18.8', bonus: '2.5', missing: 1 })
  })

  it('counts what was written here before the host has answered', () => {
    const state = sheetState(sheet, wrote('C1', '2.5', '没有应用证明'), true)
    expect(state).toMatchObject({ base: '21.3', missing: 0 })
  })

  it('misses a deduction without its reason', () => {
    const state = sheetState(sheet, wrote('C1', '2', ''), true)
    expect([...state.open]).toEqual(['C1'])
  })

  it('asks only for what an expert decides', () => {
    expect(sheetState(sheet, nothing, true).judged).toEqual(['B3', 'C1'])
  })

  it('shows what the host has, and nothing else, once it can no longer be changed', () => {
    expect(sheetState(sheet, wrote('B3', '5', ''), false)).toMatchObject({ base: '18.8' })
  })

  it('without a rubric only the opinion is missing', () => {
    const plain = { ...sheet, blocks: [] }
    expect(sheetState(plain, nothing, true).missing).toBe(1)
    expect(sheetState({ ...plain, opinion: '符合条件' }, nothing, true).missing).toBe(0)
  })
})
