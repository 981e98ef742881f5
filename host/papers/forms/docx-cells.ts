/** The cells of a Word document's tables as places in its XML, so that one can be written into and nothing else is touched. */

/** A cell: from where to where it stands in the XML, its row and place in the row, and what it says. */
export type DocxCell = {
  readonly begin: number
  readonly end: number
  readonly table: number
  readonly row: number
  readonly column: number
  readonly text: string
}

type Open = { table: number; row: number; column: number; begin: number }

/** Every cell, in the order in which they end: a cell of an inner table before the one that holds it. */
export function cellsOf(xml: string): DocxCell[] {
  const cells: DocxCell[] = []
  const tables: { table: number; row: number; column: number }[] = []
  const open: Open[] = []
  let count = 0
  for (const match of xml.matchAll(/<(\/?)w:(tbl|tr|tc)(?=[\s/>])[^>]*?(\/?)>/g)) {
    const [tag, closing, name, empty] = match
    if (empty) continue
    const table = tables.at(-1)
    if (name === 'tbl') {
      if (closing) tables.pop()
      else tables.push({ table: count++, row: -1, column: -1 })
    } else if (name === 'tr' && !closing && table) {
      table.row += 1
      table.column = -1
    } else if (name === 'tc' && !closing && table) {
      table.column += 1
      open.push({ ...table, begin: match.index })
    } else if (name === 'tc' && closing) {
      const begun = open.pop()
      if (!begun) continue
      const end = match.index + tag.length
      cells.push({ ...begun, end, text: textOf(xml.slice(begun.begin, end)) })
    }
  }
  return cells
}

/** What a piece of a document says, a line for each paragraph. */
export function textOf(xml: string): string {
  return xml
    .replace(/<w:(instrText|delText)\b[^>]*>[\s\S]*?<\/w:\1>/g, '')
    .replace(/<\/w:p>|<w:br\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? '')
    .trim()
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** A label without blanks: how a form's cells are recognised. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}

/** The paragraphs of a cell, as places within its XML; those of an inner table are left alone. */
function paragraphsOf(cell: string): { begin: number; end: number; xml: string }[] {
  const found: { begin: number; end: number; xml: string }[] = []
  let depth = 0
  for (const match of cell.matchAll(/<(\/?)w:tbl(?=[\s>])[^>]*>|<w:p(?=[\s/>])(?:[^>]*\/>|[^>]*>[\s\S]*?<\/w:p>)/g)) {
    if (match[0].startsWith('<w:tbl')) depth += 1
    else if (match[0].startsWith('</w:tbl')) depth -= 1
    else if (depth === 0) found.push({ begin: match.index, end: match.index + match[0].length, xml: match[0] })
  }
  return found
}

/**
 * A cell with text written into it: into its first empty paragraphs, before whatever is printed there (签字, 年月日).
 * Each line becomes a paragraph in the look of the empty one. Answers null when the cell has no paragraph at all.
 */
export function writeInto(cell: string, lines: readonly string[]): string | null {
  // A text box in a cell holds paragraphs within a paragraph: nothing is written there.
  if (cell.includes('w:txbxContent')) return null
  const paragraphs = paragraphsOf(cell)
  const place = paragraphs.find(({ xml }) => textOf(xml) === '') ?? null
  const printed = paragraphs.find(({ xml }) => textOf(xml) !== '') ?? null
  const model = place ?? printed
  if (!model) return null
  const look = {
    paragraph: model.xml.match(/<w:pPr\b[\s\S]*?<\/w:pPr>|<w:pPr\/>/)?.[0] ?? '',
    run: runLookOf(model.xml) || (printed ? runLookOf(printed.xml) : ''),
  }
  if (place) {
    const written = lines.map((line) => paragraph(line, look)).join('')
    return cell.slice(0, place.begin) + written + cell.slice(place.end)
  }
  const written = lines.map((line) => paragraph(line, { ...look, paragraph: '' })).join('')
  return cell.slice(0, model.begin) + written + cell.slice(model.begin)
}

/** The look of a paragraph's text: of its first run, or of its mark. */
function runLookOf(xml: string): string {
  const run = xml.match(/<w:r(?=[\s>])[^>]*>\s*(<w:rPr>[\s\S]*?<\/w:rPr>)/)?.[1]
  if (run) return run
  const mark = xml.match(/<w:pPr\b[\s\S]*?(<w:rPr>[\s\S]*?<\/w:rPr>)[\s\S]*?<\/w:pPr>/)?.[1]
  return (mark ?? '').replace(/<w:(ins|del|moveFrom|moveTo|rPrChange)\b[\s\S]*?(\/>|<\/w:\1>)/g, '')
}

function paragraph(line: string, look: { paragraph: string; run: string }): string {
  const escaped = line.replace(/[<>&]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[sign] ?? sign)
  return `<w:p>${look.paragraph}<w:r>${look.run}<w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`
}
