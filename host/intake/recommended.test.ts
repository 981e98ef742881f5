/** Ranked lists of recommending units as their offices write them. */
import path from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { Refused } from '#core/refusal.ts'
import { scratchFolder } from '#test/room.ts'
import { readRecommended } from './recommended.ts'

const folder = scratchFolder()

/** A sheet with these rows and merged ranges. */
async function list(
  name: string,
  rows: readonly (readonly (string | number | null)[])[],
  merged: readonly string[] = [],
) {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('说明').addRow(['本表由推荐单位填写'])
  const sheet = workbook.addWorksheet('名单')
  sheet.addRows(rows.map((row) => [...row]))
  for (const range of merged) sheet.mergeCells(range)
  const file = path.join(folder, name)
  await workbook.xlsx.writeFile(file)
  return file
}

test('below merged title rows, headings with spaces, line breaks and brackets; remarks at the foot are no entries', async () => {
  const file = await list(
    '县.xlsx',
    [
      ['样例县2026年市级技能大师工作室推荐名单'],
      ['推荐单位（盖章）：样例县人力资源和社会保障局'],
      ['序  号', '申报单位\n（全称）', '领办人　姓名', '职业（工种）', '备注'],
      [1, '测试重型机床厂', '样例甲', '钳工', ''],
      [2, '样例电力检修有限公司', '样例乙', '电工', '补报'],
      [null, null, null, null, null],
      ['注：按推荐先后排序。'],
      ['填表人：测试员　联系电话：0991-0000000'],
    ],
    ['A1:E1', 'A2:E2', 'A7:E7', 'A8:E8'],
  )
  expect(await readRecommended(file)).toEqual([
    { rank: '1', unit: '测试重型机床厂', leader: '样例甲', occupation: '钳工' },
    { rank: '2', unit: '样例电力检修有限公司', leader: '样例乙', occupation: '电工' },
  ])
})

test('the order of recommendation counts before the running number, wherever it stands', async () => {
  const file = await list('区.xlsx', [
    ['序号', '工作单位', '姓名', '工种', '推荐排序'],
    [1, '样例甲厂', '样例甲', '焊工', 3],
    [2, '样例乙厂', '样例乙', '车工', 1],
  ])
  expect((await readRecommended(file)).map(({ rank, leader }) => [rank, leader])).toEqual([
    ['3', '样例甲'],
    ['1', '样例乙'],
  ])
})

test('headings over two rows: the lower one counts, merged cells reach down to it', async () => {
  const file = await list(
    '市.xlsx',
    [
      ['序号', '领办人情况', null, '所在单位'],
      [null, '姓名', '从事职业', null],
      [1, '样例甲', '钳工', '测试厂'],
    ],
    ['A1:A2', 'B1:C1', 'D1:D2'],
  )
  expect(await readRecommended(file)).toEqual([{ rank: '1', unit: '测试厂', leader: '样例甲', occupation: '钳工' }])
})

test('a list without a column for the rank is ranked as it stands; one without units is refused by name', async () => {
  const ranked = await list('无序.xlsx', [
    ['单位名称', '技能大师'],
    ['甲厂', '样例甲'],
    ['乙厂', '样例乙'],
  ])
  expect((await readRecommended(ranked)).map(({ rank }) => rank)).toEqual(['1', '2'])
  const wrong = await list('错.xlsx', [
    ['序号', '姓名'],
    [1, '样例甲'],
  ])
  const refused = await readRecommended(wrong).catch((failure: unknown) => failure)
  expect(refused).toBeInstanceOf(Refused)
  expect((refused as Refused).refusal.code).toBe('bad-table')
})
