/** The line against small rounds worked out by hand. */
import { describe, expect, test } from 'vitest'
import { exact } from '../exact/exact.ts'
import { isRefusal } from '../refusal.ts'
import { type Candidate, type LineRules, solveLine } from './line.ts'
import { sayVerdict } from './line-words.ts'
import { rank } from './rank.ts'
import { settleTies } from './ties.ts'

const adopted = (clause: string) => ({ clause, adopted: true })
const byText = (clause: string) => ({ clause, adopted: false })

/** "A 1 92.5": id, rank, value; everything else on top. */
function candidate(line: string, more: Partial<Candidate> = {}): Candidate {
  const [id = '', rank = '-', value] = line.split(' ')
  return {
    id,
    standing: 'competes',
    rank: rank === '-' ? null : Number(rank),
    value: value === undefined ? null : exact(value),
    ...more,
  }
}

function statesOf(candidates: readonly Candidate[], rules: LineRules, decided = {}) {
  const { verdicts } = solveLine(candidates, rules, decided)
  return Object.fromEntries(verdicts.map(({ id, state, rule }) => [id, `${state}:${rule}`]))
}

const places = (most: number) => ({ places: { most, ...byText('第七条') } })

describe('places', () => {
  const five = ['A 1 95', 'B 2 92.5', 'C 3 90', 'D 3 90', 'E 5 81'].map((line) => candidate(line))

  test('the best are in, the others out by the places', () => {
    expect(statesOf(five, places(2))).toEqual({
      A: 'in:within',
      B: 'in:within',
      C: 'out:places',
      D: 'out:places',
      E: 'out:places',
    })
  })

  test('equals across the last place are undecided, and nobody after them is in', () => {
    expect(statesOf(five, places(3))).toMatchObject({
      B: 'in:within',
      C: 'undecided:tie-at-the-line',
      D: 'undecided:tie-at-the-line',
      E: 'out:places',
    })
  })

  test('the order of the list changes nothing', () => {
    const shuffled = [five[3], five[4], five[1], five[0], five[2]] as Candidate[]
    expect(statesOf(shuffled, places(3))).toEqual(statesOf(five, places(3)))
  })

  test('a second vote decides the tie; equal votes do not', () => {
    expect(statesOf(five, places(3), { secondVote: { C: 4, D: 3 } })).toMatchObject({
      C: 'in:second-vote',
      D: 'out:second-vote',
    })
    expect(statesOf(five, places(3), { secondVote: { C: 3, D: 3 } })).toMatchObject({
      C: 'undecided:tie-at-the-line',
      D: 'undecided:tie-at-the-line',
    })
    expect(statesOf(five, places(3), { secondVote: { C: 4 } })).toMatchObject({ C: 'undecided:tie-at-the-line' })
  })

  test('the reserve takes whole ranks only', () => {
    const reserve = { ...places(2), reserve: { most: 2, ...adopted('备选 2 项') } }
    expect(statesOf(five, reserve)).toMatchObject({ C: 'reserve:places', D: 'reserve:places', E: 'out:places' })
    const one = { ...places(2), reserve: { most: 1, ...adopted('备选 1 项') } }
    expect(statesOf(five, one)).toMatchObject({ C: 'out:places', D: 'out:places' })
  })

  test('who loses the second vote comes first in the reserve; before it the reserve stays free for the loser', () => {
    const rules = { ...places(3), reserve: { most: 1, ...adopted('备选 1 项') } }
    expect(statesOf(five, rules)).toMatchObject({ C: 'undecided:tie-at-the-line', E: 'out:places' })
    expect(statesOf(five, rules, { secondVote: { C: 4, D: 3 } })).toMatchObject({
      C: 'in:second-vote',
      D: 'reserve:second-vote',
      E: 'out:places',
    })
  })

  test('where it was adopted so, all those tied go to the reserve, their places stay open, and nobody below moves up', () => {
    const wayOut = { way: 'reserve-list' as const, ...adopted('并列列入备选') }
    const rules = { ...places(3), wayOut, reserve: { most: 3, ...adopted('备选 3 个') } }
    expect(statesOf(five, rules)).toEqual({
      A: 'in:within',
      B: 'in:within',
      C: 'reserve:tie-at-the-line',
      D: 'reserve:tie-at-the-line',
      E: 'reserve:places',
    })
    const { verdicts } = solveLine(five, rules)
    // C and D are first in the reserve together, E comes after both.
    expect(verdicts.map(({ reserve }) => reserve)).toEqual([null, null, 1, 1, 3])
  })

  test('each level has its own places, and all together a ceiling', () => {
    const levelled = [
      candidate('A 1 95', { level: '市级' }),
      candidate('B 2 93', { level: '市级' }),
      candidate('C 3 91', { level: '首席' }),
      candidate('D 4 90', { level: '首席' }),
      candidate('E 5 88', { level: '市级' }),
    ]
    const levels = [
      { level: '市级', most: 2, ...byText('二（一）') },
      { level: '首席', most: 2, ...byText('二（一）') },
    ]
    expect(statesOf(levelled, { levels })).toEqual({
      A: 'in:within',
      B: 'in:within',
      C: 'in:within',
      D: 'in:within',
      E: 'out:level-places',
    })
    expect(statesOf(levelled, { levels, ...places(3) })).toMatchObject({ C: 'in:within', D: 'out:places' })
  })
})

