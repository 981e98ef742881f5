// Weights of the blocks and extremes dropped item by item, in a whole round; every figure is worked out by hand below.
import path from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { recountOf } from '#core/verify/recount.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { enter } from '#host/room.ts'
import { playRound } from '#host/sample/play.ts'
import { openTestHost, refusalOf, scratchFolder } from '#test/room.ts'

const rows = [
  ['技能水平（60分）', '绝技绝活', 35, '视水平酌情'],
  ['', '技术攻关', 25, '视成果酌情'],
  ['带徒传技（40分）', '培养人数', 40, '视成效酌情'],
  ['合计', '', 100, ''],
]

/** Points of A1 (of 35), A2 (of 25) and B1 (of 40) by expert. */
const given = [
  [
    [35, 25, 40],
    [30, 25, 40],
    [35, 20, 30],
    [25, 15, 40],
    [35, 25, 20],
  ],
  [
    [33, 22, 35],
    [33, 22, 35],
    [33, 22, 35],
    [33, 22, 35],
    [33, 22, 35],
  ],
]

async function ownRubric(): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('评分标准').addRows([['样例评分标准'], ['考核项目', '考核细则', '分值', '评分标准'], ...rows])
  const file = path.join(scratchFolder(), '样例评分标准.xlsx')
  await workbook.xlsx.writeFile(file)
  return file
}

test('the order hangs on both, the result says so, and the acts alone give the same', async () => {
  const room = openTestHost()
  const { desk, ctx } = room
  const round = await playRound(ctx, {
    ...{ scheme: 'yunyang-2022', activity: 'biennial-assessment', experts: 5, packets: 2 },
    upTo: 'recusal',
  })
  const { rubric } = await desk.rubrics.read({ path: await ownRubric() })
  await desk.rounds.adopt({ round, choice: 'own-rubric', value: rubric as never, note: '' })
  const counting = { method: 'trimmed-mean', over: 'item', weights: { A: '40', B: '60' } } as const
  const adopt = (value: object) => desk.rounds.adopt({ round, choice: 'aggregation', value: value as never, note: '' })
  expect(await refusalOf(adopt({ ...counting, weights: { A: '40', B: '50' } }))).toEqual([
    'bad-weights',
    expect.stringContaining('90'),
  ])
  expect((await refusalOf(adopt({ ...counting, weights: { A: '40', B: '50', C: '10' } })))[0]).toBe('bad-input')
  const { choices } = await adopt(counting)
  expect(choices.find(({ id }) => id === 'aggregation')?.shown?.['zh-CN']).toBe(
    '逐项计算后相加：去掉一个最高分和一个最低分后的平均分；各部分按权重折算为百分制（A 40%、B 60%）',
  )
  const { members } = await desk.panel.show({ round })
  for (const { expert } of members) await desk.recusals.declare({ round, expert, conflicts: [] })
  await desk.stages.close({ round, stage: 'recusal' })
  const packets = (await desk.packets.list({ round })).map(({ packet }) => packet)
  for (const [at, sheets] of given.entries()) {
    for (const [seat, [a1 = 0, a2 = 0, b1 = 0]] of sheets.entries()) {
      const off = (points: number) => ({ deduct: String(points), reason: points === 0 ? '' : '样例' })
      await desk.sheets.submit({
        ...{ round, expert: members[seat]?.expert ?? '', packet: packets[at] ?? '', opinion: '样例' },
        judgements: { A1: off(35 - a1), A2: off(25 - a2), B1: off(40 - b1) },
      })
    }
  }
  await desk.stages.close({ round, stage: 'reading' })
  const result = await desk.results.compute({ round })
  const shownOf = ({ no, rank, exact, shown, mean, trimmed, median }: (typeof result.rows)[number]) => [
    ...[no, rank, exact, shown],
    ...[mean, trimmed, median],
  ]
  // A counts 40/60 of its points, B 60/40. Trimmed item by item: A1 (30+35+35)/3, A2 (20+25+25)/3, B1 (30+40+40)/3:
  // (100/3 + 70/3) × 2/3 + 110/3 × 3/2 = 340/9 + 55 = 835/9. Over totals 100, 290/3, 245/3, 260/3, 70 it would be
  // (290 + 245 + 260)/9 = 88.33, below the other's 55 × 2/3 + 35 × 3/2 = 535/6.
  expect(result.rows.map(shownOf)).toEqual([
    [1, 1, '835/9', '92.78', '87.00', '88.33', '86.67'],
    [2, 2, '535/6', '89.17', '89.17', '89.17', '89.17'],
  ])
  expect(result.weighed).toBe(true)
  expect(result.rows[0]?.scores.map(({ total }) => total)).toEqual(['100', '96.6667', '81.6667', '86.6667', '70'])
  // 75 and more is 合格; the document names a part of those 优秀 without a threshold.
  expect(result.rows.map(({ grade }) => grade?.['zh-CN'])).toEqual(['合格', '合格'])

  const { file, scheme } = enter(ctx, round)
  const again = recountOf(allEntries(file), scheme, packets)
  const [first = '', second = ''] = packets
  expect([first, second].map((packet) => [again(['rank', packet]), again(['exact', packet])])).toEqual([
    [1, '835/9'],
    [2, '535/6'],
  ])
  const seat = members[1]?.expert ?? ''
  expect([again(['total', first, seat]), again(['counted', first, seat])]).toEqual([95, 96.6667])
}, 120_000)
