/** The sheets of the workbook cut into pages, as they are printed: from the same model, with the same turns of the page. */
import type { PrintCell, PrintHead, PrintLook, PrintPage, PrintPicture, PrintSheet, PrintView } from '../api/shapes.ts'
import type { PaperBook } from './book.ts'
import { drawChart } from './charts/chart.ts'
import { findFont } from './fonts.ts'
import type { ModelCell, ModelPicture, ModelRow, SheetModel } from './sheets/model.ts'
import { edges, roomOn } from './sheets/print.ts'
import { sheetsOf } from './sheets/sheets.ts'
import { type Kind, lookOf } from './sheets/styles.ts'
import { bookCode, fingerprint, moment, sampleMark, zh } from './words.ts'

/** Pictures stand so far below the top of their row, as in the workbook. */
const pictureInset = 7

/** Every page of every sheet, charts drawn. */
export async function printPages(book: PaperBook): Promise<PrintView> {
  const looks: Record<string, PrintLook> = {}
  const sheets: PrintSheet[] = []
  for (const model of sheetsOf(book)) {
    sheets.push(await sheetOf(model))
    for (const { cells } of model.rows) for (const { kind } of cells) looks[kind] ??= printLook(kind)
  }
  return {
    ...(await printHead(book)),
    margins: edges,
    looks,
    sheets,
    pages: sheets.reduce((total, { pages }) => total + pages.length, 0),
  }
}

/** What every printed page says about the round and its ledger. */
export async function printHead(book: PaperBook): Promise<PrintHead> {
  const { default: qrcode } = await import('qrcode')
  const { round } = book
  return {
    title: round.title,
    mark: round.sample ? sampleMark : '',
    stage: zh(round.stageName),
    made: moment(book.madeAt),
    document: round.document.number,
    scheme: `${zh(round.schemeShort)} ${round.scheme} 第${book.schemeVersion}版`,
    fingerprint: fingerprint(round.ledger.head),
    qr: await qrcode.toDataURL(bookCode(book), { errorCorrectionLevel: 'L', margin: 0, scale: 4 }),
  }
}

function printLook(kind: Kind): PrintLook {
  const { font, size, align, border, bold = false, line = false, shade = '' } = lookOf(kind)
  return { font, size, align, border, bold, line, shade }
}

async function sheetOf(model: SheetModel): Promise<PrintSheet> {
  const { name, orientation, widths, rows, repeated, printed } = model
  const last = printed ? Number(/\d+$/.exec(printed)?.[0]) : rows.length
  const again = repeated ? rows.slice(repeated.from - 1, repeated.to) : []
  const pages: PrintPage[] = []
  let begin = 0
  for (let at = 0; at < last; at += 1) {
    if (!rows[at]?.turn && at < last - 1) continue
    const before = begin === 0 ? [] : again
    const own = rows.slice(begin, at + 1)
    const pictures = model.pictures.filter(({ row }) => row >= begin && row <= at)
    pages.push({
      rows: [...before, ...own].map(rowOf),
      pictures: await Promise.all(pictures.map((one) => pictureOf(one, [...before, ...rows.slice(begin, one.row)]))),
    })
    begin = at + 1
  }
  const wide = widths.reduce((total, width) => total + width, 0)
  return { name, orientation, scale: Math.min(1, roomOn(orientation).width / wide), widths: [...widths], pages }
}

async function pictureOf(
  { chart, left, width, height }: ModelPicture,
  above: readonly ModelRow[],
): Promise<PrintPicture> {
  const bytes = 'bytes' in chart ? Buffer.from(chart.bytes) : await drawChart(chart, findFont())
  const type = chart.kind === 'jpeg' ? 'image/jpeg' : 'image/png'
  const top = above.reduce((total, row) => total + row.height, 0) + pictureInset
  return { left, top, width, height, src: `data:${type};base64,${bytes.toString('base64')}` }
}

function rowOf({ height, cells }: ModelRow): PrintPage['rows'][number] {
  return { height, cells: cells.map(cellOf) }
}

function cellOf({ value, kind, piece, from, to }: ModelCell): PrintCell {
  return {
    text: typeof value === 'number' ? numberShown(value, lookOf(kind).format) : (value ?? ''),
    from,
    to,
    look: kind,
    top: piece === 'whole' || piece === 'first',
    bottom: piece === 'whole' || piece === 'last',
    aloft: piece !== 'whole',
  }
}

/** A number as Excel shows it in the formats that the workbook uses. */
export function numberShown(value: number, format = ''): string {
  if (format.startsWith('0"')) return `${value}${format.slice(2, -1)}`
  if (format.startsWith('+')) return value === 0 ? '0.00' : `${value > 0 ? '+' : '-'}${Math.abs(value).toFixed(2)}`
  if (!format.startsWith('0.00')) return String(value)
  const places = (String(value).split('.')[1] ?? '').length
  return value.toFixed(format === '0.00' ? 2 : Math.max(2, places))
}
