/** 空白评分表: one page for each expert and application, to be filled in by hand; the code in the corner names the sheet. */

import type { Paragraph, Table } from 'docx'
import QRCode from 'qrcode'
import { paperCode } from '#core/rubric/paper-entry.ts'
import { clauseOf } from '#core/scheme/scheme.ts'
import type { Room } from '../../room.ts'
import type { BlankLine, BlankSheet } from '../../views/paper-sheets.ts'
import { clean, sampleMark, zh } from '../words.ts'
import { settleTimes } from '../zip-times.ts'

const mm = (millimetres: number) => Math.round(millimetres * 56.7)
const page = { width: mm(210), height: mm(297), margin: mm(15) } as const
const textWidth = page.width - 2 * page.margin
// Columns: number, item and criterion, maximum, deduction, reason with pages.
const shares = [9, 68, 12, 17, 74] as const
const size = { title: 30, text: 20, small: 17, fine: 15 } as const
const faces = { song: '宋体', hei: '黑体' } as const
type Look = { size?: number; hei?: boolean; grey?: boolean }
type Docx = typeof import('docx')

/**
 * Makes the file. @param given.at ISO time that the file is dated with; the same input makes the same bytes
 */
export async function blankSheetsPaper(given: {
  room: Room
  sheets: readonly BlankSheet[]
  at: string
}): Promise<Buffer> {
  const docx = await import('docx')
  const { room } = given
  const codes = await Promise.all(
    given.sheets.map(({ member, packet }) =>
      QRCode.toBuffer(paperCode({ round: room.id, expert: member.expert, packet }), {
        errorCorrectionLevel: 'M',
        margin: 0,
        scale: 6,
      }),
    ),
  )
  const document = new docx.Document({
    title: `${room.row.title} 空白评分表`,
    creator: '匠评',
    styles: { default: { document: { run: { size: size.text, font: face('song') } } } },
    sections: given.sheets.map((sheet, at) => ({
      properties: {
        page: {
          size: { width: page.width, height: page.height },
          margin: { top: mm(9), bottom: mm(9), left: page.margin, right: page.margin, header: mm(4), footer: mm(4) },
          pageNumbers: { start: 1 },
        },
      },
      footers: { default: footerOf(docx, room, sheet) },
      children: new Form(docx, room, sheet).body(codes[at] ?? Buffer.alloc(0)),
    })),
  })
  return settleTimes(await docx.Packer.toBuffer(document), given.at)
}

function face(name: keyof typeof faces) {
  const font = faces[name]
  return { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: 'eastAsia' as const }
}

function nameOf(sheet: BlankSheet): string {
  return `第${sheet.member.seat}席 ${sheet.member.person.name}　${sheet.no}号 ${sheet.workshop}`
}

/** One sheet on paper. */
class Form {
  readonly #docx: Docx
  readonly #room: Room
  readonly #sheet: BlankSheet

  constructor(docx: Docx, room: Room, sheet: BlankSheet) {
    this.#docx = docx
    this.#room = room
    this.#sheet = sheet
  }

