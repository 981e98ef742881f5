/** The sentence beside every number, and what holds for any sheet whatever its facts. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import data from '#schemes/urumqi-2023/scheme.json' with { type: 'json' }
import { decimal, type Exact, exact, sum } from '../exact/exact.ts'
import { itemsOf, parseScheme } from '../scheme/scheme.ts'
import { type AdoptedScoring, assess } from './assess.ts'
import type { Facts } from './facts.ts'
import { hundred } from './sample-sheet.ts'

const [rubric] = parseScheme(data).rubrics
if (rubric === undefined) throw new Error('no rubric')

describe('derivations', () => {
  it.each<[string, Facts, AdoptedScoring, string, string]>([
    [
      'B1',
      { B1_matching_wan: '7.4' },
      {},
      '7.4 万元，少 2.6 万元，20 − 2×2.6 ＝ 14.8',
      '7.4 wan yuan, 2.6 wan yuan short, 20 − 2×2.6 = 14.8',
    ],
    [
      'B1',
      { B1_matching_wan: '9.5' },
      { fraction: 'floor' },
      '9.5 万元，少 0.5 万元，不足 1 万元的部分不计，20 − 2×0 ＝ 20',
      '9.5 wan yuan, 0.5 wan yuan short, parts of 1 wan yuan not counted, 20 − 2×0 = 20',
    ],
    [
      'B1',
      { B1_matching_wan: '9.5' },
      { fraction: 'ceil' },
      '9.5 万元，少 0.5 万元，不足 1 万元的按 1 万元计，20 − 2×1 ＝ 18',
      '9.5 wan yuan, 0.5 wan yuan short, parts of 1 wan yuan counted as 1 wan yuan, 20 − 2×1 = 18',
    ],
    [
      'B2',
      { B2_area_m2: '28', B2_deduct: '1' },
      {},
      '28 ㎡，低于 30 ㎡，扣 1 分，5 − 1 ＝ 4',
      '28 m², below 30 m², 1 deducted, 5 − 1 = 4',
    ],
    ['D1', { D1_roster: false }, {}, '没有“培训花名册”，2 − 1 ＝ 1', 'Training roster: no, 2 − 1 = 1'],
    ['A2', {}, {}, '有“年度计划”，得 2 分', 'Yearly plan: yes, scores 2'],
    [
      'F1',
      { F1_technicians: 6, F1_senior_technicians: 3 },
      {},
      '培养技师 6 人、培养高级技师 3 人，0.5×6 + 1×3 ＝ 6，最多 4 分',
      'Technicians (技师) trained: 6 people; Senior technicians (高级技师) trained: 3 people; 0.5×6 + 1×3 = 6, at most 4',
    ],
  ])('%s says how its points came about', (item, changes, adopted, zh, en) => {
    const { derivations } = assess({ rubric, facts: { ...hundred, ...changes }, adopted })
    expect(derivations[item]).toEqual({ 'zh-CN': zh, en })
  })
})

describe('for any sheet', () => {
  const hundredths = (max: number) =>
    fc.integer({ min: 0, max: max * 100 }).map((value) => decimal(exact(value).div(exact(100))))
  const sheets = fc.record({
    ...{
      A1_exists: fc.boolean(),
      A1_deduct: hundredths(2),
      A2_plan: fc.boolean(),
      D1_plan: fc.boolean(),
      D1_roster: fc.boolean(),
    },
    ...{
      B1_matching_wan: hundredths(12),
      B2_area_m2: fc.constantFrom('0', '29.99', '30'),
      B2_deduct: fc.constantFrom('0.01', '2.5', '5'),
    },
    ...{
      B4_formal_staff_excl_leader: fc.nat(3),
      D4_trained_high_skilled_2y: fc.nat(7),
      C1_deduct: hundredths(3),
      E1_deduct: hundredths(4),
    },
    ...{ E2_events_per_year: fc.array(fc.nat(1), { maxLength: 3 }), E2_deduct: hundredths(3) },
    ...{ F1_technicians: fc.nat(9), F1_senior_technicians: fc.nat(5), F2_media_evidenced: fc.boolean() },
  })
  const readings = fc.constantFrom('linear', 'floor', 'ceil' as const)

  it('no item, block or total exceeds its cap, and all add up', () => {
    fc.assert(
      fc.property(sheets, readings, (changes, fraction) => {
        const { status, items, base, bonus, total } = assess({
          rubric,
          facts: { ...hundred, ...changes },
          adopted: { fraction },
        })
        expect(status).toBe('ok')
        for (const { id, max } of itemsOf(rubric))
          expect(items[id]?.gte(exact(0)) && items[id]?.lte(exact(max))).toBe(true)
        expect(base?.lte(exact(100)) && bonus?.lte(exact(10))).toBe(true)
        expect(total?.equals(sum(Object.values(items).filter((points) => points !== null)))).toBe(true)
      }),
    )
  })

  it('the arithmetic in a derivation gives the number beside it, and that number is the points', () => {
    fc.assert(
      fc.property(sheets, readings, (changes, fraction) => {
        const { items, derivations } = assess({ rubric, facts: { ...hundred, ...changes }, adopted: { fraction } })
        for (const [id, sentence] of Object.entries(derivations)) {
          for (const [words, equals] of [
            [sentence['zh-CN'], '＝'],
            [sentence.en, '='],
          ] as const) {
            const [terms = '', result = ''] = words.split(` ${equals} `)
            const points = items[id] ? decimal(items[id]) : 'open'
            if (result === '') expect(words.match(/(得|scores) ([\d.]+)/)?.[2]).toBe(points)
            else expect(decimal(evaluate(terms.match(/[\d.×−+ ]+$/)?.[0] ?? ''))).toBe(result.match(/^[\d.]+/)?.[0])
            if (/^[\d.]+$/.test(result)) expect(result).toBe(points)
          }
        }
      }),
    )
  })

  it('more money never lowers the points, under any reading', () => {
    fc.assert(
      fc.property(hundredths(12), hundredths(12), readings, (one, other, fraction) => {
        const [less, more] = [exact(one), exact(other)].toSorted((left, right) => left.compare(right))
        const pointsOf = (amount: Exact = exact(0)) =>
          assess({ rubric, facts: { ...hundred, B1_matching_wan: decimal(amount) }, adopted: { fraction } }).items.B1
        expect(pointsOf(more)?.gte(pointsOf(less) ?? exact(99))).toBe(true)
      }),
    )
  })
})

/** Evaluates "20 − 2×2.6": products first, then from left to right. */
function evaluate(terms: string): Exact {
  const product = (term: string) => term.split('×').reduce((value, factor) => value.mul(exact(factor.trim())), exact(1))
  return sum(
    terms.split('+').map((part) => {
      const [first = '', ...rest] = part.split('−')
      return product(first).sub(sum(rest.map(product)))
    }),
  )
}
