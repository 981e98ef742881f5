/** Agreement and robustness against textbook tables and small ones worked out by hand. */
import { describe, expect, test } from 'vitest'
import { exact, ratio } from '../exact/exact.ts'
import { isRefusal } from '../refusal.ts'
import { icc, itemAgreement, manners, outliers } from './agreement.ts'
import { rankIntervals } from './bootstrap.ts'
import { leaveOneOut, rank } from './rank.ts'
import { minutesSentence, trimmingChanges, trimmingSentence } from './robustness.ts'
import { aggregateByItem, checkWeights, weighedTotal } from './values.ts'

const table = (...rows: string[]) =>
  rows.map((row) => row.split(' ').map((score) => (score === '-' ? null : exact(score))))

describe('ICC', () => {
  test('Shrout and Fleiss 1979, six targets and four judges: .29 and .62', () => {
    // One row for each judge.
    const scores = table('9 6 8 7 10 6', '2 1 4 1 5 2', '5 3 6 2 6 4', '8 2 8 6 9 7')
    // MSR 337/30 = 11.24, MSC 32.49, MSE 1.02.
    expect(icc(scores)).toEqual({ single: '0.2898', panel: '0.6201' })
  })

  test('equal marks agree wholly; marks that do not differ say nothing', () => {
    expect(icc(table('1 2 3', '1 2 3'))).toEqual({ single: '1.0000', panel: '1.0000' })
    expect(icc(table('2 2 2', '2 2 2'))).toBeNull()
    expect(icc(table('1 2 3'))).toBeNull()
  })
})

test('severity is taken over the applicants that all scored', () => {
  const found = manners(['a', 'b'], table('90 80 -', '84 78 10'))
  // Common: a 85, b 81, together 83.
  expect(found.map(({ expert, mean, offset, deviation }) => [expert, ratio(mean), ratio(offset), deviation])).toEqual([
    ['a', '85', '2', '7.07'],
    ['b', '81', '-2', '4.24'],
  ])
})

test('one mark far off is found', () => {
  const rows = table(
    '80 82 84 86 88 90 92 94',
    '80 82 84 86 88 90 92 94',
    '80 82 84 86 88 90 92 94',
    '80 82 84 86 88 90 92 54',
    '80 82 84 86 88 90 92 94',
  )
  const question = { experts: ['1', '2', '3', '4', '5'], applicants: [...'ABCDEFGH'], scores: rows }
  // Off by 40: applicant mean 86, expert offset 87 - 87 - 5·4/5 = -4; expected 82, rest -28.
  expect(outliers(question).map(({ expert, applicant, expected }) => [expert, applicant, ratio(expected)])).toEqual([
    ['4', 'H', '82'],
  ])
})

test('agreement on one item: equal pairs of all pairs, and the mean range', () => {
  const [item] = itemAgreement([{ item: 'C1', points: table('3 3 2', '2 2', '1') as never }])
  // Pairs: of three one equal, of two one equal: 2 of 4. Ranges 1 and 0.
  expect([item?.same && ratio(item.same), item?.range && ratio(item.range)]).toEqual(['1/2', '1/2'])
})

describe('trimming', () => {
  // A: 80 80 80 80 100 → mean 84, trimmed 80. B: 83 ×5 → mean 83, trimmed 83. C: 70 → last.
  const scores = table('80 83 70', '80 83 70', '80 83 70', '80 83 70', '100 83 70')
  const question = { experts: [...'12345'], applicants: ['A', 'B', 'C'], scores }

  test('one mark put A before B; without extremes B is first, and the sentence says so', () => {
    const changes = trimmingChanges(question)
    expect(changes).toEqual([
      { applicant: 'A', mean: 1, trimmed: 2 },
      { applicant: 'B', mean: 2, trimmed: 1 },
    ])
    const say = (adopted: 'mean' | 'trimmed-mean') => trimmingSentence(changes, adopted, (id) => `${id}号`)['zh-CN']
    expect(say('trimmed-mean')).toBe('若不去掉最高分和最低分：A号由第 2 名变为第 1 名；B号由第 1 名变为第 2 名。')
    expect(say('mean')).toBe('若去掉最高分和最低分：A号由第 1 名变为第 2 名；B号由第 2 名变为第 1 名。')
  })

  test('fewer than five scores cannot be compared', () => {
    expect(trimmingChanges({ experts: ['1'], applicants: ['A'], scores: table('80') })).toBeNull()
    expect(trimmingSentence(null, 'mean', String)['zh-CN']).toContain('不足五个')
  })

  test('the sentence for the minutes tells what was found, and that the panel is small', () => {
    const leftOut = leaveOneOut({ ...question, method: 'mean', quota: 1 })
    if (isRefusal(leftOut)) throw new Error('refused')
    const said = minutesSentence({
      experts: 5,
      applicants: 3,
      concordance: { corrected: '0.84', uncorrected: '0.84' },
      icc: { single: '0.5512', panel: '0.86' },
      leftOut,
      trimming: trimmingChanges(question),
      intervals: [
        { applicant: 'A', low: 1, high: 2 },
        { applicant: 'B', low: 1, high: 2 },
        { applicant: 'C', low: 3, high: 3 },
      ],
    })
    // Without expert 5 B leads (80 : 83), without another one A does (85 : 83): the selection changes once.
    expect(said['zh-CN']).toBe(
      '5 位专家对 3 项共同评分的申报一致性较高（Kendall W＝0.84，已校正并列，ICC＝0.55）；逐一去掉 5 位专家，入选名单有 1 次变化；是否去掉最高分、最低分影响 2 项的名次；按专家重抽样，2 项的名次会在一个区间内变动，相邻名次不宜视为精细差别；专家 5 位、申报 3 项，样本小，以上只供了解，不改变得分和名次。',
    )
  })
})

