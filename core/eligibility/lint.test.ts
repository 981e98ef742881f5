/** Eligibility files that cannot be right, each with the place and the reason; and a new city by data alone. */
import { describe, expect, it } from 'vitest'
import chongqing from '#schemes/chongqing-2024/eligibility.json' with { type: 'json' }
import luzhou from '#schemes/luzhou-2025/eligibility.json' with { type: 'json' }
import lvliang from '#schemes/lvliang-2025/eligibility.json' with { type: 'json' }
import urumqi from '#schemes/urumqi-2023/eligibility.json' with { type: 'json' }
import yunyang from '#schemes/yunyang-2022/eligibility.json' with { type: 'json' }
import { eligibilityOf } from './eligibility.ts'
import { lintEligibility } from './lint.ts'
import { type Condition, parseEligibility } from './rule.ts'

const words = (zh: string) => ({ 'zh-CN': zh, en: zh })
const city = (...conditions: Condition[]) =>
  parseEligibility({
    scheme: 'city-2027',
    levels: ['市级'],
    facts: [{ key: 'leader.apprentices', name: words('带徒人数'), type: 'count', unit: words('人') }],
    rules: [{ kind: 'at-least', fact: 'leader.apprentices', bound: '3' } as Condition, ...conditions].map(
      (condition, index) => ({
        ...{
          id: `XX-E0${index + 1}`,
          clause: '第一条',
          binds: words('领办人'),
          text: words('要求'),
          force: 'hard',
          condition,
        },
      }),
    ),
  })
const found = (...conditions: Condition[]) =>
  lintEligibility(city(...conditions)).map(({ where, why }) => [where, why.en])

it.each([luzhou, yunyang, urumqi, chongqing, lvliang])('the shipped file is clean: $scheme', (data) => {
  expect(lintEligibility(parseEligibility(data))).toEqual([])
})

describe('findings', () => {
  it.each<[string, Condition, string]>([
    ['an unknown fact', { kind: 'is', fact: 'leader.tall', want: true }, 'there is no fact "leader.tall"'],
    [
      'a fact of another type',
      { kind: 'is', fact: 'leader.age_full_years', want: true },
      '"leader.age_full_years" is of a type that is cannot look at',
    ],
    [
      'a bound that is no value',
      { kind: 'at-least', fact: 'leader.skill_level', bound: '大师傅' },
      '"大师傅" is no value of "leader.skill_level"',
    ],
    [
      'a range upside down',
      { kind: 'between', fact: 'team.members_excl_leader', from: '15', to: '3' },
      'the range does not hold: 15, 3',
    ],
    [
      'a border narrower than its range',
      {
        kind: 'between',
        fact: 'team.members_excl_leader',
        from: '3',
        to: '14',
        border: { from: '4', to: '15', why: words('疑') },
      },
      'the range does not hold: 4, 3, 14, 15',
    ],
    [
      'a level that is not offered',
      { kind: 'by-level', levels: { 国家级: { kind: 'exists', fact: 'leader.titles' } } },
      'there is no level "国家级"',
    ],
    [
      'a day that is not',
      { kind: 'by', fact: 'materials.submitted_at', until: '2027-02-30' },
      '"2027-02-30" is no value of "materials.submitted_at"',
    ],
  ])('%s', (_, condition, why) => {
    expect(found(condition)).toEqual([['XX-E02', why]])
  })

  it('rules that nobody can meet together', () => {
    const least: Condition = { kind: 'at-least', fact: 'leader.age_full_years', bound: '56' }
    const most: Condition = { kind: 'at-most', fact: 'leader.age_full_years', bound: '55' }
    expect(found(least, most)).toEqual([['XX-E02', 'contradicts XX-E03: nobody can meet both']])
  })

  it('an id used twice, a fact nobody asks for, quotas and doubles that point nowhere', () => {
    const [only] = city().rules
    const file = { ...city(), rules: only ? [only, only] : [] }
    const spoiled = parseEligibility({
      ...file,
      facts: [...file.facts, { key: 'leader.shoe_size', name: words('鞋码'), type: 'count' }],
      quotas: [{ id: 'XX-Q1', clause: '第二条', text: words('名额'), per: 'round', level: '省级', force: 'hard' }],
      uniqueness: [{ rule: 'XX-U9', key: 'leader', fact: 'leader.leads_other_workshop' }],
    })
    expect(lintEligibility(spoiled).map(({ where, why }) => [where, why.en])).toEqual([
      ['XX-E01', 'the id is used twice'],
      ['facts', 'no rule looks at "leader.shoe_size"'],
      ['uniqueness', 'there is no rule XX-U9'],
      ['XX-Q1', 'there is no level "省级"'],
    ])
  })
})

it('a city with a fact of its own is weighed by data alone', () => {
  const outcomes = (apprentices: number) =>
    eligibilityOf(city(), { facts: { leader: { apprentices } } }).rules.map(({ outcome }) => outcome)
  expect([outcomes(2), outcomes(3)]).toEqual([['fail'], ['pass']])
})
