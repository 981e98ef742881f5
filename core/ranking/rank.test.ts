/** Places, ties and the quota line; agreement of the experts. Numbers worked out by hand. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, exact } from '../exact/exact.ts'
import { isRefusal } from '../refusal.ts'
import { type RankAnswer, toAnswer } from './answer.ts'
import { kendallW } from './kendall.ts'
import { leaveOneOut, type RankQuestion, rank } from './rank.ts'
import { spread } from './statistics.ts'

const matrix = (...rows: (string | null)[][]) =>
  rows.map((row) => row.map((score) => (score === null ? null : exact(score))))
const applicants = ['甲', '乙', '丙', '丁']
const two: RankQuestion = {
  experts: ['E1', 'E2'],
  applicants,
  // means 95, 90, 90, 80
  scores: matrix(['96', '90', '88', '80'], ['94', '90', '92', '80']),
  method: 'mean',
}
const answerFor = (changes: Partial<RankQuestion> & { decimals?: number }): RankAnswer => {
  const answer = toAnswer({ ...two, ...changes })
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer
}

describe('places', () => {
  it('equals share a rank and the next one is skipped: 1, 2, 2, 4', () => {
    expect(answerFor({}).rows).toEqual([
      { applicant: '甲', exact: '95', shown: '95.00', rank: 1, tied: false },
      { applicant: '乙', exact: '90', shown: '90.00', rank: 2, tied: true },
      { applicant: '丙', exact: '90', shown: '90.00', rank: 2, tied: true },
      { applicant: '丁', exact: '80', shown: '80.00', rank: 4, tied: false },
    ])
  })

  it('ranks on exact values, whatever is shown', () => {
    // 甲 (90+90+91)/3 = 271/3 = 90.333…, 乙 90.33
    const changes = { experts: ['E1', 'E2', 'E3'], applicants: ['乙', '甲'] }
    const scores = matrix(['90.33', '90'], ['90.33', '90'], ['90.33', '91'])
    expect(answerFor({ ...changes, scores }).rows).toEqual([
      { applicant: '甲', exact: '271/3', shown: '90.33', rank: 1, tied: false },
      { applicant: '乙', exact: '9033/100', shown: '90.33', rank: 2, tied: false },
    ])
  })

  it('whoever has no score stays listed, without a rank', () => {
    const { rows } = answerFor({ scores: matrix(['96', null, '88', '80'], ['94', null, '92', '80']) })
    expect(rows.map((row) => [row.applicant, row.rank])).toEqual([
      ['甲', 1],
      ['丙', 2],
      ['丁', 3],
      ['乙', null],
    ])
    expect(rows[3]).toEqual({ applicant: '乙', exact: null, shown: null, rank: null, tied: false })
  })

  it('a recused expert is not in the mean', () => {
    expect(answerFor({ scores: matrix(['96', '90', '88', null], ['94', '90', '92', '80']) }).rows[3]?.exact).toBe('80')
  })

  const five = { experts: ['E1', 'E2', 'E3', 'E4', 'E5'], applicants: ['甲'] }
  it('the trimmed mean drops one highest and one lowest, also when an extreme occurs twice', () => {
    // 95 95 90 80 80 → 95, 90, 80 → 265/3
    const scores = matrix(['95'], ['80'], ['90'], ['95'], ['80'])
    expect(answerFor({ ...five, scores, method: 'trimmed-mean' }).rows[0]).toMatchObject({
      exact: '265/3',
      shown: '88.33',
    })
  })

  it('the trimmed mean needs five scores for every applicant who has any', () => {
    const scores = matrix(['95'], ['80'], ['90'], ['95'], [null])
    expect(rank({ ...five, scores, method: 'trimmed-mean' })).toEqual({
      code: 'trimmed-needs-five',
      detail: { count: 4 },
    })
    const nobody = matrix([null], [null], [null], [null], [null])
    expect(answerFor({ ...five, scores: nobody, method: 'trimmed-mean' }).rows[0]?.rank).toBeNull()
  })

  it('the median of an even number is the middle of the middle two', () => {
    const changes = { experts: ['E1', 'E2', 'E3', 'E4'], applicants: ['甲'], method: 'median' } as const
    expect(answerFor({ ...changes, scores: matrix(['80'], ['100'], ['91'], ['90']) }).rows[0]?.exact).toBe('181/2')
    const three = { ...changes, experts: ['E1', 'E2', 'E3'] }
    expect(answerFor({ ...three, scores: matrix(['80'], ['100'], ['91']) }).rows[0]?.exact).toBe('91')
  })

  it.each<[string, Partial<RankQuestion>, string]>([
    ['a missing row', { scores: matrix(['1', '2', '3', '4']) }, 'bad-matrix'],
    ['a short row', { scores: matrix(['1', '2', '3', '4'], ['1', '2', '3']) }, 'bad-matrix'],
    ['an applicant named twice', { applicants: ['甲', '甲', '丙', '丁'] }, 'bad-matrix'],
    ['a negative quota', { quota: -1 }, 'bad-input'],
  ])('refuses %s', (_, changes, code) => {
    expect(rank({ ...two, ...changes })).toMatchObject({ code })
  })

  it('the order of the experts never changes the result', () => {
    const score = fc.option(fc.integer({ min: 0, max: 11000 }), { nil: null })
    const rows = fc.array(fc.array(score, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 7 })
    const both = rows.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    )
    fc.assert(
      fc.property(both, fc.constantFrom('mean', 'median' as const), fc.nat(5), ([given, shuffled], method, quota) => {
        const experts = given.map((_, index) => `E${index}`)
        const answer = (cents: (number | null)[][]) => {
          const scores = cents.map((row) => row.map((value) => (value === null ? null : exact(value).div(exact(100)))))
          const { rows, cut, kendallW } = answerFor({ experts, scores, method, quota })
          return { rows, cut, kendallW }
        }
        expect(answer(shuffled)).toEqual(answer(given))
      }),
    )
  })
})

describe('the quota line', () => {
  it.each<[number, { selected: string[]; tied: string[]; places: number }]>([
    [0, { selected: [], tied: [], places: 0 }],
    [1, { selected: ['甲'], tied: [], places: 0 }],
    [2, { selected: ['甲'], tied: ['乙', '丙'], places: 1 }],
    [3, { selected: ['甲', '乙', '丙'], tied: [], places: 0 }],
    [4, { selected: ['甲', '乙', '丙', '丁'], tied: [], places: 0 }],
    [6, { selected: ['甲', '乙', '丙', '丁'], tied: [], places: 2 }],
  ])('%i places', (quota, cut) => {
    expect(answerFor({ quota }).cut).toEqual(cut)
  })

  it('nobody without a score is selected', () => {
    expect(answerFor({ quota: 4, scores: matrix(['1', '2', null, '3'], ['1', '2', null, '3']) }).cut?.selected).toEqual(
      ['丁', '乙', '甲'],
    )
  })
})

describe('leaving one expert out', () => {
  it('shows whose scores the ranks and the line hang on', () => {
    // without E1: 94 90 92 80; without E2: 96 90 88 80. Each breaks the tie of 乙 and 丙 at the line.
    const left = leaveOneOut({ ...two, quota: 2 })
    expect(left).toMatchObject([
      { without: 'E1', ranksChange: true, cutChanges: true },
      { without: 'E2', ranksChange: true, cutChanges: true },
    ])
    expect(answerFor({ quota: 1 }).leaveOneOut[0]).toEqual({
      without: 'E1',
      order: [
        { applicant: '甲', rank: 1 },
        { applicant: '丙', rank: 2 },
        { applicant: '乙', rank: 3 },
        { applicant: '丁', rank: 4 },
      ],
      ranksChange: true,
      cutChanges: false,
    })
  })

  it('says so when the method cannot do with fewer scores', () => {
    const experts = ['E1', 'E2', 'E3', 'E4', 'E5']
    const scores = matrix(['95'], ['80'], ['90'], ['95'], ['80'])
    expect(answerFor({ experts, applicants: ['甲'], scores, method: 'trimmed-mean' }).leaveOneOut[0]).toEqual({
      ...{ without: 'E1', order: null, ranksChange: null, cutChanges: null },
    })
  })
})

describe('agreement', () => {
  it('W with ties, by hand', () => {
    // ranks 1 2 3 4 | 1.5 1.5 3 4 | 2 1 3.5 3.5; rank sums 4.5 4.5 9.5 11.5; S = 9 + 9 + 4 + 16 = 38
    // uncorrected 12·38 / (9·60) = 456/540; corrected 456 / (540 − 3·(6 + 6)) = 456/504
    const scores = matrix(['90', '80', '70', '60'], ['85', '85', '70', '60'], ['80', '90', '70', '70'])
    expect(kendallW(scores)).toEqual({ corrected: '0.904762', uncorrected: '0.844444' })
  })

  it('is 1 when all agree and 0 when two contradict each other', () => {
    expect(kendallW(matrix(['3', '2', '1'], ['30', '20', '10']))).toEqual({
      corrected: '1.000000',
      uncorrected: '1.000000',
    })
    expect(kendallW(matrix(['3', '2', '1'], ['1', '2', '3']))).toEqual({
      corrected: '0.000000',
      uncorrected: '0.000000',
    })
  })

  it('looks only at applicants that every expert scored', () => {
    expect(kendallW(matrix(['3', null, '1'], ['30', '99', '10']))?.corrected).toBe('1.000000')
  })

  it('is undefined for one applicant and where nobody tells two apart', () => {
    expect(kendallW(matrix(['3', null], ['2', '1']))).toBeNull()
    expect(kendallW(matrix(['3', '3'], ['2', '2']))).toBeNull()
    expect(kendallW([])).toBeNull()
  })

  it('describes the spread of one applicant’s scores', () => {
    // mean 277/3; squares 49/9 + 1/9 + 64/9 = 114/9, halved 6.333…, root 2.5166…
    const found = spread(matrix(['95', '90', '92'])[0]?.filter((score) => score !== null) ?? [])
    expect(found && [found.min, found.max, found.range, found.median].map(decimal)).toEqual(['90', '95', '5', '92'])
    expect(found?.mean.equals(exact(277).div(exact(3)))).toBe(true)
    expect(found?.deviation).toBe('2.52')
    expect(spread([exact(5)])?.deviation).toBeNull()
    expect(spread([])).toBeNull()
  })

  it.each<[string[], string]>([
    [['1', '1'], '0.00'],
    [['2', '4', '4', '4', '5', '5', '7', '9'], '2.14'], // √(32/7) = 2.1380…
    [['0', '0.01'], '0.01'], // √0.00005 = 0.00707…
    [['0', '200'], '141.42'],
  ])('the standard deviation of %j is %s', (scores, deviation) => {
    expect(spread(scores.map((score) => exact(score)))?.deviation).toBe(deviation)
  })
})
