/** The look of an official Word paper: A4 with the margins of 公文, 宋体 title, 黑体 headings, 仿宋 text, signatures, page of pages. */
import type { ISectionOptions, Paragraph, Table, TableCell } from 'docx'
import type { PaperBook } from '../book.ts'
import type { StripPicture } from '../sheets/page.ts'
import { bookCode, clean, fingerprint, moment, sampleMark, zh } from '../words.ts'
import { settleTimes } from '../zip-times.ts'

export type Docx = typeof import('docx')
type Block = Paragraph | Table

/** What the single papers are written with. */
export type Pen = {
  title: (text: string) => Paragraph[]
  heading: (text: string) => Paragraph
  /** Text in paragraphs, each with the first line in by two characters. `lead` stays with the table that follows. */
  text: (text: string, how?: { lead: boolean }) => Paragraph[]
  table: (widths: readonly number[], header: readonly string[], rows: readonly (readonly string[])[]) => Table
  /** Pictures side by side, JPEG, each with a line below it; a strip stays on one page. */
  strip: (pictures: readonly StripPicture[]) => Table
  /** The sender and the date, at the right. */
  closing: (text: string) => Paragraph[]
  /** A line to sign on and a date for each; the block stays on one page. */
  signatures: (people: readonly string[]) => Paragraph[]
}

// Half points, and twentieths of a point: Word's own units.
const size = { title: 44, heading: 32, text: 32, table: 24, small: 18 } as const
const lineTwips = 560
const mm = (millimetres: number) => Math.round(millimetres * 56.7)
const page = { width: mm(210), height: mm(297), top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) } as const
const textWidth = page.width - page.left - page.right
const fonts = { song: '宋体', hei: '黑体', fangsong: '仿宋' } as const

/** Side of the code in the footer. */
const qrPixels = 40
const stripColumns = 3
/** Pixels of the room a picture of a strip has; Word counts 96 to the inch. */
const stripRoom = { width: 180, height: 150 } as const

function withinStrip({ width, height }: StripPicture): { width: number; height: number } {
  const scale = Math.min(stripRoom.width / width, stripRoom.height / height)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** A title that almost fits on one line is set smaller, so that no last syllable stands alone on a second. */
function titleSize(title: string): number {
  // Latin letters and digits are half as wide as a character.
  const wide = [...title].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x250 ? 0.5 : 1), 0)
  const inPoints = textWidth / 20
  return [size.title, 36, 32].find((halfPoints) => (wide * halfPoints) / 2 <= inPoints) ?? size.title
}

/** A table of so many rows still goes on one page whole. */
const mostTogether = 5

/** "姓名：________　　年　　月　　日" on one line of 27 characters, however long the name. */
function signatureLine(who: string): string {
  const room = 27 - [...who].length - 8
  const rule = Math.min(8, Math.max(4, room - 2))
  const gap = Math.min(4, Math.max(1, room - rule))
  return `${who}：${'＿'.repeat(rule)}${'　'.repeat(gap)}年　　月　　日`
}

