/** What holds for every rubric of every scheme, whatever the facts; and the borders, worked out by hand. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import chongqing from '#schemes/chongqing-2024/rubrics.json' with { type: 'json' }
import luzhou from '#schemes/luzhou-2025/rubrics.json' with { type: 'json' }
import lvliang from '#schemes/lvliang-2025/rubrics.json' with { type: 'json' }
import urumqi from '#schemes/urumqi-2023/scheme.json' with { type: 'json' }
import yunyang from '#schemes/yunyang-2022/rubrics.json' with { type: 'json' }
import yangcheng from '#test/fixtures/yangcheng-2030.json' with { type: 'json' }
import { decimal, type Exact, exact, ratio, shown, sum } from '../exact/exact.ts'
import { rank } from '../ranking/rank.ts'
import { isRefusal } from '../refusal.ts'
import { itemsOf, type Rubric, rubricSchema } from '../scheme/rubric.ts'
import { type Assessment, assess, gradeOf, judgementItems } from './assess.ts'
import { deductionKey, type Facts, type FactValue } from './facts.ts'
import { fractionReadings } from './item.ts'
import { hundred } from './sample-sheet.ts'

const rubrics: Rubric[] = [chongqing, luzhou, lvliang, yunyang, urumqi.rubrics, yangcheng.rubrics]
  .flat()
  .map((data) => rubricSchema.parse(data))
const named = (title: string) => {
  const found = rubrics.find(({ title: words }) => words['zh-CN'].includes(title))
  if (!found) throw new Error(title)
  return found
}

const tenths = (most: number) => fc.integer({ min: 0, max: most * 10 }).map((value) => decimal(exact(value).div(10)))
const anyOf = {
  'yes-no': fc.boolean(),
  decimal: tenths(60),
  count: fc.integer({ min: 0, max: 60 }),
  'counts-per-year': fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
} satisfies Record<string, fc.Arbitrary<FactValue>>

/** A sheet with every fact, and a fitting deduction wherever an expert must judge. */
function sheets(rubric: Rubric): fc.Arbitrary<Facts> {
  const facts = fc.record(Object.fromEntries(rubric.facts.map(({ key, type }) => [key, anyOf[type]])))
  return fc.tuple(facts, fc.integer({ min: 0, max: 100 })).map(([known, share]) => {
    const judged = judgementItems(rubric, known as Facts).map(({ id, max, mustDeduct }) => {
      const part = exact(mustDeduct ? Math.max(share, 1) : share).div(100)
      return [deductionKey(id), decimal(max.mul(part))] as const
    })
    return { ...(known as Facts), ...Object.fromEntries(judged.filter(([, deduct]) => !/\.\d{3}/.test(deduct))) }
  })
}

const adopted = fc.record({ fraction: fc.constantFrom(...fractionReadings), bonusInGrade: fc.boolean() })

describe.each(rubrics.map((rubric) => [`${rubric.title['zh-CN']} (${rubric.id})`, rubric] as const))(
  '%s',
  (_, rubric) => {
    test('no item exceeds its cap or falls below nothing, and no sheet exceeds the sum', () => {
      const top = sum(itemsOf(rubric).map(({ max }) => exact(max)))
      fc.assert(
        fc.property(sheets(rubric), adopted, (facts, reading) => {
          const { items, total } = assess({ rubric, facts, adopted: reading })
          for (const { id, max } of itemsOf(rubric)) {
            const points = items[id]
            if (points) expect(points.gte(exact(0)) && points.lte(exact(max)), `${id}: ${ratio(points)}`).toBe(true)
          }
          if (total) expect(total.lte(top)).toBe(true)
        }),
        { numRuns: 60 },
      )
    })

    test('the sentence beside each number, worked out anew, gives that number', () => {
      fc.assert(
        fc.property(sheets(rubric), adopted, (facts, reading) => {
          const { items, derivations } = assess({ rubric, facts, adopted: reading })
          for (const { id } of itemsOf(rubric)) {
            const points = items[id]
            if (points) expect(ratio(workedOut(derivations[id]?.['zh-CN'] ?? '')), `${id}`).toBe(ratio(points))
          }
        }),
        { numRuns: 60 },
      )
    })

    test('more of a countable fact never lowers a score', () => {
      const countable = rubric.facts.filter(({ type }) => type === 'decimal' || type === 'count')
      if (countable.length === 0) return
      fc.assert(
        fc.property(
          sheets(rubric),
          adopted,
          fc.constantFrom(...countable),
          tenths(20),
          (facts, reading, fact, more) => {
            const had = exact(String(facts[fact.key]))
            const has =
              fact.type === 'count' ? Number(had.valueOf()) + Math.ceil(Number(more)) : decimal(had.add(exact(more)))
            const [before, after] = [facts, { ...facts, [fact.key]: has }].map(
              (one) => assess({ rubric, facts: settledBy(rubric, one), adopted: reading }).total,
            )
            if (before && after) expect(after.gte(before)).toBe(true)
          },
        ),
        { numRuns: 60 },
      )
    })
  },
)

/** Without the deductions of items that the facts alone settle. */
function settledBy(rubric: Rubric, facts: Facts): Facts {
  const judged = new Set(judgementItems(rubric, facts).map(({ id }) => deductionKey(id)))
  return Object.fromEntries(Object.entries(facts).filter(([key]) => !key.endsWith('_deduct') || judged.has(key)))
}

