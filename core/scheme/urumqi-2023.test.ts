/** The Urumqi document as data: that it parses, adds up as the annex does, and says where each value comes from. */
import { describe, expect, it } from 'vitest'
import data from '#schemes/urumqi-2023/scheme.json' with { type: 'json' }
import { decimal, exact, sum } from '../exact/exact.ts'
import { factsOfRule } from '../rubric/facts.ts'
import { activityOf, type FactDefinition, type ItemRule, itemsOf, parseScheme, rubricOf } from './scheme.ts'

const scheme = parseScheme(data)
const [rubric] = scheme.rubrics
if (rubric === undefined) throw new Error('no rubric')

const factTypeOf = {
  'all-or-nothing': ['yes-no'],
  judgement: ['yes-no'],
  shortfall: ['decimal', 'count'],
  'standard-or-judgement': ['decimal', 'count'],
  'fixed-deductions': ['yes-no'],
  'every-year': ['counts-per-year'],
  'per-head': ['count'],
} as const satisfies Record<ItemRule['kind'], readonly FactDefinition['type'][]>

describe('urumqi-2023', () => {
  it('has the block sums printed in annex 2: 10, 35, 15, 30, 10 make 100, and 10 bonus points', () => {
    const sums = rubric.blocks.map((block) => [block.id, decimal(sum(block.items.map((item) => exact(item.max))))])
    expect(sums).toEqual([
      ['A', '10'],
      ['B', '35'],
      ['C', '15'],
      ['D', '30'],
      ['E', '10'],
      ['F', '10'],
    ])
    expect(rubric.blocks.filter((block) => block.bonus).map((block) => block.id)).toEqual(['F'])
  })

  it('has every row of annex 2 in printed order', () => {
    expect(itemsOf(rubric).map((item) => item.id)).toEqual(
      'A1 A2 A3 A4 A5 B1 B2 B3 B4 C1 C2 C3 C4 C5 D1 D2 D3 D4 E1 E2 E3 F1 F2 F3 F4'.split(' '),
    )
  })

  it('uses every fact in exactly one rule, as the type the rule reads', () => {
    const used = itemsOf(rubric).flatMap((item) => factsOfRule(item.rule))
    expect(used).toEqual(rubric.facts.map((fact) => fact.key))
    for (const { rule } of itemsOf(rubric)) {
      for (const key of factsOfRule(rule)) {
        expect(factTypeOf[rule.kind]).toContain(rubric.facts.find((fact) => fact.key === key)?.type)
      }
    }
  })

  it('decides a selection by the vote of article 11 and a term-end assessment by the points of article 19', () => {
    const selection = activityOf(scheme, 'selection')
    const assessment = activityOf(scheme, 'term-assessment')
    expect(selection).toMatchObject({ decidedBy: 'vote', vote: { use: 'always' }, rubric: { use: 'optional' } })
    expect(assessment).toMatchObject({ decidedBy: 'grade', vote: { use: 'optional' }, rubric: { use: 'always' } })
    expect(selection?.vote.origin).toEqual({ source: 'text', clause: '第十一条' })
    for (const activity of scheme.activities) expect(rubricOf(scheme, activity)).toBe(rubric)
  })

  it('keeps the four steps of article 11 in their order and marks them as text', () => {
    const steps = activityOf(scheme, 'selection')?.stages.filter((stage) =>
      ['审阅材料', '现场考察', '集中评议', '实名表决'].includes(stage.name['zh-CN']),
    )
    expect(steps?.map((stage) => stage.id)).toEqual(['reading', 'visit', 'deliberation', 'vote'])
    for (const step of steps ?? []) expect(step.origin).toEqual({ source: 'text', clause: '第十一条' })
  })

  it('says that the size of the panel is the organiser’s choice, and names the three sources of article 11', () => {
    const panel = activityOf(scheme, 'selection')?.panel
    expect(panel).toMatchObject({ minimum: 5, parity: 'odd', origin: { source: 'adopted' } })
    expect(panel?.sources.map((source) => source['zh-CN'])).toEqual(['院校', '行业', '企业'])
  })

  it('opens no scoring before declarations, adopted rules and facts are complete', () => {
    for (const activity of scheme.activities) {
      expect(activity.stages.find((stage) => stage.id === 'recusal')?.gates).toEqual([
        'every-declaration-made',
        'scoring-rules-adopted',
        'every-fact-recorded',
      ])
    }
  })

  it('carries the grades of article 19 and the conditions and materials of articles 2 to 9', () => {
    expect(rubric.grades.map((grade) => [grade.id, grade.from])).toEqual([
      ['优秀', '90'],
      ['合格', '60'],
      ['不合格', '0'],
    ])
    expect(scheme.conditions).toHaveLength(16)
    expect(scheme.materials.map((material) => material.id)).toEqual(
      'UR-M01 UR-M02 UR-M03 UR-M04 UR-M05 UR-M06'.split(' '),
    )
  })
})