/** The pen for one book. */
export function penFor(docx: Docx, book: PaperBook): Pen {
  const {
    AlignmentType,
    BorderStyle,
    ImageRun,
    Paragraph,
    Table,
    TableCell,
    TableLayoutType,
    TableRow,
    TextRun,
    VerticalAlignTable,
  } = docx
  // docx counts pictures through the whole process; the same book must make the same bytes.
  let pictures = 0
  const nextPicture = () => {
    pictures += 1
    return String(pictures)
  }
  const run = (text: string, face: keyof typeof fonts, halfPoints: number, bold = false) =>
    new TextRun({ text, bold, size: halfPoints, font: faceOf(fonts[face]) })
  const spacing = { line: lineTwips, lineRule: 'exact' as const }
  const body = (text: string, lead: boolean) =>
    new Paragraph({
      children: [run(text, 'fangsong', size.text)],
      alignment: AlignmentType.BOTH,
      indent: { firstLine: size.text * 20 },
      // A fixed line sets its characters low: without room below they touch the table.
      spacing: { ...spacing, after: lead ? 120 : 0 },
      keepNext: lead,
    })
  const cell = (text: string, width: number, { head, keep }: { head: boolean; keep: boolean }): TableCell =>
    new TableCell({
      width: { size: width, type: 'dxa' },
      verticalAlign: VerticalAlignTable.CENTER,
      shading: head ? { type: 'clear', color: 'auto', fill: 'EDEDED' } : undefined,
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: clean(text)
        .split('\n')
        .map(
          (line) =>
            new Paragraph({
              children: [run(line, head ? 'hei' : 'fangsong', size.table)],
              alignment: head || line.length <= 8 ? AlignmentType.CENTER : AlignmentType.LEFT,
              keepNext: keep,
            }),
        ),
    })
  return {
    title: (text) => [
      ...(book.round.sample
        ? [new Paragraph({ children: [run(sampleMark, 'hei', size.text)], alignment: AlignmentType.CENTER, spacing })]
        : []),
      new Paragraph({
        children: [run(clean(book.round.title), 'song', titleSize(book.round.title), true)],
        alignment: AlignmentType.CENTER,
        spacing: { line: 660, lineRule: 'exact' },
        keepNext: true,
      }),
      new Paragraph({
        children: [run(text, 'song', size.title, true)],
        alignment: AlignmentType.CENTER,
        spacing: { line: 660, lineRule: 'exact', after: 300 },
      }),
    ],
    heading: (text) =>
      new Paragraph({
        children: [run(clean(text), 'hei', size.heading)],
        indent: { firstLine: size.heading * 20 },
        spacing: { ...spacing, before: 160, after: 80 },
        keepNext: true,
      }),
    text: (text, { lead } = { lead: false }) =>
      clean(text)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => body(line, lead)),
    table: (shares, header, rows) => {
      const total = shares.reduce((sum, share) => sum + share, 0)
      const widths = shares.map((share) => Math.floor((textWidth * share) / total))
      const rowOf = (cells: readonly string[], how: { head: boolean; keep: boolean }) =>
        new TableRow({
          tableHeader: how.head,
          cantSplit: true,
          children: cells.map((text, at) => cell(text, widths[at] ?? 0, how)),
        })
      const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
      return new Table({
        layout: TableLayoutType.FIXED,
        width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
        columnWidths: widths,
        borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
        rows: [
          rowOf(header, { head: true, keep: true }),
          ...rows.map((cells, at) =>
            rowOf(cells, { head: false, keep: rows.length <= mostTogether && at < rows.length - 1 }),
          ),
        ],
      })
    },
    strip: (pictures) => {
      const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
      const width = Math.floor(textWidth / stripColumns)
      const cells = Array.from({ length: stripColumns }, (_, at) => {
        const picture = pictures[at]
        const children = picture
          ? [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new ImageRun({
                    type: 'jpg',
                    data: picture.bytes,
                    transformation: withinStrip(picture),
                    altText: {
                      id: nextPicture(),
                      name: picture.label,
                      description: picture.label,
                      title: picture.label,
                    },
                  }),
                ],
              }),
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [run(clean(picture.label), 'fangsong', size.small)],
              }),
            ]
          : [new Paragraph({})]
        return new TableCell({ width: { size: width, type: 'dxa' }, children })
      })
      return new Table({
        layout: TableLayoutType.FIXED,
        width: { size: width * stripColumns, type: 'dxa' },
        columnWidths: cells.map(() => width),
        borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
        rows: [new TableRow({ cantSplit: true, children: cells })],
      })
    },
    closing: (text) =>
      clean(text)
        .split('\n')
        .map(
          (line, at) =>
            new Paragraph({
              children: [run(line, 'fangsong', size.text)],
              alignment: AlignmentType.RIGHT,
              indent: { right: size.text * 20 },
              spacing: { ...spacing, before: at === 0 ? 500 : 0 },
              keepLines: true,
            }),
        ),
    signatures: (people) => {
      const lines = people.map(signatureLine)
      return lines.map(
        (line, at) =>
          new Paragraph({
            children: [run(line, 'fangsong', size.text)],
            alignment: AlignmentType.RIGHT,
            spacing: { line: 700, lineRule: 'exact', before: at === 0 ? 500 : 0 },
            keepNext: at < lines.length - 1,
            keepLines: true,
          }),
      )
    },
  }
}