describe('who is out before anybody is compared', () => {
  test('nobody disappears: excluded, withdrawn and unscored stay listed with what the record says', () => {
    const round = [
      candidate('A 1 95'),
      candidate('B', { standing: 'withdrawn', note: '2026-11-20 来函' }),
      candidate('C', { standing: 'too-few-scores' }),
    ]
    const line = solveLine(round, places(3))
    expect(line.verdicts.map(({ id, state }) => [id, state])).toEqual([
      ['A', 'in'],
      ['B', 'out'],
      ['C', 'out'],
    ])
    const said = (at: number) => {
      const verdict = line.verdicts[at]
      return verdict ? sayVerdict(verdict, line, round, (id) => id).because['zh-CN'] : ''
    }
    expect(said(1)).toBe('申报单位撤回申报：2026-11-20 来函')
    expect(said(2)).toBe('回避后有效评分不足，不能排序')
  })

  test('a vote that failed and a result below the minimum are out, and do not take a place', () => {
    const vote = { votes: 4, needed: 5, passed: false }
    const round = [candidate('A 1 95', { vote }), candidate('B 2 74'), candidate('C 3 59.99')]
    const rules = { ...places(1), vote: byText('第十一条'), minimum: { value: exact(60), ...byText('第十九条') } }
    expect(statesOf(round, rules)).toEqual({ A: 'out:vote', B: 'in:within', C: 'out:minimum' })
  })

  test("a recommender's cap bites by its own order, whatever the scores", () => {
    const by = (order: number | null) => ({ recommender: { id: '样例区', kind: '区县', order } })
    const round = [candidate('A 1 95', by(3)), candidate('B 2 90', by(1)), candidate('C 3 85', by(2))]
    const caps = [{ most: 2, hard: true, kinds: ['区县'], ...byText('二（三）') }]
    expect(statesOf(round, { caps })).toEqual({ A: 'out:recommender-cap', B: 'in:within', C: 'in:within' })
    const unordered = [candidate('A 1 95', by(null)), ...round.slice(1)]
    expect(statesOf(unordered, { caps })).toEqual({
      A: 'undecided:recommender-order',
      B: 'undecided:recommender-order',
      C: 'undecided:recommender-order',
    })
    const other = [{ most: 2, hard: true, kinds: ['市直部门'], ...byText('二（三）') }]
    expect(statesOf(round, { caps: other })).toMatchObject({ A: 'in:within' })
  })

  test('a soft cap yields to a reason in writing, a hard one does not', () => {
    const by = (order: number) => ({ recommender: { id: '样例局', kind: '市直部门', order } })
    const round = [candidate('A 1 95', by(1)), candidate('B 2 90', by(2))]
    const soft = { caps: [{ most: 1, hard: false, ...byText('三（二）') }] }
    const decided = { exceptions: { B: '特别优秀，局务会研究同意放开限额' } }
    expect(statesOf(round, soft)).toMatchObject({ B: 'out:recommender-cap' })
    expect(statesOf(round, soft, decided)).toMatchObject({ B: 'in:within' })
    const hard = { caps: [{ most: 1, hard: true, ...byText('三（二）') }] }
    expect(statesOf(round, hard, decided)).toMatchObject({ B: 'out:recommender-cap' })
  })
})

