/** Reads a table from an .xlsx by its headings, wherever they stand; every row keeps its number for whoever has to mend it. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Text, text } from '#core/lang.ts'
import { refuse } from '#core/refusal.ts'

/** A column: the headings it may have, and whether a table without it is none. */
export type Column = { readonly headings: readonly string[]; readonly needed: boolean }
/** One row under the headings; what a table has no column for is empty. */
export type TableRow<Key extends string> = { readonly row: number; readonly cells: Readonly<Record<Key, string>> }

const sizeLimit = 20 * 1024 ** 2
const rowLimit = 20_000

/**
 * The rows of the first sheet that has every needed heading. Rows without a word are left out.
 * @throws Refused `not-found`, `bad-table`.
 */
export async function readTable<Key extends string>(
  path: string,
  columns: Readonly<Record<Key, Column>>,
): Promise<TableRow<Key>[]> {
  const source = basename(path)
  const found = await stat(path).catch(() => refuse('not-found', { path }))
  if (!found.isFile() || found.size > sizeLimit)
    return badTable(source, text('不是 20 MB 以内的 .xlsx 文件', 'not an .xlsx below 20 MB'))
  for (const rows of await sheetsOf(path, source)) {
    const head = rows.findIndex((row) => row && isHead(row, columns))
    if (head >= 0) return rowsBelow(rows, head, columns)
  }
  const wanted = Object.values<Column>(columns).flatMap(({ headings, needed }) => (needed ? [headings[0] ?? ''] : []))
  return badTable(source, text(`没有找到表头：${wanted.join('、')}`, `no row with the headings ${wanted.join(', ')}`))
}

/** @throws Refused `bad-table`. */
export function badTable(source: string, why: Text): never {
  return refuse('bad-table', { source, why })
}

type Sheet = (string[] | undefined)[]

async function sheetsOf(path: string, source: string): Promise<Sheet[]> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  try {
    const bytes = await readFile(path)
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  } catch {
    return badTable(
      source,
      text('不是完好的 .xlsx 文件，请用 Excel 或 WPS 另存为 .xlsx', 'not an intact .xlsx; save it again as .xlsx'),
    )
  }
  return workbook.worksheets.map((sheet) => {
    const rows: Sheet = []
    sheet.eachRow((row, number) => {
      if (number > rowLimit) return badTable(source, text(`超过 ${rowLimit} 行`, `more than ${rowLimit} rows`))
      const cells: string[] = []
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        // A merged cell says its words in every cell it covers: below and beside, that is what the table means.
        cells[column - 1] = cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cell.text.trim()
      })
      rows[number - 1] = Array.from(cells, (cell) => cell ?? '')
    })
    return rows
  })
}

function isHead(row: readonly string[], columns: Readonly<Record<string, Column>>): boolean {
  return Object.values(columns).every((column) => !column.needed || placeOf(row, column) >= 0)
}

/** Where a column stands: by its first heading that is there, then again without what stands in brackets behind one. */
function placeOf(row: readonly string[], { headings }: Column): number {
  for (const spelling of [plain, bare]) {
    const labels = row.map(spelling)
    const at = headings.map((one) => labels.indexOf(plain(one))).find((place) => place >= 0)
    if (at !== undefined) return at
  }
  return -1
}

function rowsBelow<Key extends string>(
  rows: Sheet,
  head: number,
  columns: Readonly<Record<Key, Column>>,
): TableRow<Key>[] {
  const places = Object.entries<Column>(columns).map(
    ([key, column]) => [key, placeOf(rows[head] ?? [], column)] as const,
  )
  return rows.flatMap((row, index) => {
    if (index <= head || !row || row.every((cell) => cell === '')) return []
    const cells = Object.fromEntries(places.map(([key, at]) => [key, at < 0 ? '' : (row[at] ?? '')]))
    return [{ row: index + 1, cells: cells as Record<Key, string> }]
  })
}

function plain(heading: string): string {
  return heading.normalize('NFKC').replace(/[\s:]/g, '')
}

/** 申报单位(全称) and 工种(职业) without their explanation. */
function bare(heading: string): string {
  return plain(heading).replace(/\([^()]*\)/g, '')
}
