import { expect, test } from 'vitest'
import { type Earlier, historyOf } from './history.ts'

const row = (day: string, decision: string, who: Partial<Earlier> = {}): Earlier => ({
  day,
  decision,
  workshop: '样例甲钳工技能大师工作室',
  leader: '样例甲',
  unit: '测试机械厂',
  occupation: '钳工',
  activity: 'term-assessment',
  ...who,
})
const asks = (who: object = {}) => ({ leader: '样例甲', unit: '测试机械厂', occupation: '钳工', level: '', ...who })

test('full months since the last failed assessment: a month counts once its day has come', () => {
  const bans = [row('2023-05-10', '不合格'), row('2024-01-31', '不合格')]
  const on = (day: string) => historyOf(asks(), { bans, applications: bans }, day).failedMonthsAgo
  expect([on('2024-02-29'), on('2024-03-31'), on('2027-01-30'), on('2027-01-31')]).toEqual([0, 2, 35, 36])
  // What lies after the day asked for is not known on it.
  expect(on('2023-12-01')).toBe(6)
})

test('a ban binds the leader who moved and the unit with another leader, and nobody else', () => {
  const bans = [row('2024-01-31', '不合格')]
  const found = (who: object) => historyOf(asks(who), { bans, applications: [] }, '2024-03-01').failedMonthsAgo
  expect(found({ unit: '测试汽修厂' })).toBe(1)
  expect(found({ leader: '样例乙', occupation: '焊工' })).toBe(1)
  expect(found({ leader: '样例乙', unit: '测试汽修厂' })).toBeNull()
  expect(found({ leader: '', unit: '' })).toBeNull()
})

test('the last grade is of this workshop; 不合格 is not taken for 合格; who applies again is told', () => {
  const applications = [
    row('2022-01-10', '优秀'),
    row('2024-01-10', '不合格'),
    row('2024-06-10', '合格', { unit: '测试汽修厂', leader: '样例甲' }),
    row('2025-01-10', '确定', { activity: 'selection' }),
  ]
  const found = historyOf(asks(), { bans: [], applications }, '2026-01-01')
  expect([found.lastAssessment?.grade, found.lastAssessment?.of.day]).toEqual(['不合格', '2024-01-10'])
  expect(found.again.map(({ of }) => of.day)).toEqual(['2025-01-10', '2024-06-10', '2024-01-10', '2022-01-10'])
  expect(found.again[0]?.text['zh-CN']).toBe(
    '2025-01-10“样例甲钳工技能大师工作室”（测试机械厂，样例甲）申报过，结果：确定；领办人相同',
  )
})
