/** Reads a workbook back, the way a clerk looks for a line in it. */
import ExcelJS, { type Worksheet } from 'exceljs'
import type { PaperBook } from '#host/papers/book.ts'
import { buildWorkbook } from '#host/papers/workbook.ts'

/** The workbook of a book, read back. */
export async function read(book: PaperBook) {
  const bytes = await buildWorkbook(book)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer)
  const sheet = (name: string): Worksheet => {
    const found = workbook.getWorksheet(name)
    if (!found) throw new Error(`no sheet ${name}`)
    return found
  }
  return { bytes, workbook, sheet }
}

/** The cells of a row without the repetitions of merged ones. */
export function valuesOf(sheet: Worksheet, row: number) {
  const values: unknown[] = []
  sheet.getRow(row).eachCell({ includeEmpty: false }, (cell) => {
    if (cell.master.address === cell.address) values.push(cell.value)
  })
  return values
}

/** The row whose first cells are these. */
export function rowStarting(sheet: Worksheet, ...start: unknown[]): unknown[] {
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    const values = valuesOf(sheet, row)
    if (start.every((value, at) => values[at] === value)) return values
  }
  throw new Error(`${sheet.name} has no row ${start.join(' | ')}`)
}

/** Everything a sheet says, row by row. */
export function textOf(sheet: Worksheet): string {
  const texts: string[] = []
  sheet.eachRow((_, row) => texts.push(valuesOf(sheet, row).join(' | ')))
  return texts.join('\n')
}