/** Reads a derivation as a person with a pencil would: the sum before the sign, the cap or floor after it. */
function workedOut(sentence: string): Exact {
  const worked = /([\d.×+− ]+) ＝ (−?[\d.]+)(.*)$/.exec(sentence)
  if (!worked) return exact(/得 ([\d.]+) 分$/.exec(sentence)?.[1] ?? 'none')
  const [, terms = '', result = '', rest = ''] = worked
  const value = terms
    .split(/(?=[+−])/)
    .map((term) => {
      const product = term
        .replace(/[+−]/, '')
        .split('×')
        .reduce((all, factor) => all.mul(exact(factor.trim())), exact(1))
      return term.startsWith('−') ? product.neg() : product
    })
    .reduce((all, term) => all.add(term), exact(0))
  expect(decimal(value)).toBe(result.replace('−', '-'))
  const cap = /最多 ([\d.]+) 分/.exec(rest)?.[1]
  if (cap) return value.gt(exact(cap)) ? exact(cap) : value
  return rest.includes('不低于 0 分') && value.lt(exact(0)) ? exact(0) : value
}

test('the order of the experts never changes a result', () => {
  const score = tenths(100).map((value) => exact(value))
  const rooms = fc.tuple(
    fc.array(fc.array(score, { minLength: 4, maxLength: 4 }), { minLength: 5, maxLength: 9 }),
    fc.constantFrom('mean' as const, 'trimmed-mean' as const, 'median' as const),
    fc.infiniteStream(fc.nat()),
  )
  fc.assert(
    fc.property(rooms, ([rows, method, noise]) => {
      const keyed = rows.map((row) => ({ row, key: noise.next().value ?? 0 }))
      const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ row }) => row)
      const [one, other] = [rows, shuffled].map((scores) =>
        rank({ experts: rows.map((_, index) => `e${index}`), applicants: ['A', 'B', 'C', 'D'], scores, method }),
      )
      if (!one || !other || isRefusal(one) || isRefusal(other)) throw new Error('refused')
      const flat = ({ places }: typeof one) =>
        places.map(({ applicant, value, rank: place, tied }) => [applicant, value && ratio(value), place, tied])
      expect(flat(other)).toEqual(flat(one))
    }),
    { numRuns: 100 },
  )
})

describe('borders of the Urumqi annex', () => {
  const rubric = named('乌鲁木齐')
  const on = (changes: Facts, reading = {}): Assessment =>
    assess({ rubric, facts: { ...hundred, ...changes }, adopted: reading })
  const points = (id: string, assessment: Assessment) => assessment.items[id] && decimal(assessment.items[id])

  test('9.5 wan: 0.5 missing is 1 point in proportion, none when only whole wan count, 2 when a started one counts', () => {
    const matching = { B1_matching_wan: '9.5' }
    expect(fractionReadings.map((fraction) => [fraction, points('B1', on(matching, { fraction }))])).toEqual([
      ['linear', '19'],
      ['floor', '20'],
      ['ceil', '18'],
    ])
  })

  test('29.9 m² is below 30: an expert deducts more than nothing', () => {
    expect(on({ B2_area_m2: '29.9', B2_deduct: null }).status).toBe('needs_judgement')
    expect(on({ B2_area_m2: '29.9', B2_deduct: '0' }).status).toBe('invalid_input')
    expect(points('B2', on({ B2_area_m2: '29.9', B2_deduct: '0.01' }))).toBe('4.99')
    expect(points('B2', on({ B2_area_m2: '30' }))).toBe('5')
  })

  test.each([
    ['59.99', '不合格'],
    ['60', '合格'],
    ['89.99', '合格'],
    ['90', '优秀'],
  ])('%s is %s', (value, grade) => {
    expect(gradeOf(rubric, exact(value))).toBe(grade)
  })

  test('89.996 is shown as 90.00 and is still 合格: grades go by the exact value', () => {
    expect(shown(exact('89.996'), 2)).toBe('90.00')
    expect(gradeOf(rubric, exact('89.996'))).toBe('合格')
  })

  test('88 base and 4 bonus: 优秀 with the bonus, 合格 without, and the conflict is said', () => {
    // 100 less C1 to C4 at 3 points each, and 4 for F2 and F3.
    const facts = { C1_deduct: '3', C2_deduct: '3', C3_deduct: '3', C4_deduct: '3' }
    const bonus = { F2_media_evidenced: true, F3_patent_or_award_evidenced: true }
    const [within, without] = [true, false].map((bonusInGrade) => on({ ...facts, ...bonus }, { bonusInGrade }))
    expect(within?.total && decimal(within.total)).toBe('92')
    expect([within?.grade, within?.gradeOnBase, within?.gradeConflict]).toEqual(['优秀', '合格', true])
    expect([without?.grade, without?.gradeOnBase, without?.gradeConflict]).toEqual(['合格', '合格', true])
  })
})

test('Yunyang: 74.99 is 不合格, 75 is 合格 (第十三条: 75分及以上, 75分以下)', () => {
  const rubric = rubrics.find(({ grades }) => grades[0]?.from === '75')
  if (!rubric) throw new Error('no rubric with the gate of 75')
  expect(['74.99', '74.996', '75'].map((value) => gradeOf(rubric, exact(value)))).toEqual(['不合格', '不合格', '合格'])
})
