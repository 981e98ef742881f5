/** Tables as a person sees them, whichever program wrote them. */

/** One cell; a merged cell is one object, found at every place it covers. */
export type Cell = {
  readonly row: number
  readonly column: number
  columnSpan: number
  rowSpan: number
  /** Paragraphs joined by line feeds. */
  text: string
}

/** `grid[row][column]` is the cell that covers this place; `undefined` where a row is shorter. */
export type Grid = readonly (readonly (Cell | undefined)[])[]

/** A document's tables, and the text outside them without empty paragraphs. */
export type FormDocument = {
  readonly kind: 'word' | 'workbook'
  readonly tables: readonly Grid[]
  readonly paragraphs: readonly string[]
}

/** Says that a file is not an intact Word or Excel file; intake names it `broken-docx` or `broken-xlsx`. */
export class DamagedDocument extends Error {}

/** The different cells of a row from left to right, those reaching down from above included. */
export function cellsOf(grid: Grid, row: number): Cell[] {
  return [...new Set(grid[row] ?? [])].filter((cell) => cell !== undefined)
}
