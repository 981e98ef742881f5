/** Each lint: a sound scheme with one thing broken, and what is said about it, where. */
import { describe, expect, test } from 'vitest'
import data from '#test/fixtures/yangcheng-2030.json' with { type: 'json' }
import { changedText } from './changes.ts'
import { coverageOf } from './coverage.ts'
import { lintScheme } from './lint.ts'
import { nameOf, referenceIn } from './reference.ts'
import { parseScheme } from './scheme.ts'

// biome-ignore lint/suspicious/noExplicitAny: the point is to break any place of the data.
type Loose = any
const fresh = (): Loose => structuredClone(data)

function findings(spoil: (scheme: Loose) => void): string[] {
  const scheme = fresh()
  spoil(scheme)
  return lintScheme(parseScheme(scheme)).map(({ severity, lint, where }) => `${severity} ${lint} ${where}`)
}
const activity = (scheme: Loose) => scheme.activities[0]
const rubric = (scheme: Loose) => scheme.rubrics[0]
const item = (scheme: Loose, id: string) =>
  rubric(scheme)
    .blocks.flatMap(({ items }: Loose) => items)
    .find((one: Loose) => one.id === id)
const stage = (scheme: Loose, id: string) => activity(scheme).stages.find((one: Loose) => one.id === id)

test('a sound scheme has no finding', () => {
  expect(findings(() => {})).toEqual([])
})

describe('rubrics', () => {
  test('sums and caps', () => {
    expect(findings((s) => (item(s, 'A3').max = '25'))).toEqual(['warning rubric-sum rubrics.rating-table'])
    expect(findings((s) => (item(s, 'A1').rule.parts[0].each = '31'))).toEqual([
      'warning cap rubrics.rating-table.items.A1',
    ])
    expect(findings((s) => (item(s, 'A2').rule.deduct = '2'))).toEqual([
      'warning points-for-nothing rubrics.rating-table.items.A2',
    ])
    expect(findings((s) => (item(s, 'A2').rule.unit = '0'))).toEqual(['error bad-unit rubrics.rating-table.items.A2'])
  })
  test('grades: unreachable, and gaps', () => {
    const grades = (s: Loose) => rubric(s).grades
    expect(findings((s) => (grades(s)[1].from = '85'))).toEqual([
      'error unreachable-grade rubrics.rating-table.grades.中等',
    ])
    expect(findings((s) => (grades(s)[0].from = '100.5'))).toEqual([
      'error unreachable-grade rubrics.rating-table.grades.上等',
    ])
    expect(findings((s) => (grades(s)[2].from = '1'))).toEqual(['error grade-gap rubrics.rating-table.grades.下等'])
    expect(findings((s) => (rubric(s).grades = []))).toEqual([
      'error decides-without-grades activities.rating.decision',
    ])
  })
  test('facts: unknown, of the wrong type, unused, scored twice', () => {
    expect(findings((s) => (item(s, 'B1').rule.fact = 'B1_guild'))).toEqual([
      'error unknown-fact rubrics.rating-table.items.B1',
      'warning unused-fact rubrics.rating-table.facts.B1_guild_member',
    ])
    expect(findings((s) => (rubric(s).facts[2].type = 'count'))).toEqual([
      'error wrong-fact-type rubrics.rating-table.items.B1',
    ])
    expect(findings((s) => (item(s, 'A3').rule = { kind: 'judgement', exists: 'B1_guild_member' }))).toEqual([
      'warning shared-fact rubrics.rating-table.facts.B1_guild_member',
    ])
  })
  test('a fraction nobody reads, and a question nobody asks', () => {
    expect(findings((s) => (item(s, 'A2').rule.fractions = false))).toEqual([
      'error fraction-unread rubrics.rating-table.items.A2',
    ])
    expect(findings((s) => s.choices.pop())).toEqual(['error unasked-choice activities.rating.choices.fraction'])
    expect(findings((s) => (activity(s).vote.use = 'optional'))).toEqual([
      'error missing-stage activities.rating.stages',
      'error unasked-choice activities.rating.choices.with-vote',
      'error unasked-choice activities.rating.choices.vote-rule',
    ])
  })
})

describe('stages and decisions', () => {
  test('a stage without a gate, a gate before its work, a stage missing or out of order', () => {
    expect(findings((s) => (stage(s, 'visit').gates = []))).toEqual([
      'error stage-without-gate activities.rating.stages.visit',
    ])
    expect(findings((s) => stage(s, 'panel').gates.push('every-minutes-recorded'))).toEqual([
      'error gate-too-early activities.rating.stages.panel',
    ])
    expect(findings((s) => activity(s).stages.splice(1, 1))).toEqual([
      'error missing-stage activities.rating.stages.material-check',
    ])
    expect(findings((s) => activity(s).stages.splice(1, 2, ...activity(s).stages.slice(1, 3).reverse()))).toEqual([
      'error stage-order activities.rating.stages',
    ])
    expect(findings((s) => (stage(s, 'recusal').gates = ['every-declaration-made']))).toEqual([
      'error stage-without-gate activities.rating.stages.reading',
    ])
  })
  test('what decides must exist', () => {
    expect(findings((s) => (activity(s).decidedBy = 'vote'))).toContain(
      'error decides-without-vote activities.rating.vote',
    )
    expect(findings((s) => (activity(s).decidedBy = 'order'))).toEqual([
      'error stage-without-gate activities.rating.stages',
    ])
    expect(findings((s) => (activity(s).decidedBy = 'adopted'))).toEqual([
      'error nothing-decides activities.rating.decision',
      'error unasked-choice activities.rating.choices.decision',
    ])
    expect(findings((s) => (activity(s).rubric.id = 'none'))).toContain('error unknown-rubric activities.rating.rubric')
  })
})

