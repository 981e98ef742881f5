/** Opens an .xlsx and gives its sheets as grids with merged cells resolved. What could fill the memory is refused first. */
import { readFile } from 'node:fs/promises'
import type { Cell as ExcelCell, Worksheet } from 'exceljs'
import { type Cell, DamagedDocument, type FormDocument, type Grid } from './grid.ts'
import { readZip } from './zip-source.ts'

/** A form or a list beyond these is neither. */
const limits = { bytes: 64 * 1024 ** 2, parts: 500, sheets: 8, rows: 5_000, columns: 120 } as const

/** Reads a workbook on disk. Throws {@link DamagedDocument}. */
export async function readXlsx(path: string): Promise<FormDocument> {
  await checkParts(path)
  try {
    const { default: ExcelJS } = await import('exceljs')
    const workbook = new ExcelJS.Workbook()
    const bytes = await readFile(path)
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
    return { kind: 'workbook', tables: workbook.worksheets.slice(0, limits.sheets).map(gridOf), paragraphs: [] }
  } catch (failure) {
    throw failure instanceof DamagedDocument ? failure : new DamagedDocument('cannot be read', { cause: failure })
  }
}

/** exceljs unpacks everything at once and believes what the archive says, so that is checked before. */
async function checkParts(path: string): Promise<void> {
  try {
    const archive = await readZip(path, path)
    await archive.close()
    const bytes = archive.files.reduce((sum, { size }) => sum + size, 0)
    if (archive.files.length > limits.parts || bytes > limits.bytes) throw new Error('too large')
  } catch (failure) {
    throw new DamagedDocument('cannot be unpacked', { cause: failure })
  }
}

function gridOf(sheet: Worksheet): Grid {
  if (sheet.rowCount > limits.rows || sheet.columnCount > limits.columns) throw new DamagedDocument('is too large')
  const cells = new Map<string, Cell>()
  const cellAt = (row: number, column: number): Cell => {
    const given = sheet.getCell(row, column)
    const master = given.isMerged ? given.master : given
    const known = cells.get(master.address)
    if (known) {
      known.rowSpan = Math.max(known.rowSpan, row - known.row)
      known.columnSpan = Math.max(known.columnSpan, column - known.column)
      return known
    }
    const cell = { row: row - 1, column: column - 1, rowSpan: 1, columnSpan: 1, text: wordsOf(master) }
    cells.set(master.address, cell)
    return cell
  }
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_, column) => cellAt(row + 1, column + 1)),
  )
}

/** What the cell shows; a day as its date, for how it is shown depends on whose computer shows it. */
function wordsOf({ value, text }: ExcelCell): string {
  const shown = value !== null && typeof value === 'object' && 'result' in value ? value.result : value
  if (shown instanceof Date) return shown.toISOString().slice(0, 10)
  return String(text ?? '').trim()
}
