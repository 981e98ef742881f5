/** The panel's part in an applicant's own form: written into its cells, and everywhere else not a byte is changed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, inflateRawSync } from 'node:zlib'
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { root } from '#build/repo.mjs'
import { smallBook } from '#test/papers/small-book.ts'
import { partsOf } from '#test/papers/unzip.ts'
import { buildContinuation } from '../word/papers.ts'
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

/** One part of a zip as it lies there: its record up to the next one, and its line in the directory. */
type RawPart = { name: string; record: Buffer; data: Buffer; method: number; line: Buffer; at: number }

/** Every part in the order of the records, and what follows the directory; reads the bytes without a line of the product's. */
function rawParts(zip: Buffer): { parts: RawPart[]; order: string[]; end: Buffer } {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const directory = zip.readUInt32LE(end + 16)
  const lines: { name: string; at: number; packed: number; method: number; line: Buffer }[] = []
  for (let at = directory; at < end; ) {
    const length = 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    const line = zip.subarray(at, at + length)
    const name = line.toString('utf8', 46, 46 + line.readUInt16LE(28))
    lines.push({ name, at: line.readUInt32LE(42), packed: line.readUInt32LE(20), method: line.readUInt16LE(10), line })
    at += length
  }
  const starts = lines.map(({ at }) => at).toSorted((one, other) => one - other)
  const parts = lines
    .map(({ name, at, packed, method, line }) => {
      const record = zip.subarray(at, starts.find((other) => other > at) ?? directory)
      const body = 30 + record.readUInt16LE(26) + record.readUInt16LE(28)
      return { name, record, data: record.subarray(body, body + packed), method, line, at }
    })
    .toSorted((one, other) => one.at - other.at)
  return { parts, order: lines.map(({ name }) => name), end: zip.subarray(end) }
}

/** A copy with these fields zeroed. */
function without(bytes: Buffer, fields: readonly (readonly [at: number, length: number])[]): Buffer {
  const copy = Buffer.from(bytes)
  for (const [at, length] of fields) copy.fill(0, at, at + length)
  return copy
}

const body = 'word/document.xml'

/** All that may differ between two files: the packed text of document.xml, its sizes and sum, and where later parts begin. */
function expectSameBut(before: Buffer, after: Buffer): [old: string, now: string] {
  const [old, now] = [rawParts(before), rawParts(after)]
  expect(now.order).toEqual(old.order)
  expect(now.parts.map(({ name }) => name)).toEqual(old.parts.map(({ name }) => name))
  const texts: string[] = []
  for (const [at, part] of old.parts.entries()) {
    const other = now.parts[at]
    if (!other) throw new Error(part.name)
    if (part.name !== body) {
      expect(other.record.equals(part.record), part.name).toBe(true)
      expect(
        without(other.line, [[42, 4]]).equals(without(part.line, [[42, 4]])),
        `${part.name} in the directory`,
      ).toBe(true)
      continue
    }
    for (const { data, method } of [part, other]) {
      texts.push((method === 8 ? inflateRawSync(data) : data).toString('utf8'))
    }
    // Flags (no sizes behind the data), method, sum and both sizes; name, date, versions, attributes and extras stay.
    const head = (record: Buffer) => record.subarray(0, 30 + record.readUInt16LE(26) + record.readUInt16LE(28))
    const inRecord = [
      [6, 1],
      [8, 2],
      [14, 12],
    ] as const
    const inLine = [
      [8, 1],
      [10, 2],
      [16, 12],
      [42, 4],
    ] as const
    expect(without(head(other.record), inRecord).equals(without(head(part.record), inRecord))).toBe(true)
    expect(without(other.line, inLine).equals(without(part.line, inLine))).toBe(true)
    expect(other.line.readUInt32LE(16)).toBe(crc32(texts[1] ?? ''))
    expect(other.record.readUInt32LE(14)).toBe(crc32(texts[1] ?? ''))
    expect(other.line.readUInt32LE(24)).toBe(Buffer.byteLength(texts[1] ?? ''))
  }
  expect(without(now.end, [[16, 4]]).equals(without(old.end, [[16, 4]]))).toBe(true)
  return [texts[0] ?? '', texts[1] ?? '']
}

