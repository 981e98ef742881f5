/** Annex 2 of Urumqi, clause by clause and at every boundary. Expected points are worked out by hand. */
import { describe, expect, it } from 'vitest'
import data from '#schemes/urumqi-2023/scheme.json' with { type: 'json' }
import { decimal, exact } from '../exact/exact.ts'
import { sentenceOf } from '../refusal.ts'
import { parseScheme } from '../scheme/scheme.ts'
import { type AdoptedScoring, assess, gradeOf, judgementItems, toAnswer } from './assess.ts'
import type { Facts } from './facts.ts'
import { allBonus, hundred } from './sample-sheet.ts'

const [rubric] = parseScheme(data).rubrics
if (rubric === undefined) throw new Error('no rubric')

const answerFor = (changes: Facts, adopted?: AdoptedScoring) =>
  toAnswer(assess({ rubric, facts: { ...hundred, ...changes }, adopted }), 'zh-CN')
const without = (...keys: string[]) =>
  Object.fromEntries(Object.entries(hundred).filter(([key]) => !keys.includes(key)))

describe('points of an item', () => {
  it.each<[string, Facts, string, string]>([
    ['no organisation, whatever is deducted', { A1_exists: false, A1_deduct: null }, 'A1', '0'],
    ['an incomplete organisation', { A1_deduct: '0.5' }, 'A1', '1.5'],
    ['no yearly plan', { A2_plan: false }, 'A2', '0'],
    ['no matching funds', { B1_matching_wan: '0' }, 'B1', '0'],
    ['7.4 万元', { B1_matching_wan: '7.4' }, 'B1', '14.8'],
    ['9.5 万元', { B1_matching_wan: '9.5' }, 'B1', '19'],
    ['9.99 万元', { B1_matching_wan: '9.99' }, 'B1', '19.98'],
    [
      '9.9999999999999999999 万元, to the last digit',
      { B1_matching_wan: '9.9999999999999999999' },
      'B1',
      '19.9999999999999999998',
    ],
    ['0.004 万元', { B1_matching_wan: '0.004' }, 'B1', '0.008'],
    ['more than 10 万元', { B1_matching_wan: '25' }, 'B1', '20'],
    ['no place', { B2_area_m2: '0' }, 'B2', '0'],
    ['29.9 ㎡ and 1.5 deducted', { B2_area_m2: '29.9', B2_deduct: '1.5' }, 'B2', '3.5'],
    ['exactly 30 ㎡, a needless deduction ignored', { B2_area_m2: '30', B2_deduct: '2' }, 'B2', '5'],
    ['no equipment', { B3_exists: false }, 'B3', '0'],
    ['0 formal employees', { B4_formal_staff_excl_leader: 0 }, 'B4', '0'],
    ['1 formal employee', { B4_formal_staff_excl_leader: 1 }, 'B4', '2.5'],
    ['2 formal employees', { B4_formal_staff_excl_leader: 2 }, 'B4', '5'],
    ['a case that deserves 0.25 off', { C3_deduct: '0.25' }, 'C3', '2.75'],
    ['0.25 with zeros behind it', { C3_deduct: '0.2500' }, 'C3', '2.75'],
    ['everything deducted', { C3_deduct: '3' }, 'C3', '0'],
    ['29.999999 ㎡ is below 30', { B2_area_m2: '29.999999', B2_deduct: '0.01' }, 'B2', '4.99'],
    ['one year of one, with an event', { E2_events_per_year: [1] }, 'E2', '3'],
    ['three years, each with events', { E2_events_per_year: [1, 2, 3] }, 'E2', '3'],
    ['a plan without a roster', { D1_roster: false }, 'D1', '1'],
    ['neither plan nor roster', { D1_plan: false, D1_roster: false }, 'D1', '0'],
    ['0 trained', { D4_trained_high_skilled_2y: 0 }, 'D4', '0'],
    ['1 trained', { D4_trained_high_skilled_2y: 1 }, 'D4', '5'],
    ['2 trained', { D4_trained_high_skilled_2y: 2 }, 'D4', '10'],
    ['3 trained', { D4_trained_high_skilled_2y: 3 }, 'D4', '15'],
    ['4 trained', { D4_trained_high_skilled_2y: 4 }, 'D4', '20'],
    ['5 trained', { D4_trained_high_skilled_2y: 5 }, 'D4', '25'],
    ['6 trained', { D4_trained_high_skilled_2y: 6 }, 'D4', '25'],
    ['no exchange event ever', { E2_events_per_year: [0, 0] }, 'E2', '0'],
    ['no year entered', { E2_events_per_year: [] }, 'E2', '0'],
    ['one year without, 1 deducted', { E2_events_per_year: [0, 3], E2_deduct: '1' }, 'E2', '2'],
    ['3 technicians, 1 senior', { F1_technicians: 3, F1_senior_technicians: 1 }, 'F1', '2.5'],
    ['6 technicians, 3 senior: capped at 4', { F1_technicians: 6, F1_senior_technicians: 3 }, 'F1', '4'],
    ['a book', { F4_paper_or_book_evidenced: true }, 'F4', '2'],
  ])('%s', (_, changes, item, points) => {
    const answer = answerFor(changes)
    expect(answer.status).toBe('ok')
    expect(answer.items[item]).toBe(points)
  })

  it('reads a part of 1 万元 as the organiser adopted', () => {
    expect(answerFor({ B1_matching_wan: '9.5' }, { fraction: 'linear' }).items.B1).toBe('19')
    expect(answerFor({ B1_matching_wan: '9.5' }, { fraction: 'floor' }).items.B1).toBe('20')
    expect(answerFor({ B1_matching_wan: '9.5' }, { fraction: 'ceil' }).items.B1).toBe('18')
  })
})

