/** Reads every field of annex 1 (乌鲁木齐市技能大师工作室申报表) from the form's own tables and cover. */

import { type UrumqiFieldId, urumqiAnnex1 } from '#core/form/urumqi-annex-1.ts'
import { type Text, text } from '#core/lang.ts'
import type { Cell, DocxContent, Grid } from './docx-tables.ts'
import { coverLabels, fieldLabelled, plainLabel, rowLabels, writtenIn, writtenOnLine } from './urumqi-labels.ts'

/** One row of a repeated table, by the column ids of the field list. */
export type FormRow = Readonly<Record<string, string>>
export type FormValue = {
  readonly value: string | readonly FormRow[]
  /** Where in the document it stands: `T1R3C2` is table 1, row 3, cell 2 and `P5` paragraph 5 of the cover. */
  readonly readFrom: string
}
export type ReadForm = {
  readonly fields: Readonly<Partial<Record<UrumqiFieldId, FormValue>>>
  /** Fields with nothing written in them, in printed order. */
  readonly missing: readonly UrumqiFieldId[]
}

/** A document with fewer of the printed labels is some other document. */
const labelsOfAForm = 8

/** Reads the form; null when the document is not this form. */
export function readUrumqiForm({ tables, paragraphs }: DocxContent): ReadForm | null {
  const found = new Map<UrumqiFieldId, FormValue>()
  let labels = 0
  readCover(paragraphs, found)
  tables.forEach((grid, at) => {
    const usedRows = readRepeated(grid, at, found)
    labels += readCells(grid, at, usedRows, found)
  })
  if (labels < labelsOfAForm) return null
  const missing = urumqiAnnex1.map(({ id }) => id).filter((id) => !found.get(id)?.value.length)
  const fields = Object.fromEntries([...found].filter(([, { value }]) => value.length > 0))
  return { fields, missing }
}

/** {@link FormValue.readFrom} in words. */
export function placeInWords(readFrom: string): Text {
  const [, table, row, cell] = /^T(\d+)R(\d+)C(\d+)$/.exec(readFrom) ?? []
  if (table) return text(`表${table}第${row}行第${cell}格`, `table ${table}, row ${row}, cell ${cell}`)
  return text(`封面第${readFrom.slice(1)}段`, `paragraph ${readFrom.slice(1)} of the cover`)
}

function keep(found: Map<UrumqiFieldId, FormValue>, id: UrumqiFieldId, entry: FormValue): void {
  if (!found.get(id)?.value.length) found.set(id, entry)
}

function loosely(label: string): string {
  const spaced = Array.from(label, (character) => ({ '(': '[(（]', ')': '[)）]' })[character] ?? character)
  return spaced.join('\\s*')
}

const coverPatterns = Object.entries(coverLabels).flatMap(([id, labels]) =>
  labels.map((label) => ({
    id: id as UrumqiFieldId,
    label,
    pattern: new RegExp(`^\\s*${loosely(label)}\\s*[:：]?(?![（(]工种)(.*)$`),
  })),
)

function coverValue(words: string): string {
  return writtenOnLine(words.replace(/[（(]\s*(公|盖|加盖公)\s*章\s*[）)]\s*$/, ''))
}

function readCover(paragraphs: readonly string[], found: Map<UrumqiFieldId, FormValue>): void {
  paragraphs.forEach((words, at) => {
    for (const { id, pattern } of coverPatterns) {
      const value = pattern.exec(words)?.[1]
      if (value === undefined) continue
      keep(found, id, { value: coverValue(value), readFrom: `P${at + 1}` })
      return
    }
  })
}

/** The different cells of a row from left to right, those reaching down from above included. */
function cellsOf(grid: Grid, row: number): Cell[] {
  return [...new Set(grid[row] ?? [])].filter((cell) => cell !== undefined)
}

function placeOf(grid: Grid, table: number, row: number, cell: Cell): string {
  return `T${table + 1}R${row + 1}C${cellsOf(grid, row).indexOf(cell) + 1}`
}

type Headings = { readonly id: 'members' | 'awards'; readonly columns: ReadonlyMap<string, Cell> }

/** Tells whether a row is the head of a repeated table: all its headings but at most one are there. */
function headingsIn(grid: Grid, row: number): Headings | undefined {
  for (const [id, columns] of Object.entries(rowLabels) as [
    Headings['id'],
    Readonly<Record<string, readonly string[]>>,
  ][]) {
    const there = new Map<string, Cell>()
    for (const cell of cellsOf(grid, row)) {
      const label = plainLabel(cell.text)
      const column = Object.keys(columns).find((name) => !there.has(name) && columns[name]?.includes(label))
      if (column) there.set(column, cell)
    }
    if (there.size >= Object.keys(columns).length - 1) return { id, columns: there }
  }
  return undefined
}

