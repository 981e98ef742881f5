/** Cells of sheet models as a flat file that a peer in C reads, and what a workbook holds, to be compared with it. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { readPackage, textOfPart } from '#core/opc/package.ts'
import type { SheetModel } from '#host/papers/sheets/model.ts'

export type CellSum = { readonly cells: number; readonly sum: number }

/** Records of kind, row, column, style, length and bytes: S begins a sheet, N is a number, T a text, B an empty cell. */
export function writeCells(file: string, sheets: Iterable<SheetModel>): void {
  const out = openSync(file, 'w')
  const styles = new Map<string, number>()
  for (const { rows } of sheets) {
    const parts = [recordOf('S', 0, 0, 0, Buffer.alloc(0))]
    rows.forEach(({ cells }, row) => {
      for (const { value, kind, piece, from, to } of cells) {
        const key = `${kind} ${piece}`
        const style = styles.get(key) ?? styles.set(key, styles.size).size - 1
        parts.push(cellOf(value, row, from - 1, style))
        for (let column = from; column < to; column += 1) parts.push(cellOf(null, row, column, style))
      }
    })
    writeSync(out, Buffer.concat(parts))
  }
  closeSync(out)
}

function cellOf(value: string | number | null, row: number, column: number, style: number): Buffer {
  if (value === null) return recordOf('B', row, column, style, Buffer.alloc(0))
  if (typeof value === 'string') return recordOf('T', row, column, style, Buffer.from(value))
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return recordOf('N', row, column, style, bytes)
}

function recordOf(kind: string, row: number, column: number, style: number, bytes: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.write(kind, 'latin1')
  head.writeUInt32LE(row, 1)
  head.writeUInt16LE(column, 5)
  head.writeUInt16LE(style, 7)
  head.writeUInt32LE(bytes.length, 9)
  return Buffer.concat([head, bytes])
}

/** How many cells of a workbook hold something, and the sum of its numbers. */
export function sumOf(workbook: Uint8Array): CellSum {
  const book = readPackage(workbook)
  let cells = 0
  let sum = 0
  for (const name of book.parts.keys()) {
    if (!name.startsWith('/xl/worksheets/sheet')) continue
    for (const [, look = '', value = ''] of (textOfPart(book, name) ?? '').matchAll(
      /<c r="[A-Z]+\d+"([^>]*)><v>([^<]*)<\/v>/g,
    )) {
      cells += 1
      if (!look.includes('t="s"')) sum += Number(value)
    }
  }
  return { cells, sum: Math.round(sum * 100) / 100 }
}

/** Null when both hold the same, else what differs. */
export function sameCells(answers: Readonly<Record<string, unknown>>): string | null {
  const [mine, ...others] = Object.values(answers) as CellSum[]
  const wrong = others.find((one) => one.cells !== mine?.cells || Math.abs(one.sum - (mine?.sum ?? 0)) > 0.01)
  return wrong ? `${JSON.stringify(mine)}, not ${JSON.stringify(wrong)}` : null
}
