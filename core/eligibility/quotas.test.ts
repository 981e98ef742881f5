/** Quotas of recommenders and rounds, and doubles in the batch and the register. */
import { describe, expect, it } from 'vitest'
import chongqing from '#schemes/chongqing-2024/eligibility.json' with { type: 'json' }
import luzhou from '#schemes/luzhou-2025/eligibility.json' with { type: 'json' }
import lvliang from '#schemes/lvliang-2025/eligibility.json' with { type: 'json' }
import { countQuotas, type Recommended } from './quotas.ts'
import { parseEligibility } from './rule.ts'
import { doublesInBatch, doublesInRegister, type EarlierWorkshop } from './uniqueness.ts'

const cq = parseEligibility(chongqing).quotas
const ll = parseEligibility(lvliang).quotas
const application = (no: number, changes: Partial<Recommended>): Recommended => ({
  ...{ no, level: '市级', recommender: '甲区人社局', recommenderKind: null, order: null },
  ...changes,
})
const countOf = (quotas: typeof cq, id: string, applications: Recommended[], entered = {}) =>
  countQuotas(quotas, applications, entered).filter(({ quota }) => quota === id)

describe('quotas', () => {
  it('Chongqing: two for each recommender and level, in order; a level’s free place is no other level’s', () => {
    const three = [
      application(1, { order: 1 }),
      application(2, { order: 2 }),
      application(3, { order: 3 }),
      application(4, { recommender: '乙区人社局' }),
    ]
    expect(countOf(cq, 'CQ-Q2-市级', three)).toMatchObject([
      { recommender: '甲区人社局', count: 3, most: 2, state: 'over', applications: [1, 2, 3], problems: [] },
      { recommender: '乙区人社局', count: 1, state: 'within', problems: [] },
    ])
    expect(countOf(cq, 'CQ-Q2-首席', three)).toEqual([])
    expect(countOf(cq, 'CQ-Q1-市级', three)).toMatchObject([{ count: 4, most: 30, state: 'within' }])
  })

  it('an order has no gaps, no doubles, nobody left out', () => {
    const problems = (orders: (number | null)[]) =>
      countOf(
        cq,
        'CQ-Q2-市级',
        orders.map((order, index) => application(index + 1, { order })),
      )[0]?.problems.map((problem) => problem['zh-CN'])
    expect(problems([1, null])).toEqual(['第 2 号没有推荐排序'])
    expect(problems([1, 1])).toEqual(['推荐排序应为 1 至 2，现为 1、1'])
    expect(problems([2, 3])).toEqual(['推荐排序应为 1 至 2，现为 2、3'])
    expect(problems([2, 1])).toEqual([])
    expect(problems([null])).toEqual([])
  })

  it('Lüliang: three for a county, hard; one for a department, soft', () => {
    const county = [1, 2, 3, 4].map((no) =>
      application(no, { recommender: '某县人社局', recommenderKind: '县（市、区）' }),
    )
    const college = [5, 6].map((no) => application(no, { recommender: '某学院', recommenderKind: '院校' }))
    expect(countOf(ll, 'LL-Q1', [...county, ...college])).toMatchObject([{ count: 4, most: 3, state: 'over' }])
    expect(countOf(ll, 'LL-Q2', [...county, ...college])).toMatchObject([{ count: 2, most: 1, state: 'over_soft' }])
  })

  it('a number that the organiser enters is unknown until then', () => {
    const { quotas } = parseEligibility(luzhou)
    expect(countOf(quotas, 'LZ-Q1', [application(1, {})])).toMatchObject([{ most: null, state: 'unknown' }])
    expect(countOf(quotas, 'LZ-Q1', [application(1, {}), application(2, {})], { 'LZ-Q1': 1 })).toMatchObject([
      { most: 1, state: 'over' },
    ])
  })

  it('applications of unknown recommenders are pointed out, not counted as one’s', () => {
    const [count] = countOf(
      cq,
      'CQ-Q2-市级',
      [1, 2, 3].map((no) => application(no, { recommender: null })),
    )
    expect(count).toMatchObject({ recommender: null, state: 'unknown', count: 3 })
    expect(count?.problems.map(({ en }) => en)).toEqual(['the recommender is not known yet'])
  })
})

describe('doubles', () => {
  const mine = { leader: '张测试', unit: '测试机械（集团）公司', occupation: '钳工', level: '市级' }
  const earlier: EarlierWorkshop = {
    ...mine,
    ...{
      name: '李样例钳工技能大师工作室',
      leader: '李样例',
      unit: '测试机械(集团) 公司',
      named: '2023',
      state: 'standing',
    },
  }

  it('sees through spaces and brackets; ended workshops stand in nobody’s way', () => {
    expect(doublesInRegister('unit-occupation', mine, [earlier])).toHaveLength(1)
    expect(doublesInRegister('unit-occupation', mine, [{ ...earlier, state: 'ended' }])).toEqual([])
    expect(doublesInRegister('leader', mine, [earlier])).toEqual([])
    expect(doublesInRegister('unit-occupation-level', mine, [{ ...earlier, level: '首席' }])).toEqual([])
  })

  it('empty words are not the same', () => {
    const nameless = { leader: '', unit: '', occupation: '', level: '' }
    expect(doublesInBatch('leader', nameless, [{ ...nameless, no: 2, workshop: '样例' }])).toEqual([])
    expect(doublesInBatch('leader', mine, [{ ...mine, no: 2, workshop: '样例工作室' }])[0]?.text['zh-CN']).toBe(
      '与本批第 2 号“样例工作室”领办人相同',
    )
  })
})
