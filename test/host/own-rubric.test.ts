// A rubric of the organiser's own, from an Excel table to the points of a sheet.
import path from 'node:path'
import { expect, test } from 'vitest'
import { playRound } from '#host/sample/play.ts'
import { openTestHost, refusalOf, scratchFolder } from '#test/room.ts'

async function tableOf(rows: (string | number)[][], merge?: string): Promise<string> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('评分标准')
  sheet.addRows([['样例市评审评分标准'], ['考核项目', '考核细则', '分值', '评分标准'], ...rows])
  if (merge) sheet.mergeCells(merge)
  const file = path.join(scratchFolder(), '样例评分标准.xlsx')
  await workbook.xlsx.writeFile(file)
  return file
}
const rows = [
  ['技能水平（60分）', '绝技绝活', 35, '视水平酌情'],
  ['', '技术攻关', 25, '视成果酌情'],
  ['带徒传技（40分）', '培养人数', 40, '视成效酌情'],
  ['合计', '', 100, ''],
]

test('a merged table is read, adopted, scored by, and graded by the grades it stands in for', async () => {
  const room = openTestHost()
  const { desk } = room
  const request = { scheme: 'yunyang-2022', activity: 'biennial-assessment', experts: 5, packets: 1 }
  const round = await playRound(room.ctx, { ...request, upTo: 'recusal' })
  const draft = await desk.rubrics.read({ path: await tableOf(rows, 'A3:A4') })
  expect(draft).toMatchObject({ problems: [], sums: { base: '100', bonus: '0', total: '100' } })
  expect(draft.rubric?.title['zh-CN']).toBe('样例评分标准')
  const view = await desk.rounds.adopt({
    round,
    choice: 'own-rubric',
    value: draft.rubric as never,
    note: '会议确定（样例）',
  })
  expect(view.choices.find(({ id }) => id === 'own-rubric')?.shown?.['zh-CN']).toBe(
    '采用“样例评分标准”，共 3 项、100 分',
  )
  await desk.rounds.adopt({ round, choice: 'aggregation', value: 'mean', note: '' })

  const { members } = await desk.panel.show({ round })
  for (const { expert } of members) await desk.recusals.declare({ round, expert, conflicts: [] })
  // No fact of the suggested rubric is asked for any more.
  await desk.stages.close({ round, stage: 'recusal' })
  const [packet] = await desk.packets.list({ round })
  const judgements = {
    A1: { deduct: '5.5', reason: '样例' },
    A2: { deduct: '0' },
    B1: { deduct: '20', reason: '样例' },
  }
  const [expert, at] = [members[0]?.expert ?? '', packet?.packet ?? '']
  // 100 − 5.5 − 20 = 74.5, below the document's 75.
  expect(await desk.sheets.submit({ round, expert, packet: at, opinion: '同意（样例）', judgements })).toMatchObject({
    ...{ state: 'submitted', base: '74.5', grade: '不合格' },
    rubricTitle: { 'zh-CN': '样例评分标准' },
  })
  const frozen = desk.rounds.adopt({ round, choice: 'own-rubric', value: null, note: '' })
  expect((await refusalOf(frozen))[0]).toBe('rule-frozen')
})

test('a table with mistakes says where; a rubric nobody can be graded by is refused', async () => {
  const room = openTestHost()
  const { desk } = room
  const request = { scheme: 'yunyang-2022', activity: 'biennial-assessment', experts: 5, packets: 1 }
  const round = await playRound(room.ctx, { ...request, upTo: 'material-check' })
  const wrong = await desk.rubrics.read({ path: await tableOf([['技能水平（60分）', '绝技绝活', 35, '酌情']]) })
  expect(wrong.problems.map((problem) => problem['zh-CN'])).toEqual(['“技能水平（60分）”各项相加为 35 分'])
  const small = await desk.rubrics.read({ path: await tableOf([['技能水平', '绝技绝活', 60, '酌情']]) })
  const adopt = desk.rounds.adopt({ round, choice: 'own-rubric', value: small.rubric as never, note: '' })
  expect((await refusalOf(adopt))[1]).toContain('最高一等的下限高于总分')
})

test('the annex that a document prescribes is not replaced', async () => {
  const room = openTestHost()
  const { desk } = room
  const request = { scheme: 'urumqi-2023', activity: 'term-assessment', experts: 5, packets: 1 }
  const round = await playRound(room.ctx, { ...request, upTo: 'material-check' })
  const adopt = desk.rounds.adopt({ round, choice: 'own-rubric', value: null, note: '' })
  expect((await refusalOf(adopt))[0]).toBe('choice-not-offered')
})
