/** The public list's order and what objections do to it. */
import { expect, test } from 'vitest'
import { inNeutralOrder } from './neutral-order.ts'
import { isInTime, publicStanding } from './objection.ts'

const entries = ['李四', '丁一', '王五', '卜七'].map((leader, at) => ({ no: at + 1, leader }))
const leaders = (order: Parameters<typeof inNeutralOrder>[1]) => inNeutralOrder(entries, order).map((one) => one.leader)

test('by strokes of the surname: 丁 2, 卜 2, 王 4, 李 7', () => {
  expect(leaders('strokes')).toEqual(['丁一', '卜七', '王五', '李四'])
  expect(leaders('pinyin')).toEqual(['卜七', '丁一', '李四', '王五'])
  expect(leaders('number')).toEqual(['李四', '丁一', '王五', '卜七'])
})

test('an objection holds its own entry only; upheld it falls, rejected it goes on', () => {
  const about = (outcome: 'upheld' | 'rejected' | null) => ({ packet: 'p1', outcome })
  expect(publicStanding('p1', [about(null)])).toBe('held')
  expect(publicStanding('p2', [about(null)])).toBe('published')
  expect(publicStanding('p1', [about('rejected')])).toBe('cleared')
  expect(publicStanding('p1', [about('rejected'), about(null)])).toBe('held')
  expect(publicStanding('p1', [about('upheld'), about(null)])).toBe('fallen')
})

test('the last day counts whole', () => {
  const days = { firstDay: '2026-11-26', lastDay: '2026-12-02' }
  expect(isInTime('2026-12-02', days)).toBe(true)
  expect(isInTime('2026-12-03', days)).toBe(false)
  expect(isInTime('2026-11-25', days)).toBe(false)
})