  body(code: Buffer): (Paragraph | Table)[] {
    return [this.#head(code), this.#line(''), ...(this.#room.rubric ? [this.#items()] : []), ...this.#end()]
  }

  #run(words: string, how: Look = {}) {
    return new this.#docx.TextRun({
      text: clean(words),
      size: how.size ?? size.text,
      font: face(how.hei ? 'hei' : 'song'),
      ...(how.grey && { color: '595959' }),
    })
  }

  #line(words: string, how: Look & { center?: boolean; before?: number } = {}) {
    return new this.#docx.Paragraph({
      children: words === '' ? [] : [this.#run(words, how)],
      spacing: { before: how.before ?? 0, line: words === '' ? 120 : 240, lineRule: words === '' ? 'exact' : 'auto' },
      ...(how.center && { alignment: this.#docx.AlignmentType.CENTER }),
    })
  }

  #head(code: Buffer): Table {
    const { member, no, workshop, unit, leader } = this.#sheet
    const { Table, TableRow, TableCell, ImageRun, Paragraph, AlignmentType, BorderStyle, VerticalAlignTable } =
      this.#docx
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
    const widths = [textWidth - mm(26), mm(26)]
    const title = zh(this.#room.rubric?.title ?? { 'zh-CN': '审阅意见表', en: '' })
    const words = [
      ...(this.#room.row.sample ? [this.#line(sampleMark, { size: size.small, hei: true })] : []),
      this.#line(this.#room.row.title, { size: size.small, grey: true }),
      this.#line(title, { size: size.title, hei: true }),
      this.#line(`专家：第 ${member.seat} 席　${member.person.name}　${member.person.unit}`, { before: 60 }),
      this.#line(`申报：${no} 号　${workshop}`),
      this.#line(`单位：${unit}　　领办人：${leader}`),
    ]
    const picture = new Paragraph({
      alignment: AlignmentType.RIGHT,
      children: [
        new ImageRun({
          type: 'png',
          data: code,
          transformation: { width: 84, height: 84 },
          altText: { name: '评分表编码', description: nameOf(this.#sheet), title: '评分表编码' },
        }),
      ],
    })
    const cell = (width: number, children: Paragraph[]) =>
      new TableCell({ width: { size: width, type: 'dxa' }, verticalAlign: VerticalAlignTable.CENTER, children })
    return new Table({
      layout: 'fixed',
      columnWidths: widths,
      width: { size: textWidth, type: 'dxa' },
      borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
      rows: [new TableRow({ children: [cell(widths[0] ?? 0, words), cell(widths[1] ?? 0, [picture])] })],
    })
  }

  #items(): Table {
    const { Table, TableRow, BorderStyle, HeightRule } = this.#docx
    const total = shares.reduce((sum, share) => sum + share, 0)
    const widths = shares.map((share) => Math.floor((textWidth * share) / total))
    const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
    const row = (cells: Paragraph[][], how: { head?: boolean; tall?: boolean } = {}) =>
      new TableRow({
        tableHeader: how.head ?? false,
        cantSplit: true,
        height: { value: how.tall ? mm(10) : mm(5), rule: HeightRule.ATLEAST },
        children: cells.map((children, at) => this.#cell(children, widths[at] ?? 0, how.head)),
      })
    const heads = ['序号', '考核细则和评分标准', '分值', '扣分', '扣分理由（并写明材料页码）']
    return new Table({
      layout: 'fixed',
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
      borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
      rows: [
        row(
          heads.map((word) => [this.#line(word, { hei: true, size: size.small, center: true })]),
          { head: true },
        ),
        ...this.#sheet.blocks.flatMap((block) =>
          block.lines.map((each) => row(this.#cells(each), { tall: !each.settled && !each.open })),
        ),
      ],
    })
  }

  #cells(line: BlankLine): Paragraph[][] {
    const { id, name, criterion, max, settled, open, mustDeduct } = line
    const byHand = !settled && !open
    const item = [
      this.#line(zh(name), { size: size.small, hei: byHand }),
      ...(byHand ? [this.#line(zh(criterion), { size: size.fine, grey: true })] : []),
    ]
    const deduct = byHand ? (mustDeduct ? '须扣分' : '') : open ? '事实待定' : `得 ${settled?.points ?? ''} 分`
    const reason = byHand
      ? ''
      : open
        ? '事实核定后由程序得出'
        : `由事实得出：${zh(settled?.because ?? { 'zh-CN': '', en: '' })}`
    return [
      [this.#line(id, { size: size.small, center: true })],
      item,
      [this.#line(max, { size: size.small, center: true })],
      [this.#line(deduct, { size: size.fine, grey: true, center: true })],
      [this.#line(reason, { size: size.fine, grey: true })],
    ]
  }

  #cell(children: Paragraph[], width: number, head = false) {
    const { TableCell, VerticalAlignTable } = this.#docx
    return new TableCell({
      width: { size: width, type: 'dxa' },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: 10, bottom: 10, left: 60, right: 60 },
      ...(head && { shading: { type: 'clear' as const, color: 'auto', fill: 'EDEDED' } }),
      children,
    })
  }

  #end(): Paragraph[] {
    const { rubric } = this.#room
    const rule = '＿'.repeat(39)
    const lines = rubric ? 1 : 12
    const basis = rubric ? clauseOf(rubric.origin) : null
    return [
      this.#line(
        rubric
          ? `只填“扣分”空白的项目：不扣分写 0，扣分最多两位小数并写明理由。其余由事实得出。${basis ? `（${basis}）` : ''}`
          : '请写明审阅意见。',
        { size: size.fine, grey: true, before: 60 },
      ),
      ...(rubric ? [this.#line(`本人扣分合计：${'＿'.repeat(6)} 分`, { before: 120 })] : []),
      this.#line(`意见：${rule.slice(0, 36)}`, { before: 120 }),
      ...Array.from({ length: lines }, () => this.#line(rule, { before: 120 })),
      this.#line('以上由本人独立作出。　专家签名：＿＿＿＿＿＿＿＿　　　　年　　月　　日', { before: 160 }),
      this.#line('录入人：＿＿＿＿＿＿　　第二录入人：＿＿＿＿＿＿　　扫描件编号：＿＿＿＿＿＿', {
        size: size.small,
        before: 120,
      }),
    ]
  }
}

function footerOf({ AlignmentType, Footer, PageNumber, Paragraph, TextRun }: Docx, room: Room, sheet: BlankSheet) {
  const look = { size: size.fine, font: face('song') }
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ ...look, text: clean(`${room.scheme.document.number}　${nameOf(sheet)}　第 `) }),
          new TextRun({ ...look, children: [PageNumber.CURRENT] }),
          new TextRun({ ...look, text: ' 页' }),
        ],
      }),
    ],
  })
}
