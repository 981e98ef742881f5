/** What an application form says about eligibility, in the spellings offices use. */
import { expect, it } from 'vitest'
import chongqing from '#schemes/chongqing-2024/eligibility.json' with { type: 'json' }
import lvliang from '#schemes/lvliang-2025/eligibility.json' with { type: 'json' }
import { askedFacts, readFromForm } from './application.ts'
import { parseEligibility } from './rule.ts'

const read = (data: unknown, key: string, value: Parameters<typeof readFromForm>[2]) => {
  const scheme = parseEligibility(data)
  const source = scheme.fromForm.find(({ fact }) => fact === key)
  const fact = askedFacts(scheme).find((one) => one.key === key)
  if (!source || !fact) throw new Error(`${key} is not read from this form`)
  return readFromForm(source, fact, value)
}

it.each([
  ['钳工高级技师', '高级技师'],
  ['技师', '技师'],
  ['国家职业资格二级', '技师'],
  ['电工（三级／高级工）', '高级工'],
  ['', null],
  ['有', null],
])('level of skill: "%s" is %s', (words, level) => {
  expect(read(chongqing, 'leader.skill_level', words)).toBe(level)
})

it.each([
  ['application.level', '市级首席技能大师工作室', '首席'],
  ['application.level', '市级', '市级'],
  ['application.order', '第 2 名', 2],
  ['application.order', '待定', null],
  ['application.recommender', ' 甲区人社局 ', '甲区人社局'],
])('%s: "%s" is %s', (key, words, value) => {
  expect(read(chongqing, key, words)).toBe(value)
})

it('the table of members counts its filled rows, and says nothing when it is empty', () => {
  const rows = [
    { name: '甲（样例）', skill: '技师' },
    { name: '', skill: ' ' },
    { name: '乙（样例）', skill: '' },
  ]
  expect(read(chongqing, 'team.members_excl_leader', rows)).toBe(2)
  expect(read(chongqing, 'team.members_excl_leader', [{ name: '', skill: '' }])).toBeNull()
})

it.each([
  ['是', true],
  ['已授牌', true],
  ['否', false],
  ['未授牌', false],
  ['/', null],
])('plaque: "%s" is %s', (words, value) => {
  expect(read(lvliang, 'workshop.plaque_awarded', words)).toBe(value)
})
