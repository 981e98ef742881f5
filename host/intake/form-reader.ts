/** Reads every field of an application form from its tables and its cover, as the form's map says. */
import type { FormMap, FormRow } from '#core/form/form-map.ts'
import { type Text, text } from '#core/lang.ts'
import { type Labels, labelsOf, plainLabel } from './form-labels.ts'
import { type Cell, cellsOf, type FormDocument, type Grid } from './grid.ts'

export type FormValue = {
  readonly value: string | readonly FormRow[]
  /**
   * Where in the document it stands: `T1R3C2` is table 1, row 3, cell 2; `P5` paragraph 5 of the cover; `S1!C5` cell C5
   * of sheet 1.
   */
  readonly readFrom: string
}

/** Why a value that was read may be wrong: it did not stand where the form has it, or stood there twice. */
export type Doubt = { readonly field: string; readonly why: 'not-beside' | 'several-cells' | 'read-twice' }

export type ReadForm = {
  /** Id of the form. */
  readonly form: string
  readonly fields: Readonly<Record<string, FormValue>>
  /** Fields with nothing written in them, in printed order. */
  readonly missing: readonly string[]
  readonly doubts: readonly Doubt[]
}

type Reading = {
  readonly labels: Labels
  readonly document: FormDocument
  readonly found: Map<string, FormValue>
  readonly doubts: Map<string, Doubt>
}

/** Reads the form; null when the document is not this form. */
export function readForm(document: FormDocument, map: FormMap): ReadForm | null {
  const reading: Reading = { labels: labelsOf(map), document, found: new Map(), doubts: new Map() }
  readCover(reading)
  const seen = new Set<string>()
  document.tables.forEach((grid, table) => {
    const usedRows = readRepeated(reading, grid, table)
    for (const id of readCells(reading, grid, table, usedRows)) seen.add(id)
  })
  if (seen.size < map.enough) return null
  const { found } = reading
  return {
    form: map.id,
    fields: Object.fromEntries([...found].filter(([, { value }]) => value.length > 0)),
    missing: Object.keys(map.fields).filter((id) => !found.get(id)?.value.length),
    doubts: [...reading.doubts.values()],
  }
}

/** {@link FormValue.readFrom} in words. */
export function placeInWords(readFrom: string): Text {
  const [, table, row, cell] = /^T(\d+)R(\d+)C(\d+)$/.exec(readFrom) ?? []
  if (table) return text(`表${table}第${row}行第${cell}格`, `table ${table}, row ${row}, cell ${cell}`)
  const [, sheet, place] = /^S(\d+)!([A-Z]+\d+)$/.exec(readFrom) ?? []
  if (sheet) return text(`工作表${sheet}单元格${place}`, `sheet ${sheet}, cell ${place}`)
  return text(`封面第${readFrom.slice(1)}段`, `paragraph ${readFrom.slice(1)} of the cover`)
}