describe('total and grade', () => {
  it('adds 100 base points and 10 bonus points to 110', () => {
    const subtotals = { A: '10', B: '35', C: '15', D: '30', E: '10', F: '10' }
    const totals = { base: '100', bonus: '10', total: '110', grade: '优秀', gradeOnBase: '优秀' }
    expect(answerFor(allBonus)).toMatchObject({ status: 'ok', subtotals, ...totals, gradeConflict: false, open: [] })
  })

  it.each<[string, Facts, string]>([
    ['90', { C1_deduct: '3', C2_deduct: '3', C3_deduct: '3', C4_deduct: '1' }, '优秀'],
    ['89.99', { C1_deduct: '3', C2_deduct: '3', C3_deduct: '3', C4_deduct: '1.01' }, '合格'],
    // 100 − 25 (D4) − 10 (B1) − 3 − 2
    ['60', { D4_trained_high_skilled_2y: 0, B1_matching_wan: '5', C1_deduct: '3', C2_deduct: '2' }, '合格'],
    ['59.99', { D4_trained_high_skilled_2y: 0, B1_matching_wan: '5', C1_deduct: '3', C2_deduct: '2.01' }, '不合格'],
  ])('%s points', (total, changes, grade) => {
    expect(answerFor(changes)).toMatchObject({ total, grade })
  })

  it('grades with the bonus unless the organiser adopted otherwise, and says when that matters', () => {
    const base88: Facts = { C1_deduct: '3', C2_deduct: '3', C3_deduct: '3', C4_deduct: '3', F2_media_evidenced: true }
    const totals = { base: '88', bonus: '2', total: '90', gradeOnBase: '合格', gradeConflict: true }
    expect(answerFor(base88)).toMatchObject({ ...totals, grade: '优秀' })
    expect(answerFor(base88, { bonusInGrade: false })).toMatchObject({ ...totals, grade: '合格' })
  })

  it('names the readings of a fraction that would change the grade', () => {
    // 100 − 1 (9.5 万, linear) − 9 = 90; whole units only 91; started units 89
    const changes: Facts = { B1_matching_wan: '9.5', C1_deduct: '3', C2_deduct: '3', C3_deduct: '3' }
    expect(answerFor(changes)).toMatchObject({
      grade: '优秀',
      alternatives: [{ fraction: 'ceil', total: '89', grade: '合格' }],
    })
    const others = [
      { fraction: 'linear', total: '90', grade: '优秀' },
      { fraction: 'floor', total: '91', grade: '优秀' },
    ]
    expect(answerFor(changes, { fraction: 'ceil' })).toMatchObject({ grade: '合格', alternatives: others })
    expect(answerFor({ B1_matching_wan: '9.5' })).not.toHaveProperty('alternatives')
  })

  it('finds the grade of any exact value', () => {
    expect(gradeOf(rubric, exact(269).div(exact(3)))).toBe('合格') // 89.666…
    expect(gradeOf(rubric, exact(0))).toBe('不合格')
  })
})

