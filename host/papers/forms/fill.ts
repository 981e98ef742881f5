/** Fills the panel's part of an official form into a copy of the applicant's own Word file; nothing else of it changes. */
import { clean } from '../words.ts'
import { cellsOf, type DocxCell, squeezed, writeInto } from './docx-cells.ts'
import { exchangePart, readPart } from './zip-part.ts'

export type PanelPart = {
  /** What the panel concluded, in paragraphs. */
  readonly opinion: readonly string[]
  readonly experts: readonly { readonly name: string; readonly post: string; readonly phone: string }[]
}

export type Filled = {
  readonly bytes: Buffer
  /** Experts whom the form's own rows could not hold; they go on a continuation sheet. */
  readonly left: PanelPart['experts']
}

const body = 'word/document.xml'
/** Labels beside which the experts' opinion is written, in the forms of the schemes. */
const opinionLabels = ['专家评估意见', '专家评审意见']
const panelHead = ['姓名', '单位及职务/职称', '手机', '签名']

/**
 * Writes opinion and panel where the form has a place for them.
 * Null when the file is no Word document of that form: a scan, an old .doc, another form.
 */
export function fillForm(docx: Buffer, part: PanelPart): Filled | null {
  const xml = readPart(docx, body)?.toString('utf8')
  if (xml === undefined) return null
  const cells = cellsOf(xml)
  const opinion = opinionCell(cells)
  const rows = panelRows(cells)
  if (!opinion && rows.length === 0) return null
  const edits: { cell: DocxCell; lines: readonly string[] }[] = []
  if (opinion) edits.push({ cell: opinion, lines: part.opinion.map(clean) })
  rows.forEach((row, at) => {
    const expert = part.experts[at]
    if (!expert) return
    const texts = [expert.name, expert.post, expert.phone]
    texts.forEach((text, column) => {
      const cell = row[column]
      if (cell) edits.push({ cell, lines: [clean(text)] })
    })
  })
  const written = writeAll(xml, edits)
  const bytes = written === null ? null : exchangePart(docx, body, Buffer.from(written, 'utf8'))
  return bytes && { bytes, left: part.experts.slice(rows.length > 0 ? rows.length : part.experts.length) }
}

function writeAll(xml: string, edits: readonly { cell: DocxCell; lines: readonly string[] }[]): string | null {
  let written = xml
  for (const { cell, lines } of edits.toSorted((a, b) => b.cell.begin - a.cell.begin)) {
    const filled = writeInto(written.slice(cell.begin, cell.end), lines)
    if (filled === null) return null
    written = written.slice(0, cell.begin) + filled + written.slice(cell.end)
  }
  return written
}

/** The cell right of the label, or under it where the label has the row for itself. */
function opinionCell(cells: readonly DocxCell[]): DocxCell | null {
  const label = cells.find(({ text }) => opinionLabels.includes(squeezed(text)))
  if (!label) return null
  const beside = cells.find(
    ({ table, row, column }) => table === label.table && row === label.row && column === label.column + 1,
  )
  return beside ?? cells.find(({ table, row }) => table === label.table && row === label.row + 1) ?? null
}

/** The empty rows under 姓名 | 单位及职务/职称 | 手机 | 签名, as their four cells. */
function panelRows(cells: readonly DocxCell[]): DocxCell[][] {
  const rows = [...Map.groupBy(cells, ({ table, row }) => `${table}/${row}`).values()]
  const startOf = (row: readonly DocxCell[]) =>
    row.findIndex((_, at) => panelHead.every((name, step) => squeezed(row[at + step]?.text ?? '') === name))
  const head = rows.findIndex((row) => startOf(row) >= 0)
  const [first] = rows[head] ?? []
  if (head < 0 || !first) return []
  const before = startOf(rows[head] ?? [])
  const width = rows[head]?.length ?? 0
  const found: DocxCell[][] = []
  for (const row of rows.slice(head + 1)) {
    const four = row.slice(before, before + panelHead.length)
    const isOfTable = row[0]?.table === first.table && row.length === width
    if (!isOfTable || four.length < panelHead.length || four.some(({ text }) => text !== '')) break
    found.push(four)
  }
  return found
}
