/** What changes a result after the first sheet: a second look, an alternate, the organiser's own rubric. */
import { expect, test } from 'vitest'
import urumqi from '#schemes/urumqi-2023/scheme.json' with { type: 'json' }
import { chainOn, type Entry } from '../ledger/entry.ts'
import { parseScheme } from '../scheme/scheme.ts'
import { recountOf } from './recount.ts'

const scheme = parseScheme(urumqi)
const same = (words: string) => ({ 'zh-CN': words, en: words })
const origin = { source: 'adopted' as const, note: same('样例') }
const item = { id: 'A1', name: same('带徒'), max: '10', criterion: same('酌情扣分'), rule: { kind: 'judgement' } }
const rubric = {
  id: 'own',
  title: same('样例评分表'),
  origin,
  facts: [],
  blocks: [{ id: 'A', name: same('作用'), bonus: false, items: [item] }],
  grades: [],
}

const entries: Entry[] = []
function decided(kind: string, payload: object, subject = 'round-1'): void {
  const by = { role: 'secretariat', name: '秘书处', door: 'desk' } as const
  const draft = { kind, at: '2026-11-16T01:00:00.000Z', by, subject, payload }
  entries.push(chainOn(draft, { round: 'round-1', chain: 'desk', previous: entries.at(-1) ?? null }))
}
function sheet(expert: string, deduct: string): void {
  const judgements = { A1: { deduct, reason: '样例', pins: [] } }
  decided('sheet.submitted', { packet: 'p1', expert, judgements, opinion: '', total: null }, 'p1')
}

test('each is in the recount', () => {
  decided('round.created', { activity: 'term-assessment' })
  decided('choice.adopted', { choice: 'own-rubric', value: rubric, note: '' })
  decided('packet.checked', { outcome: 'accepted' }, 'p1')
  decided('panel.constituted', { members: ['e1', 'e2', 'e3'], chair: 'e1', alternates: ['e4'] })
  sheet('e1', '2')
  sheet('e2', '4')
  sheet('e3', '9')
  const first = recountOf(entries, scheme, ['p1'])
  expect(['e1', 'e2', 'e3'].map((expert) => first(['total', 'p1', expert]))).toEqual([8, 6, 1])
  expect(first(['value', 'p1'])).toBe(5)

  decided('item.reconsidered', { packet: 'p1', expert: 'e1', item: 'A1', from: '2', to: '3', reason: '复看' }, 'p1')
  decided('item.reconsidered', { packet: 'p1', expert: 'e2', item: 'A1', from: '4', to: '4', reason: '维持' }, 'p1')
  decided('alternate.entered', { alternate: 'e4', replaces: 'e3', reason: '离场', sheets: ['p1'] }, 'e4')
  sheet('e4', '1')
  const last = recountOf(entries, scheme, ['p1'])
  expect(['e1', 'e2', 'e4'].map((expert) => last(['total', 'p1', expert]))).toEqual([7, 6, 9])
  expect(last(['reason', 'p1', 'e1', 'A1'])).toBe('复看')
  expect(last(['reason', 'p1', 'e2', 'A1'])).toBe('样例')
  // (7 + 6 + 9) / 3: the sheet of the one who left no longer counts.
  expect(last(['exact', 'p1'])).toBe('22/3')

  // Another device had sent the same alternate to another seat: one person sits once, and the earlier stands.
  decided('alternate.entered', { alternate: 'e4', replaces: 'e2', reason: '离场', sheets: ['p1'] }, 'e4')
  expect(recountOf(entries, scheme, ['p1'])(['exact', 'p1'])).toBe('22/3')
})
