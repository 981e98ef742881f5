/** The panel's part in an applicant's own form: written into its cells, and everywhere else not a byte is changed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { root } from '#build/repo.mjs'
import { partsOf } from '#test/papers/unzip.ts'
import { cellsOf, squeezed } from './docx-cells.ts'
import { fillForm, type PanelPart } from './fill.ts'
import { fillTemplate } from './template.ts'

const opinion = ['现场考察：设备 <完好> & 到位。', '专家组结论：入选。']
const experts = Array.from({ length: 11 }, (_, at) => ({
  name: `样例${at + 1}`,
  post: `样例学院 教授${at + 1}`,
  phone: `1380000900${at}`,
}))

function filledFrom(form: Buffer, part: PanelPart) {
  const filled = fillForm(form, part)
  if (!filled) throw new Error('not filled')
  return filled
}

/** The cell beside a label. */
const textIn = (xml: string, label: string) => {
  const cells = cellsOf(xml)
  const found = cells.find(({ text }) => squeezed(text) === label)
  const beside = cells.find(
    ({ table, row, column }) => table === found?.table && row === found.row && column === found.column + 1,
  )
  if (!beside) throw new Error(label)
  return beside
}

test("annex 1 of Urumqi: the experts' cell holds the opinion above 签字, all else is byte for byte the applicant's", async () => {
  const form = readFileSync(join(root, 'out', 'samples', 'packets', '05-测试金属制品加工厂', '申报表.docx'))
  const { bytes, left } = filledFrom(form, { opinion, experts })
  expect(left).toEqual([])
  const [before, after] = [await partsOf(form), await partsOf(bytes)]
  expect([...after.keys()]).toEqual([...before.keys()])
  for (const [name, part] of before) if (name !== 'word/document.xml') expect(after.get(name)).toBe(part)
  const [old, now] = [before.get('word/document.xml') ?? '', after.get('word/document.xml') ?? '']
  const [oldCell, nowCell] = [textIn(old, '专家评估意见'), textIn(now, '专家评估意见')]
  expect(now.slice(0, nowCell.begin)).toBe(old.slice(0, oldCell.begin))
  expect(now.slice(nowCell.end)).toBe(old.slice(oldCell.end))
  expect(nowCell.text.split('\n').filter(Boolean)).toEqual([...opinion, '签字：', '年   月   日'])
})

test('every other byte of the zip stays: compressed parts are copied, not packed anew', () => {
  const form = readFileSync(join(root, 'out', 'samples', 'packets', '05-测试金属制品加工厂', '申报表.docx'))
  const { bytes } = filledFrom(form, { opinion, experts })
  // The record's own header ends in its name.
  const at = form.indexOf('word/document.xml') - 30
  expect(bytes.subarray(0, at).equals(form.subarray(0, at))).toBe(true)
  const next = form.indexOf(Buffer.from([0x50, 0x4b, 0x03, 0x04]), at + 4)
  if (next > 0) expect(bytes.includes(form.subarray(next, next + 400))).toBe(true)
})

/** The last page of the Lüliang form as printed: the opinion, then nine rows for the experts beside one tall label. */
async function lvliang(rows: number): Promise<Buffer> {
  const cell = (text: string, more: { columnSpan?: number; rowSpan?: number } = {}) =>
    new TableCell({
      ...more,
      children: [
        new Paragraph({ alignment: AlignmentType.CENTER, children: text ? [new TextRun({ text, size: 21 })] : [] }),
      ],
    })
  const table = new Table({
    rows: [
      new TableRow({ children: [cell('专家评审意见'), cell('', { columnSpan: 4 })] }),
      new TableRow({
        children: [
          cell('专家信息 说明：专家人数应为单数，不得少于5人', { rowSpan: rows + 1 }),
          ...['姓名', '单位及职务/职称', '手机', '签名'].map((name) => cell(name)),
        ],
      }),
      ...Array.from({ length: rows }, () => new TableRow({ children: ['', '', '', ''].map((text) => cell(text)) })),
      new TableRow({ children: [cell('行政部门审核意见'), cell('', { columnSpan: 4 })] }),
    ],
  })
  return Packer.toBuffer(new Document({ sections: [{ children: [table] }] }))
}

test('the form of Lüliang: nine experts in its rows, the tenth and eleventh are left for the continuation sheet', async () => {
  const { bytes, left } = filledFrom(await lvliang(9), { opinion, experts })
  expect(left.map(({ name }) => name)).toEqual(['样例10', '样例11'])
  const xml = (await partsOf(bytes)).get('word/document.xml') ?? ''
  const texts = cellsOf(xml).map(({ text }) => text)
  expect(texts[1]).toBe(opinion.join('\n'))
  const first = texts.indexOf('样例1')
  expect(texts.slice(first, first + 4)).toEqual(['样例1', '样例学院 教授1', '13800009000', ''])
  expect(texts).toContain('样例9')
  expect(texts).not.toContain('样例10')
  expect(texts.at(-1)).toBe('')
})

test('another document, a damaged one and a scan are not filled', async () => {
  const other = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('样例')] }] }))
  expect(fillForm(other, { opinion, experts })).toBeNull()
  expect(fillForm(Buffer.from('%PDF-1.7 not a zip'), { opinion, experts })).toBeNull()
  expect(fillForm(other.subarray(0, 900), { opinion, experts })).toBeNull()
})

test("a bureau's template: blanks that Word cut into runs are filled, unknown ones named", async () => {
  const runs = ['致{{申报', '单位}}：你单位的{{工作室', '}}。', '{{没有}}'].map((text) => new TextRun(text))
  const template = await Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph({ children: runs })] }] }),
  )
  const filled = fillTemplate(template, { 申报单位: '样例 <甲> 公司', 工作室: '第一行\n第二行' })
  expect(filled?.unknown).toEqual(['没有'])
  const xml = (await partsOf(filled?.bytes ?? Buffer.alloc(0))).get('word/document.xml') ?? ''
  expect(xml).toContain('致样例 &lt;甲&gt; 公司：你单位的第一行</w:t><w:br/><w:t xml:space="preserve">第二行。{{没有}}')
})