describe('rank intervals', () => {
  const scores = table('90 80 70', '91 81 71', '90 80 70', '92 79 71', '90 80 69')
  const question = { experts: [...'12345'], applicants: ['A', 'B', 'C'], scores, method: 'mean' as const }

  test('applicants far apart keep their ranks in every draw', () => {
    expect(rankIntervals(question, { seed: 7, times: 200 })).toEqual([
      { applicant: 'A', low: 1, high: 1 },
      { applicant: 'B', low: 2, high: 2 },
      { applicant: 'C', low: 3, high: 3 },
    ])
  })

  test('applicants whom each expert sees the other way round do not; the seed decides the draws', () => {
    const even = table('90 80', '80 90', '90 80', '80 90')
    const split = { ...question, experts: [...'1234'], applicants: ['A', 'B'], scores: even }
    expect(rankIntervals(split, { seed: 1, times: 400 })).toEqual([
      { applicant: 'A', low: 1, high: 2 },
      { applicant: 'B', low: 1, high: 2 },
    ])
    const unsure = { ...question, scores: table('90 89 88', '88 90 89', '89 88 90', '90 88 89', '88 89 90') }
    const once = rankIntervals(unsure, { seed: 3, times: 100 })
    expect(rankIntervals(unsure, { seed: 3, times: 100 })).toEqual(once)
  })

  test('a single expert cannot be drawn anew', () => {
    expect(rankIntervals({ ...question, experts: ['1'], scores: table('90 80 70') }, { seed: 1, times: 10 })).toBeNull()
  })
})

test('item by item drops the extremes of each item, not of the totals', () => {
  // Item 1: 1 5 5 5 9 → 5; item 2: 9 5 5 5 1 → 5. Totals are all 10 but the items are trimmed apart.
  const sheets = table('1 9', '5 5', '5 5', '5 5', '9 2') as never
  const value = aggregateByItem('trimmed-mean', sheets)
  // Item 2: 9 5 5 5 2 → 5 5 5.
  expect(value && ratio(value)).toBe('10')
  const plain = aggregateByItem('mean', sheets)
  expect(plain && ratio(plain)).toBe('51/5')
})

test('weights put blocks on a scale of a hundred, a bonus stands on top', () => {
  const block = (points: string, max: string, weight: string | null) => ({
    points: exact(points),
    max: exact(max),
    weight: weight === null ? null : exact(weight),
  })
  // 40 × 8/10 + 60 × 15/20 + 3 = 32 + 45 + 3.
  expect(ratio(weighedTotal([block('8', '10', '40'), block('15', '20', '60'), block('3', '10', null)]))).toBe('80')
  expect(checkWeights([exact(40), exact(60)])).toBeNull()
  expect(checkWeights([exact(40), exact(50)])?.code).toBe('bad-weights')
  expect(checkWeights([exact(100), exact(0)])?.code).toBe('bad-weights')
})

test('a ranking by the same values as before', () => {
  const answer = rank({ experts: ['1'], applicants: ['A'], scores: table('80'), method: 'mean' })
  expect(isRefusal(answer) ? null : answer.places[0]?.rank).toBe(1)
})
