import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRoster } from './roster.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intake-roster-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function listOf(rows: readonly (readonly (string | number)[])[]): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('说明').addRow(['本表由样例局填写'])
  const sheet = workbook.addWorksheet('名单')
  for (const row of rows) sheet.addRow([...row])
  const path = join(folder, '专家.xlsx')
  await workbook.xlsx.writeFile(path)
  return path
}

test('columns are found by their headings, below a title, on any sheet', async () => {
  const path = await listOf([
    ['评审专家名单'],
    ['序号', '姓 名', '工作单位', '职务/职称', '联系电话', '类别', '专业'],
    [1, '评 一', '样例大学', '教授', 13800000001, '院校专家', '焊接'],
    [2, '评二', '样例厂', '', '138 0000 0002', '企业', ''],
    ['', '', '', '', '', '', ''],
    [3, '合计', '', '', '', '', ''],
  ])
  expect(await readRoster(path)).toEqual([
    { name: '评一', unit: '样例大学', post: '教授', phone: '13800000001', sourceKind: '院校', specialty: '焊接' },
    { name: '评二', unit: '样例厂', post: '', phone: '13800000002', sourceKind: '企业', specialty: '' },
  ])
})

test('unit and post in one column are told apart', async () => {
  const path = await listOf([
    ['姓名', '单位及职务职称'],
    ['评一', '样例大学 教授、博士'],
    ['评二', '样例厂'],
  ])
  expect((await readRoster(path)).map(({ unit, post }) => [unit, post])).toEqual([
    ['样例大学', '教授、博士'],
    ['样例厂', ''],
  ])
})

test('a file that is no workbook, a workbook without a list, and no file are refused', async () => {
  const text = join(folder, 'text.xlsx')
  await writeFile(text, '样例')
  await expect(readRoster(text)).rejects.toMatchObject({ refusal: { code: 'bad-roster' } })
  await expect(readRoster(await listOf([['品名', '数量']]))).rejects.toMatchObject({ refusal: { code: 'bad-roster' } })
  await expect(readRoster(await listOf([['姓名', '单位']]))).rejects.toMatchObject({ refusal: { code: 'bad-roster' } })
  await expect(readRoster(join(folder, 'nowhere.xlsx'))).rejects.toMatchObject({ refusal: { code: 'not-found' } })
})
