/** A finished workbook as a journey reads it: the words of a sheet, and the rows below a heading. */
import exceljs, { type Worksheet } from 'exceljs'

type Book = {
  /** Every cell of a sheet, a line for each row. */
  text(sheet: string): string
  /** The table whose header has this word: a record for every row, until the first that has no number in front. */
  table(sheet: string, word: string): Record<string, unknown>[]
}

export async function readBook(file: string): Promise<Book> {
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(file)
  const named = (wanted: string) => {
    const sheet = book.getWorksheet(wanted)
    if (!sheet) throw new Error(`the workbook has no ${wanted}: ${book.worksheets.map(({ name }) => name)}`)
    return sheet
  }
  return { text: (sheet) => textOf(named(sheet)), table: (sheet, word) => tableIn(named(sheet), word) }
}

function rowsOf(sheet: Worksheet): unknown[][] {
  return Array.from({ length: sheet.rowCount }, (_, at) => [...(sheet.getRow(at + 1).values as unknown[])])
}

function textOf(sheet: Worksheet): string {
  return rowsOf(sheet).map(String).join('\n')
}

function tableIn(sheet: Worksheet, word: string): Record<string, unknown>[] {
  const rows = rowsOf(sheet)
  const top = rows.findIndex((row) => row.includes(word))
  const header = rows[top] ?? []
  const body = rows.slice(top + 1)
  const end = body.findIndex((row) => typeof row[1] !== 'number')
  return body
    .slice(0, end === -1 ? body.length : end)
    .map((row) => Object.fromEntries(header.map((head, at) => [String(head).replace(/\s+/g, ' '), row[at]])))
}