function placeOf({ document }: Reading, grid: Grid, table: number, row: number, cell: Cell): string {
  if (document.kind === 'workbook') return `S${table + 1}!${columnName(cell.column)}${cell.row + 1}`
  return `T${table + 1}R${row + 1}C${cellsOf(grid, row).indexOf(cell) + 1}`
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** The first place where something is written counts; another that says something else is a doubt. */
function keep({ found, doubts }: Reading, id: string, entry: FormValue): void {
  const before = found.get(id)
  if (!before?.value.length) {
    found.set(id, entry)
    return
  }
  if (entry.value.length > 0 && entry.value !== before.value) doubts.set(id, { field: id, why: 'read-twice' })
}

function coverValue(labels: Labels, words: string): string {
  return labels.writtenOnLine(words.replace(/[（(]\s*(公|盖|加盖公)\s*章\s*[）)]\s*$/, ''))
}

function readCover(reading: Reading): void {
  reading.document.paragraphs.forEach((words, at) => {
    readCoverLine(reading, words, `P${at + 1}`)
  })
}

/** A line such as 申 报 单 位　某厂（公章）: label and value with no more than white space between them. */
function readCoverLine(reading: Reading, words: string, readFrom: string): boolean {
  for (const { id, pattern } of reading.labels.coverPatterns) {
    const value = pattern.exec(words)?.[1]
    if (value === undefined) continue
    keep(reading, id, { value: coverValue(reading.labels, value), readFrom })
    return true
  }
  return false
}

type Headings = {
  readonly id: string
  /** Heading cells by column id. */
  readonly columns: ReadonlyMap<string, Cell>
  /** Every cell of the heading row under the group's own cell, headings nobody knows included. */
  readonly all: readonly Cell[]
  /** The merged cell to the left that names the table. */
  readonly group: Cell | undefined
}

/** Tells whether a row is the head of a repeated table: all its headings but at most one are there. */
function headingsIn({ labels }: Reading, grid: Grid, row: number): Headings | undefined {
  const cells = cellsOf(grid, row)
  for (const [id, columns] of labels.repeated) {
    const there = new Map<string, Cell>()
    for (const cell of cells) {
      const label = plainLabel(cell.text)
      const column = Object.keys(columns).find(
        (name) => !there.has(name) && columns[name]?.printed.some((words) => plainLabel(words) === label),
      )
      if (column) there.set(column, cell)
    }
    if (there.size < Math.max(2, Object.keys(columns).length - 1)) continue
    const first = Math.min(...[...there.values()].map(({ column }) => column))
    const group = cells.find((cell) => cell.column < first && cell.text.trim() !== '')
    return { id, columns: there, all: cells.filter((cell) => !group || cell.column > group.column), group }
  }
  return undefined
}

/** Reads the repeated tables of a grid and returns the rows they take up. */
function readRepeated(reading: Reading, grid: Grid, table: number): Set<number> {
  const { found } = reading
  const used = new Set<number>()
  for (let head = 0; head < grid.length; head++) {
    const headings = headingsIn(reading, grid, head)
    if (!headings) continue
    used.add(head)
    const rows: FormRow[] = []
    for (let row = head + 1; row < grid.length && belongs(reading, grid, row, headings.group); row++) {
      used.add(row)
      const values = valuesIn(reading, grid, row, headings)
      if (Object.values(values).some(Boolean)) rows.push(values)
    }
    const before = found.get(headings.id)
    const [first] = headings.columns.values()
    if (before && typeof before.value !== 'string')
      found.set(headings.id, { ...before, value: [...before.value, ...rows] })
    else if (first) found.set(headings.id, { value: rows, readFrom: placeOf(reading, grid, table, head, first) })
  }
  return used
}

/** True while a row still lies under the heading: in its merged cell, or added below it by hand. */
function belongs(reading: Reading, grid: Grid, row: number, group: Cell | undefined): boolean {
  const cells = cellsOf(grid, row)
  const [first] = cells
  if (!first || (group && cells.includes(group))) return first !== undefined
  const isNextSection =
    cells.some(({ text: words }) => reading.labels.inTable(words).length > 0) ||
    headingsIn(reading, grid, row) !== undefined
  return !isNextSection && (!group || !first.text.trim())
}

function valuesIn({ labels }: Reading, grid: Grid, row: number, { id, columns, all, group }: Headings): FormRow {
  const cells = cellsOf(grid, row).filter((cell) => cell !== group && (!group || cell.column > group.column))
  const inOrder = cells.length === all.length
  const values: Record<string, string> = {}
  for (const column of Object.keys(labels.map.fields[id]?.columns ?? {})) values[column] = ''
  for (const [column, heading] of columns) {
    const cell = inOrder ? cells[all.indexOf(heading)] : grid[row]?.[heading.column]
    if (cell && cell !== group) values[column] = labels.writtenOnLine(cell.text)
  }
  return values
}

/** Reads label after label and returns the fields whose labels were there. */
function readCells(reading: Reading, grid: Grid, table: number, usedRows: ReadonlySet<number>): Set<string> {
  const { labels } = reading
  const seen = new Set<string>()
  let last = ''
  grid.forEach((_, row) => {
    if (usedRows.has(row)) return
    for (const cell of cellsOf(grid, row)) {
      if (cell.row !== row) continue
      const candidates = labels.inTable(cell.text)
      const id = whichOf(labels.map, candidates, last)
      if (id) {
        seen.add(id)
        readBeside(reading, grid, table, cell, id)
      } else readWithin(reading, grid, table, cell)
      if (candidates.length === 1) last = candidates[0] ?? ''
    }
  })
  return seen
}

/** Which field a label stands for: the one behind the field just read, else the one that needs none before it. */
function whichOf(map: FormMap, candidates: readonly string[], last: string): string | undefined {
  return (
    candidates.find((id) => map.fields[id]?.after === last) ??
    candidates.find((id) => map.fields[id]?.after === undefined)
  )
}

function readBeside(reading: Reading, grid: Grid, table: number, label: Cell, id: string): void {
  const { labels, doubts } = reading
  const field = labels.map.fields[id]
  if (!field) return
  const isLine = field.kind === 'line'
  const cells = field.below ? cellsBelow(grid, label) : cellsRight(labels, grid, label, isLine)
  const filled = cells.filter(({ text: words }) => words.trim() !== '')
  const first = filled[0] ?? cells[0]
  if (!first) return
  if (isLine && filled.length > 1) doubts.set(id, { field: id, why: 'several-cells' })
  else if (isLine && filled.length === 1 && first !== cells[0]) doubts.set(id, { field: id, why: 'not-beside' })
  const words = isLine ? first.text : cells.map((cell) => cell.text).join('\n')
  keep(reading, id, {
    value: isLine ? labels.writtenOnLine(words) : labels.written(words),
    readFrom: placeOf(reading, grid, table, first.row, first),
  })
}

function cellsBelow(grid: Grid, label: Cell): Cell[] {
  const below = grid[label.row + label.rowSpan]?.[label.column]
  return below ? [below] : []
}

/** The cells right of a label up to the next label; of a long text those of every row the label covers. */
function cellsRight(labels: Labels, grid: Grid, label: Cell, isLine: boolean): Cell[] {
  const right: Cell[] = []
  const rows = isLine ? 1 : label.rowSpan
  for (let row = label.row; row < label.row + rows; row++) {
    for (const cell of cellsOf(grid, row)) {
      if (cell.column <= label.column || right.includes(cell)) continue
      if (labels.inTable(cell.text).length > 0) break
      right.push(cell)
    }
  }
  return right
}

/** Reads a cell that holds label and value together, such as 联系电话：0991-…, and the lines of a cover laid out as a table. */
function readWithin(reading: Reading, grid: Grid, table: number, cell: Cell): void {
  const { labels } = reading
  const readFrom = placeOf(reading, grid, table, cell.row, cell)
  const cover = labels.onCover(cell.text)
  const beside = cellsOf(grid, cell.row).find((other) => other.column > cell.column && other.text.trim() !== '')
  if (cover && beside) {
    keep(reading, cover, {
      value: coverValue(labels, beside.text),
      readFrom: placeOf(reading, grid, table, cell.row, beside),
    })
    return
  }
  const isAlone = cellsOf(grid, cell.row).every((other) => other === cell || other.text.trim() === '')
  if (isAlone && readCoverLine(reading, cell.text, readFrom)) return
  const [, label, value] = /^([^:：]{2,40})[:：]([\s\S]+)$/.exec(cell.text.trim()) ?? []
  if (!label || !value) return
  const [id] = labels.inTable(label)
  if (id)
    keep(reading, id, {
      value: labels.map.fields[id]?.kind === 'line' ? labels.writtenOnLine(value) : labels.written(value),
      readFrom,
    })
  else {
    const onCover = labels.onCover(label)
    if (onCover) keep(reading, onCover, { value: coverValue(labels, value), readFrom })
  }
}