/** The opening facts every paper begins with. */
export function openingOf(book: PaperBook): string {
  const { round } = book
  return `${round.organiser}依据《${zh(round.schemeTitle)}》（${round.document.number}，方案 ${round.scheme} 第${book.schemeVersion}版）组织本次${zh(round.activityName)}。本件由评审台账生成，制表时间 ${moment(book.madeAt)}。`
}

/**
 * Makes the file; the same book makes the same bytes. With `ledger`, the foot of its pages says this instead of the ledger's
 * fingerprint and code.
 */
export async function packPaper(
  docx: Docx,
  book: PaperBook,
  paper: { title: string; children: Block[]; ledger?: string },
): Promise<Buffer> {
  const { default: qrcode } = await import('qrcode')
  const code = { errorCorrectionLevel: 'L', margin: 0, scale: 4 } as const
  const qr = paper.ledger === undefined ? await qrcode.toBuffer(bookCode(book), code) : null
  const ledger = paper.ledger ?? `台账 ${fingerprint(book.round.ledger.head)}`
  const section: ISectionOptions = {
    properties: {
      page: {
        size: { width: page.width, height: page.height },
        margin: {
          top: page.top,
          bottom: page.bottom,
          left: page.left,
          right: page.right,
          header: mm(15),
          footer: mm(18),
        },
      },
    },
    headers: { default: headerOf(docx, book) },
    footers: { default: footerOf(docx, book, { ledger, qr }) },
    children: paper.children,
  }
  const document = new docx.Document({
    title: `${book.round.title}${paper.title}`,
    creator: '匠评',
    lastModifiedBy: '匠评',
    styles: { default: { document: { run: { size: size.text, font: faceOf(fonts.fangsong) } } } },
    sections: [section],
  })
  // docx stamps the present moment; the paper is as old as its book.
  const core = { path: 'docProps/core.xml', data: coreXml(`${book.round.title}${paper.title}`, book.madeAt) }
  const bytes = await docx.Packer.toBuffer(document, undefined, [core])
  return settleTimes(bytes, book.madeAt)
}

function faceOf(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' as const }
}

function headerOf({ AlignmentType, Header, Paragraph, TextRun }: Docx, { round }: PaperBook) {
  const text = round.sample ? `${round.title}　${sampleMark}` : round.title
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: clean(text), size: size.small, font: faceOf(fonts.song) })],
      }),
    ],
  })
}

function footerOf(
  { Footer, ImageRun, PageNumber, Paragraph, TabStopType, TextRun }: Docx,
  book: PaperBook,
  { ledger, qr }: { ledger: string; qr: Buffer | null },
) {
  const run = (children: ConstructorParameters<typeof TextRun>[0]) => new TextRun(children)
  const look = { size: size.small, font: faceOf(fonts.song) }
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [
          { type: TabStopType.CENTER, position: Math.round(textWidth / 2) },
          { type: TabStopType.RIGHT, position: textWidth },
        ],
        children: [
          run({ ...look, text: book.round.document.number }),
          run({ ...look, children: ['\t第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'] }),
          run({ ...look, children: [`\t${ledger}　`] }),
          ...(qr
            ? [
                // A fixed id: the library would count on from paper to paper, and the same book would make other bytes.
                new ImageRun({
                  type: 'png',
                  data: qr,
                  transformation: { width: qrPixels, height: qrPixels },
                  altText: { id: '1', name: '台账二维码', title: '台账二维码', description: bookCode(book) },
                }),
              ]
            : []),
        ],
      }),
    ],
  })
}

function coreXml(title: string, madeAt: string): string {
  const stamp = `${new Date(madeAt).toISOString().slice(0, 19)}Z`
  const escaped = clean(title).replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped}</dc:title><dc:creator>匠评</dc:creator><cp:lastModifiedBy>匠评</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')
}