/** Reads the repeated tables of a grid and returns the rows they take up. */
function readRepeated(grid: Grid, table: number, found: Map<UrumqiFieldId, FormValue>): Set<number> {
  const used = new Set<number>()
  for (let head = 0; head < grid.length; head++) {
    const headings = headingsIn(grid, head)
    if (!headings) continue
    used.add(head)
    const headCells = [...headings.columns.values()]
    const group = cellsOf(grid, head).find((cell) => cell.column < Math.min(...headCells.map(({ column }) => column)))
    const rows: FormRow[] = []
    for (let row = head + 1; row < grid.length && belongs(grid, row, group); row++) {
      used.add(row)
      const values = valuesIn(grid, row, headings, headCells, group)
      if (Object.values(values).some(Boolean)) rows.push(values)
    }
    const before = found.get(headings.id)
    if (before && typeof before.value !== 'string')
      found.set(headings.id, { ...before, value: [...before.value, ...rows] })
    else if (headCells[0]) found.set(headings.id, { value: rows, readFrom: placeOf(grid, table, head, headCells[0]) })
  }
  return used
}

/** True while a row still lies under the heading: in its merged cell, or added below it by hand. */
function belongs(grid: Grid, row: number, group: Cell | undefined): boolean {
  const first = cellsOf(grid, row)[0]
  if (!first || first === group) return first !== undefined
  const isNextSection = fieldLabelled(first.text) !== undefined || headingsIn(grid, row) !== undefined
  return !isNextSection && (!group || !first.text.trim())
}

function valuesIn(
  grid: Grid,
  row: number,
  headings: Headings,
  headCells: readonly Cell[],
  group: Cell | undefined,
): FormRow {
  const cells = cellsOf(grid, row).filter((cell) => cell !== group)
  const inOrder = cells.length === headCells.length
  const values: Record<string, string> = {}
  for (const column of Object.keys(rowLabels[headings.id])) values[column] = ''
  let at = 0
  for (const [column, heading] of headings.columns) {
    const cell = inOrder ? cells[at++] : grid[row]?.[heading.column]
    if (cell && cell !== group) values[column] = writtenOnLine(cell.text)
  }
  return values
}

const kinds = new Map(urumqiAnnex1.map(({ id, kind }) => [id, kind]))

/** Reads label after label and returns how many different labels there were. */
function readCells(
  grid: Grid,
  table: number,
  usedRows: ReadonlySet<number>,
  found: Map<UrumqiFieldId, FormValue>,
): number {
  const seen = new Set<UrumqiFieldId>()
  grid.forEach((_, row) => {
    if (usedRows.has(row)) return
    for (const cell of cellsOf(grid, row)) {
      if (cell.row !== row) continue
      const id = fieldLabelled(cell.text)
      if (id) {
        seen.add(id)
        readBeside(grid, table, cell, id, found)
      } else readWithin(grid, table, cell, found)
    }
  })
  return seen.size
}

function readBeside(
  grid: Grid,
  table: number,
  label: Cell,
  id: UrumqiFieldId,
  found: Map<UrumqiFieldId, FormValue>,
): void {
  const isLine = kinds.get(id) === 'line'
  const beside: Cell[] = []
  for (let row = label.row; row < label.row + label.rowSpan; row++) {
    const right = cellsOf(grid, row).filter((cell) => cell.column > label.column && !beside.includes(cell))
    beside.push(...(isLine ? right.slice(0, row === label.row ? 1 : 0) : right))
  }
  const values = beside.filter((cell) => !fieldLabelled(cell.text))
  const [first] = values
  if (!first) return
  const words = values.map((cell) => cell.text).join('\n')
  keep(found, id, {
    value: isLine ? writtenOnLine(words) : writtenIn(words),
    readFrom: placeOf(grid, table, first.row, first),
  })
}

/** Reads a cell that holds label and value together, such as 联系电话：0991-…, and the lines of a cover laid out as a table. */
function readWithin(grid: Grid, table: number, cell: Cell, found: Map<UrumqiFieldId, FormValue>): void {
  const readFrom = placeOf(grid, table, cell.row, cell)
  const cover = Object.entries(coverLabels).find(([, labels]) => labels.includes(plainLabel(cell.text)))
  const beside = cellsOf(grid, cell.row).find((other) => other.column > cell.column)
  if (cover && beside) {
    keep(found, cover[0] as UrumqiFieldId, {
      value: coverValue(beside.text),
      readFrom: placeOf(grid, table, cell.row, beside),
    })
    return
  }
  const [, label, value] = /^([^:：]{2,40})[:：]([\s\S]+)$/.exec(cell.text.trim()) ?? []
  const id = label && fieldLabelled(label)
  if (id && value)
    keep(found, id, { value: kinds.get(id) === 'line' ? writtenOnLine(value) : writtenIn(value), readFrom })
}
