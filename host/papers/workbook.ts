/** The workbook of a round: every sheet that decides who gets the plaque, ready to be printed, signed and checked. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { PaperBook } from './book.ts'
import { sheetsOf } from './sheets/sheets.ts'
import { bookCode } from './words.ts'
import { WorkbookPen } from './workbook-pen.ts'

/** Makes the workbook. Values only, no formulas, no links; the same book makes the same bytes. */
export async function buildWorkbook(book: PaperBook): Promise<Buffer> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), writeWorkbook(book, out)])
  return bytes
}

/** Writes the workbook sheet by sheet, so that a thousand applications need no more memory than one sheet. */
export async function writeWorkbook(book: PaperBook, out: NodeJS.WritableStream): Promise<void> {
  const pen = await WorkbookPen.begin(out, {
    title: book.round.title,
    madeAt: new Date(book.madeAt),
    code: bookCode(book),
  })
  for (const sheet of sheetsOf(book)) await pen.write(sheet)
  await pen.end()
}