/** What stands between the innermost cells, and the cells, by turns. */
const piecesOf = (xml: string) => xml.split(/(<w:tc>(?:(?!<w:tc>)[\s\S])*?<\/w:tc>)/)
const wordsIn = (xml: string) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]+)<\/w:t>/g)].map(([, words]) => words)

/** The words written, cell by cell; every byte outside these cells, and all that was printed in them, is as it was. */
function writtenInto(old: string, now: string): (string | undefined)[][] {
  const [before, after] = [piecesOf(old), piecesOf(now)]
  expect(after).toHaveLength(before.length)
  return before.flatMap((piece, at) => {
    const other = after[at] ?? ''
    if (other === piece) return []
    expect(at % 2, piece.slice(0, 200)).toBe(1)
    let begin = 0
    while (piece[begin] === other[begin]) begin += 1
    let end = 0
    while (end < piece.length - begin && piece.at(-1 - end) === other.at(-1 - end)) end += 1
    // What went away to make room was an empty paragraph: no words were lost.
    expect(wordsIn(piece.slice(begin, piece.length - end))).toEqual([])
    const words = wordsIn(piece)
    const added = wordsIn(other)
    expect(added.filter((one) => words.includes(one))).toEqual(words)
    return [added.filter((one) => !words.includes(one))]
  })
}

test("annex 1 of Urumqi: the experts' cell holds the opinion above 签字, all else is byte for byte the applicant's", async () => {
  const form = readFileSync(join(root, 'out', 'samples', 'packets', '05-测试金属制品加工厂', '申报表.docx'))
  const { bytes, left } = filledFrom(form, { opinion, experts })
  expect(left).toEqual([])
  const [old, now] = expectSameBut(form, bytes)
  expect(writtenInto(old, now)).toEqual([['现场考察：设备 &lt;完好&gt; &amp; 到位。', '专家组结论：入选。']])
  const nowCell = textIn(now, '专家评估意见')
  expect(nowCell.text.split('\n').filter(Boolean)).toEqual([...opinion, '签字：', '年   月   日'])
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
  const form = await lvliang(9)
  const { bytes, left } = filledFrom(form, { opinion, experts })
  expect(left.map(({ name }) => name)).toEqual(['样例10', '样例11'])
  const [old, xml] = expectSameBut(form, bytes)
  // The opinion, then name, post and phone of nine; nobody is written where the signature goes.
  expect(writtenInto(old, xml)).toEqual([
    ['现场考察：设备 &lt;完好&gt; &amp; 到位。', '专家组结论：入选。'],
    ...experts.slice(0, 9).flatMap(({ name, post, phone }) => [[name], [post], [phone]]),
  ])
  const texts = cellsOf(xml).map(({ text }) => text)
  expect(texts[1]).toBe(opinion.join('\n'))
  const first = texts.indexOf('样例1')
  expect(texts.slice(first, first + 4)).toEqual(['样例1', '样例学院 教授1', '13800009000', ''])
  expect(texts).toContain('样例9')
  expect(texts).not.toContain('样例10')
  expect(texts.at(-1)).toBe('')
})

test('whoever the form has no row for stands on the continuation sheet, numbered on from the last row', async () => {
  const { left } = filledFrom(await lvliang(9), { opinion, experts })
  const members = Array.from(
    { length: 11 },
    () => smallBook.panel.members[0] as (typeof smallBook.panel.members)[number],
  )
  const { bytes } = await buildContinuation({ ...smallBook, panel: { ...smallBook.panel, members } }, left)
  const cells = cellsOf((await partsOf(bytes)).get(body) ?? '').map(({ text }) => text)
  expect(cells).toEqual([
    ...['序号', '姓名', '单位及职务/职称', '手机', '签名'],
    ...['10', '样例10', '样例学院 教授10', '13800009009', ''],
    ...['11', '样例11', '样例学院 教授11', '138000090010', ''],
  ])
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
