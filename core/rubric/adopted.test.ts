/** Rubrics made from a table or by hand: blocks, sums, and what must be mended. */
import { describe, expect, it } from 'vitest'
import { type RubricRow, rubricFromRows, rubricProblems } from './adopted.ts'

const row = (at: number, block: string, detail: string, points: string, criterion = '视情况酌情扣分'): RubricRow => ({
  ...{ row: at, block, detail, points, criterion },
})
const good = [
  row(3, '组织体系（30分）', '职责明确', '10'),
  row(4, '', '制度上墙', '20分'),
  row(5, '工作成效（70分）', '技术攻关', '40'),
  row(6, '工作成效（70分）', '带徒传技', '30', ''),
  row(7, '加分项', '专利', '2.5'),
  row(8, '总分', '', '102.5'),
]
const said = (rows: RubricRow[]) => rubricFromRows(rows, '样例标准').problems.map((problem) => problem['zh-CN'])

describe('from a table', () => {
  it('blocks go on until the next one; bonus stands apart; totals are compared', () => {
    const { rubric, sums, problems, notes } = rubricFromRows(good, '样例标准')
    expect(problems).toEqual([])
    expect(sums).toEqual({ base: '100', bonus: '2.5', total: '102.5' })
    expect(notes.map(({ en }) => en)).toEqual(['2.5 bonus points besides'])
    expect(
      rubric?.blocks.map(({ id, name, bonus, items }) => [
        id,
        name['zh-CN'],
        bonus,
        items.map((item) => [item.id, item.max]),
      ]),
    ).toEqual([
      [
        'A',
        '组织体系',
        false,
        [
          ['A1', '10'],
          ['A2', '20'],
        ],
      ],
      [
        'B',
        '工作成效',
        false,
        [
          ['B1', '40'],
          ['B2', '30'],
        ],
      ],
      ['C', '加分项', true, [['C1', '2.5']]],
    ])
    // Without words on how to score, the item's own words stand there.
    expect(rubric?.blocks[1]?.items[1]?.criterion['zh-CN']).toBe('带徒传技')
  })

  it.each<[string, RubricRow[], string[]]>([
    ['points in words', [row(3, '甲', '乙', '十分')], ['第 3 行：分值“十分”应为大于 0 的数']],
    ['no points', [row(3, '甲', '乙', '0')], ['第 3 行：分值“0”应为大于 0 的数']],
    ['no item', [row(3, '甲', '', '5')], ['第 3 行：没有考核细则']],
    ['no block', [row(3, '', '乙', '5')], ['第 3 行：没有考核项目']],
    ['nothing', [], ['表头下面没有一项']],
    ['a block that says another sum', [row(3, '甲（20 分）', '乙', '5')], ['“甲（20 分）”各项相加为 5 分']],
    [
      'a total that is not one',
      [row(3, '甲', '乙', '5'), row(4, '合计', '', '100')],
      ['第 4 行：合计写 100 分，各项相加为 5 分'],
    ],
  ])('%s must be mended', (_, rows, problems) => {
    expect(said(rows)).toEqual(problems)
  })

  it('a base other than 100 is only pointed out', () => {
    expect(rubricFromRows([row(3, '甲', '乙', '60')], '样例').notes.map(({ en }) => en)).toEqual([
      'the base points come to 60, not 100',
    ])
  })
})

describe('by hand', () => {
  const { rubric } = rubricFromRows(good, '样例标准')
  if (!rubric) throw new Error('no rubric')
  const grade = (id: string, from: string) => ({
    ...{ id, from, name: { 'zh-CN': id, en: id }, origin: { source: 'adopted' as const } },
  })

  it('grades fall to 0 and can be reached', () => {
    const problems = (...grades: ReturnType<typeof grade>[]) =>
      rubricProblems({ ...rubric, grades }).map(({ en }) => en)
    expect(problems(grade('合格', '75'), grade('不合格', '0'))).toEqual([])
    expect(problems(grade('不合格', '0'), grade('合格', '75'))).toEqual([
      'the grades must fall from the best to the worst',
      'the lowest grade must begin at 0',
    ])
    expect(problems(grade('优秀', '103'), grade('其他', '0'))).toEqual(['nobody can reach the best grade'])
  })

  it('ids are used once and belong to their block', () => {
    const [first, second] = rubric.blocks
    if (!first || !second) throw new Error('no blocks')
    expect(rubricProblems({ ...rubric, blocks: [first, { ...second, id: 'A' }] }).map(({ en }) => en)).toEqual([
      'A is used twice',
      'B1 does not belong to its block',
      'B2 does not belong to its block',
    ])
  })
})