describe('conditions and articles', () => {
  test('rules that name unknown facts, and rules that contradict each other', () => {
    const rules = (s: Loose) => s.eligibility.rules
    expect(findings((s) => (rules(s)[0].condition.fact = 'leader.years'))).toEqual([
      'error eligibility eligibility.YC-E01',
      'error eligibility eligibility.facts',
    ])
    const second = (bound: string) => (s: Loose) => {
      const id = 'YC-E02'
      rules(s).push({ ...rules(s)[0], id, condition: { kind: 'at-most', fact: 'leader.years_in_craft', bound } })
      s.conditions.push({ ...s.conditions[0], id })
      s.clauses[1].by.push(id)
    }
    expect(findings(second('2.9'))).toEqual(['error eligibility eligibility.YC-E01'])
    expect(findings(second('3'))).toEqual([])
  })
  test('a condition nobody weighs, a rule that is not listed', () => {
    expect(findings((s) => (s.eligibility.rules[0].id = 'YC-E09'))).toEqual([
      'warning unlisted-rule eligibility.YC-E09',
      'warning unweighed-condition eligibility.YC-E01',
      'warning uncited-rule clauses.YC-E09',
    ])
  })
  test('a reference that leads nowhere, a rule no article leads to, a clause that does not exist', () => {
    expect(findings((s) => (s.clauses[0].by = ['levels.县级']))).toEqual(['error unknown-reference clauses.第一条'])
    expect(findings((s) => s.clauses[1].by.splice(0, 1))).toEqual(['warning uncited-rule clauses.YC-E01'])
    expect(findings((s) => (s.naming.origin.clause = '第九条'))).toEqual(['error unknown-clause naming.origin'])
    expect(findings((s) => delete s.clauses)).toEqual(['warning no-clauses clauses'])
  })
  test('bounds the wrong way round, a naming template without a name', () => {
    expect(findings((s) => (s.document.validTo = '2029-12-31'))).toEqual(['error bounds document.validTo'])
    expect(findings((s) => (s.naming.template = '工坊'))).toEqual(['error naming naming.template'])
    expect(findings((s) => (s.naming.template = '{leader}{colour}'))).toEqual(['error naming naming.template'])
  })
})

test('coverage counts the articles and names the rest with the reason', () => {
  const { clauses, encoded, rest } = coverageOf(parseScheme(fresh()))
  expect([clauses, encoded, rest.map(({ clause }) => clause)]).toEqual([6, 5, ['第六条']])
})

test('a reference leads to its place and has a name', () => {
  const scheme = parseScheme(fresh())
  const [rule, row] = ['YC-E01', 'rubrics.rating-table.facts.A1_pieces'].map((one) => referenceIn(scheme, one))
  expect(rule && [rule.path, nameOf(rule)['zh-CN']]).toEqual(['eligibility.rules.YC-E01', '操业满三年'])
  expect(row && nameOf(row)['zh-CN']).toBe('传世作品')
  expect(referenceIn(scheme, 'YC-E99')).toBeNull()
})

describe('a new version may change what is adopted, not what is text', () => {
  const changed = (change: (scheme: Loose) => void) => {
    const after = fresh()
    change(after)
    return changedText(parseScheme(fresh()), parseScheme(after))
  }
  test('text values are named', () => {
    expect(changed((s) => (rubric(s).grades[0].from = '80'))).toEqual(['rubrics.rating-table.grades.上等.from'])
    expect(changed((s) => (activity(s).panel.minimum = 5))).toEqual(['activities.rating.panel.minimum'])
    expect(changed((s) => rubric(s).blocks[0].items.pop())).toEqual(['rubrics.rating-table.blocks.A.items.A3'])
    expect(changed((s) => (s.naming.origin = { source: 'adopted' }))).toEqual([
      'naming.origin.source',
      'naming.origin.clause',
    ])
  })
  test('adopted values are free', () => {
    expect(changed((s) => (stage(s, 'recusal').leaves = { 'zh-CN': '承诺', en: 'Pledges' }))).toEqual([])
    expect(changed((s) => s.rubrics.push({ ...rubric(s), id: 'second', origin: { source: 'adopted' } }))).toEqual([])
    expect(changed((s) => (s.version = 2))).toEqual([])
  })
})