describe('one for each unit and trade', () => {
  const weld = { unit: '样例厂', trade: '焊工' }
  const rule = { onePerUnitAndTrade: { hard: true, perLevel: false, ...byText('第三条') } }

  test('the better one is in, and its place counts once', () => {
    const round = [candidate('A 1 95', weld), candidate('B 2 90', weld), candidate('C 3 85')]
    expect(statesOf(round, { ...rule, ...places(2) })).toEqual({
      A: 'in:within',
      B: 'out:unit-and-trade',
      C: 'in:within',
    })
  })

  test('equals of one unit and trade are undecided between them; a third of them waits, another is not held up', () => {
    const round = [
      candidate('A 1 95', weld),
      candidate('B 1 95', weld),
      candidate('C 3 85', weld),
      candidate('D 4 80'),
      candidate('E 5 70'),
    ]
    expect(statesOf(round, { ...rule, ...places(2) })).toEqual({
      A: 'undecided:unit-and-trade',
      B: 'undecided:unit-and-trade',
      C: 'undecided:depends',
      D: 'in:within',
      E: 'out:places',
    })
  })

  test('a second vote tells equals of one unit apart, and the one behind yields to a reason where the rule is soft', () => {
    const round = [candidate('A 1 95', weld), candidate('B 1 95', weld), candidate('C 3 80'), candidate('D 4 70')]
    const soft = { onePerUnitAndTrade: { hard: false, perLevel: false, ...byText('第九条') }, ...places(2) }
    expect(statesOf(round, soft, { secondVote: { A: 2, B: 3 } })).toEqual({
      A: 'out:unit-and-trade',
      B: 'in:within',
      C: 'in:within',
      D: 'out:places',
    })
    const both = { secondVote: { A: 2, B: 3 }, exceptions: { A: '分公司独立核算' } }
    expect(statesOf(round, soft, both)).toMatchObject({ A: 'in:within', B: 'in:within', C: 'out:places' })
    expect(statesOf(round, soft, { secondVote: { A: 3, B: 3 } })).toMatchObject({ A: 'undecided:unit-and-trade' })
    expect(statesOf(round, soft, { secondVote: { A: 3 } })).toMatchObject({ B: 'undecided:unit-and-trade' })
  })

  test('a level more, where the document counts by level, and a reason where it says as a rule', () => {
    const round = [candidate('A 1 95', { ...weld, level: '市级' }), candidate('B 2 90', { ...weld, level: '首席' })]
    const perLevel = { onePerUnitAndTrade: { hard: false, perLevel: true, ...byText('第九条') } }
    expect(statesOf(round, perLevel)).toMatchObject({ B: 'in:within' })
    const soft = { onePerUnitAndTrade: { hard: false, perLevel: false, ...byText('第九条') } }
    expect(statesOf(round, soft, { exceptions: { B: '分公司独立核算' } })).toMatchObject({ B: 'in:within' })
  })
})

describe('in words', () => {
  const round = ['A 1 95', 'B 2 90.5', 'C 2 90.5', 'D 4 81.25'].map((line) => candidate(line))
  const nameOf = (id: string) => `${id}号`
  const say = (id: string, rules: LineRules) => {
    const line = solveLine(round, rules)
    const verdict = line.verdicts.find((one) => one.id === id)
    if (!verdict) throw new Error(id)
    const { because, toDiffer, wayOut } = sayVerdict(verdict, line, round, nameOf)
    return [because['zh-CN'], toDiffer?.['zh-CN'] ?? null, wayOut?.['zh-CN'] ?? null]
  }

  test('in: by how much; out: what is lacking', () => {
    expect(say('A', places(3))).toEqual(['排第 1 名，在名额之内', '比线下最高的 D号 高 13.75 分', null])
    expect(say('D', places(3))).toEqual([
      '名额 3 个已满（依据第七条）',
      '须高于 B号 的 90.50 分（现 81.25，差 9.25）',
      null,
    ])
  })

  test('tied: the way that is adopted, or that one has to be adopted', () => {
    const [because, , open] = say('B', places(2))
    expect(because).toBe('与 C号 并列在入选线上，还剩 1 个名额（依据第七条）')
    expect(open).toBe('文件没有规定，也没有选定办法：须先由组织单位选定并记录，不得按列表次序取舍')
    const [, , vote] = say('B', { ...places(2), wayOut: { way: 'second-vote', ...adopted('并列时第二轮表决') } })
    expect(vote).toBe('对并列的各项举行第二轮表决，得票多者入选（组织单位选定：并列时第二轮表决）')
  })
})

test('adopted steps tell equals apart in their order, and a step that lacks a figure is passed over', () => {
  const ranking = rank({
    experts: ['e1'],
    applicants: ['A', 'B', 'C', 'D'],
    scores: [['90', '90', '90', '95'].map((score) => exact(score))],
    method: 'mean',
  })
  if (isRefusal(ranking)) throw new Error('refused')
  const step = (name: string, values: Record<string, string>) => ({
    name: { 'zh-CN': name, en: name },
    values: new Map(Object.entries(values).map(([id, value]) => [id, exact(value)])),
  })
  const steps = [
    step('带徒', { A: '30', B: '28' }),
    step('攻关', { A: '14', B: '15', C: '14' }),
    step('保障', { A: '33', B: '1', C: '33' }),
  ]
  const settled = settleTies(ranking.places, steps)
  expect(settled.map(({ applicant, rank, tied, decidedBy }) => [applicant, rank, tied, decidedBy?.en ?? null])).toEqual(
    [
      ['D', 1, false, null],
      ['B', 2, false, '攻关'],
      ['A', 3, true, '攻关'],
      ['C', 3, true, '攻关'],
    ],
  )
})