describe('sheets that cannot be totalled', () => {
  const noTotals = (answer: object) => {
    for (const key of ['base', 'bonus', 'total', 'grade', 'gradeOnBase']) expect(answer).not.toHaveProperty(key)
  }

  it('an unknown fact leaves its item open and the sheet incomplete', () => {
    const answer = toAnswer(assess({ rubric, facts: without('D1_roster', 'C2_deduct') }), 'zh-CN')
    expect(answer).toMatchObject({ status: 'incomplete', open: ['C2', 'D1'], items: { C2: null, D1: null, D2: '1' } })
    expect(answer.subtotals).toMatchObject({ C: null, D: null, A: '10' })
    noTotals(answer)
  })

  it('null is nobody knows: the fact as if it were left out, the deduction as one still to be decided', () => {
    const answer = answerFor({ D1_roster: null, B1_matching_wan: null, E2_events_per_year: null })
    expect(answer).toMatchObject({ status: 'incomplete', open: ['B1', 'D1', 'E2'] })
    expect(answerFor({ C2_deduct: null })).toMatchObject({ status: 'needs_judgement', open: ['C2'] })
    // Nothing there, so there is nothing to decide.
    expect(answerFor({ A1_exists: false, A1_deduct: null }).status).toBe('ok')
  })

  it('a place below 30 ㎡ waits for an expert', () => {
    const answer = answerFor({ B2_area_m2: '29.9', B2_deduct: null })
    expect(answer).toMatchObject({ status: 'needs_judgement', open: ['B2'], gradeConflict: false })
    expect(answer.derivations.B2).toBe('29.9 ㎡，低于 30 ㎡，等专家决定扣分')
    noTotals(answer)
    expect(answerFor({ B2_area_m2: '29.9' })).toMatchObject({ status: 'incomplete', open: ['B2'] })
  })

  it('events in some years only wait for an expert, asked or not', () => {
    expect(answerFor({ E2_events_per_year: [2, 0] })).toMatchObject({ status: 'needs_judgement', open: ['E2'] })
    expect(answerFor({ E2_events_per_year: [2, 0], E2_deduct: null }).status).toBe('needs_judgement')
  })

  it.each<[string, Facts, string]>([
    ['a deduction above the maximum', { C1_deduct: '3.01' }, 'C1 最多 3 分，不能扣 3.01 分。'],
    ['a negative deduction', { C1_deduct: '-0.5' }, 'C1 最多 3 分，不能扣 -0.5 分。'],
    ['a deduction with three decimals', { C1_deduct: '0.125' }, 'C1 的分数“0.125”不是数字，最多两位小数。'],
    ['a deduction in words', { C1_deduct: 'two' }, 'C1 的分数“two”不是数字，最多两位小数。'],
    [
      'nothing deducted below the standard',
      { B2_area_m2: '20', B2_deduct: '0' },
      'B2 低于标准，扣分须大于 0，不超过 5 分。',
    ],
    ['a needless deduction out of range', { B2_deduct: '6' }, 'B2 最多 5 分，不能扣 6 分。'],
    ['negative money', { B1_matching_wan: '-1' }, '事实“B1_matching_wan”应为不小于 0 的数（写成 "9.5" 这样的小数）。'],
    ['a binary float', { B1_matching_wan: 9.5 }, '事实“B1_matching_wan”应为不小于 0 的数（写成 "9.5" 这样的小数）。'],
    ['half a person', { D4_trained_high_skilled_2y: 4.5 }, '事实“D4_trained_high_skilled_2y”应为不小于 0 的整数。'],
    ['yes as a word', { A2_plan: 'true' }, '事实“A2_plan”应为“是”或“否”。'],
    ['a negative year', { E2_events_per_year: [1, -1] }, '事实“E2_events_per_year”应为每年一个不小于 0 的整数。'],
  ])('%s is invalid, never clamped', (_, changes, sentence) => {
    const answer = answerFor(changes)
    expect(answer.status).toBe('invalid_input')
    expect(answer.problems?.map((problem) => problem.message)).toEqual([sentence])
    noTotals(answer)
  })

  it('an unknown key is refused by name, in the language of the reader', () => {
    const { status, problems } = assess({ rubric, facts: { ...hundred, A9_exists: true, A2_deduct: '1' } })
    expect(status).toBe('invalid_input')
    expect(problems.map((problem) => [problem.code, problem.detail.fact])).toEqual([
      ['unknown-fact', 'A9_exists'],
      ['unknown-fact', 'A2_deduct'],
    ])
    const [wrong] = assess({ rubric, facts: { ...hundred, A2_plan: 1 } }).problems
    expect(wrong && sentenceOf(wrong, 'en')).toBe('Fact "A2_plan" must be yes or no.')
  })

  it('invalid goes before incomplete, incomplete before needs_judgement', () => {
    const facts: Facts = { ...without('D1_roster'), B2_area_m2: '20', B2_deduct: null }
    expect(assess({ rubric, facts }).status).toBe('incomplete')
    expect(assess({ rubric, facts: { ...facts, C1_deduct: '9' } }).status).toBe('invalid_input')
  })

  it('asks the expert for the judged items that the facts leave open, and no others', () => {
    const asked = (facts: Facts) =>
      judgementItems(rubric, facts).map(({ id, max, mustDeduct }) => [id, decimal(max), mustDeduct])
    const always = ['C1', 'C2', 'C3', 'C4', 'C5'].map((id) => [id, '3', false])
    expect(asked({})).toEqual([...always, ['E1', '4', false]])
    const shared: Facts = { A1_exists: true, B2_area_m2: '12', B3_exists: false, E2_events_per_year: [0, 1] }
    expect(asked(shared)).toEqual([
      ['A1', '2', false],
      ['B2', '5', true],
      ...always,
      ['E1', '4', false],
      ['E2', '3', false],
    ])
  })
})
