/** How a sheet prints: paper, margins, and what stands above and below every page. */
import type { PageSetup } from 'exceljs'
import type { PaperBook } from '../book.ts'
import { fingerprint, moment, sampleMark, zh } from '../words.ts'
import type { Margins, SheetModel } from './model.ts'

export type Orientation = 'portrait' | 'landscape'

const inch = 72
const a4 = { portrait: { width: 595.3, height: 841.9 }, landscape: { width: 841.9, height: 595.3 } } as const
const margins = { left: 0.59, right: 0.59, top: 0.75, bottom: 0.78, header: 0.32, footer: 0.28 } as const

/** Where on a page its rows begin, and its header and footer stand, in points. */
export const edges = {
  left: margins.left * inch,
  top: margins.top * inch,
  header: margins.header * inch,
  footer: margins.footer * inch,
} as const

/** What is left of an A4 page between the margins, in points. */
export function roomOn(orientation: Orientation): { width: number; height: number } {
  const { width, height } = a4[orientation]
  return {
    width: width - (margins.left + margins.right) * inch,
    height: height - (margins.top + margins.bottom) * inch,
  }
}

/** A4, one page wide, as many pages as it takes; the repeated rows on every page. */
export function pageSetup({
  orientation,
  repeated,
}: {
  orientation: Orientation
  repeated: SheetModel['repeated']
}): Partial<PageSetup> {
  return {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins,
    ...(repeated && { printTitlesRow: `${repeated.from}:${repeated.to}` }),
  }
}

/** Round and sample mark above; scheme, page of pages and the ledger's fingerprint below. */
export function marginsOf(book: PaperBook, orientation: Orientation): Margins {
  const { round } = book
  const mark = round.sample ? `\n&B${sampleMark}&B` : ''
  const scheme = `${forPrinter(round.document.number, 40)}\n${forPrinter(`${zh(round.schemeShort)} ${round.scheme} 第${book.schemeVersion}版`, 40)}`
  return {
    header: [
      `&L${face}&A`,
      `&C${face}${titleLines(round.title, orientation).join('\n')}${mark}`,
      `&R${face}${forPrinter(zh(round.stageName), 12)}\n${moment(book.madeAt)}`,
    ].join(''),
    footer: [
      `&L${face}${scheme}`,
      `&C${face}第 &P 页 共 &N 页\n台账指纹 ${fingerprint(round.ledger.head)}`,
      // The ledger's code as a picture; programs that print no pictures there leave the place empty.
      '&R&G',
    ].join(''),
  }
}

/** Between the sheet's name and the date there is room for one line on a wide page, for two on a narrow one. */
function titleLines(title: string, orientation: Orientation): string[] {
  const most = 56
  if (orientation === 'landscape' || title.length <= most / 2 + 4) return [forPrinter(title, most)]
  const half = Math.ceil(Math.min(title.length, most) / 2)
  return [forPrinter(title.slice(0, half), most), forPrinter(title.slice(half), most - half)]
}

// The size before the font: digits straight after a size would be read as part of it.
const face = '&9&"宋体,Regular"'

/** Excel takes 255 characters in all, and reads an ampersand as a command. */
function forPrinter(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ')
  const short = line.length > most ? `${line.slice(0, most - 1)}…` : line
  return short.replaceAll('&', '&&')
}
