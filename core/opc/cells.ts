/** The cells of a workbook, read from its parts without any spreadsheet library: what a reader is shown. */
import { SaxesParser } from 'saxes'
import { relationshipTypes } from './names.ts'
import { type Package, readRelationships, relationshipsOf, resolveTarget, textOfPart } from './package.ts'
import { childrenOf, find, parseXml } from './xml.ts'

export type ReadSheet = {
  readonly name: string
  readonly part: string
  /** By address; a number or a text. Empty cells are left out. */
  readonly cells: ReadonlyMap<string, string | number>
  /** Addresses of cells with formulas; a signed workbook has none. */
  readonly formulas: readonly string[]
}

const workbookPart = '/xl/workbook.xml'
export const stringsPart = '/xl/sharedStrings.xml'

/** Every sheet by name and part, in the order of the workbook. @throws Error when the workbook cannot be read. */
export function sheetParts(pkg: Package): { name: string; part: string }[] {
  const sheets = find(parseXml(textOfPart(pkg, workbookPart) ?? ''), 'sheets')
  const relations = new Map(
    readRelationships(pkg.parts.get(relationshipsOf(workbookPart)) ?? new Uint8Array())
      .filter(({ type }) => type === relationshipTypes.worksheet)
      .map(({ id, target }) => [id, resolveTarget(workbookPart, target)]),
  )
  return (sheets ? childrenOf(sheets, 'sheet') : []).map(({ attributes }) => ({
    name: attributes.name ?? '',
    part: relations.get(attributes['r:id'] ?? '') ?? '',
  }))
}

/** The texts cells refer to by number. */
export function sharedStrings(pkg: Package): string[] {
  const text = textOfPart(pkg, stringsPart)
  if (text === undefined) return []
  const strings: string[] = []
  let current = ''
  let isText = false
  read(text, {
    open: (name) => {
      if (name === 'si') current = ''
      if (name === 't') isText = true
    },
    close: (name) => {
      if (name === 't') isText = false
      if (name === 'si') strings.push(current)
    },
    text: (words) => {
      if (isText) current += words
    },
  })
  return strings
}

/** Reads one sheet. @throws Error when it is not well-formed. */
export function readSheet(
  pkg: Package,
  { name, part }: { name: string; part: string },
  strings: readonly string[],
): ReadSheet {
  const cells = new Map<string, string | number>()
  const formulas: string[] = []
  let cell = { address: '', type: 'n' }
  let value = ''
  let isValue = false
  read(textOfPart(pkg, part) ?? '', {
    open: (tag, attributes) => {
      if (tag === 'c') {
        cell = { address: attributes.r ?? '', type: attributes.t ?? 'n' }
        value = ''
      }
      if (tag === 'f') formulas.push(cell.address)
      if (tag === 'v' || tag === 't') isValue = true
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') isValue = false
      if (tag !== 'c' || value === '') return
      if (cell.type === 's') cells.set(cell.address, strings[Number(value)] ?? '')
      else cells.set(cell.address, cell.type === 'n' ? Number(value) : value)
    },
    text: (words) => {
      if (isValue) value += words
    },
  })
  return { name, part, cells, formulas }
}

type Handlers = {
  open: (name: string, attributes: Record<string, string>) => void
  close: (name: string) => void
  text: (words: string) => void
}

function read(text: string, { open, close, text: words }: Handlers): void {
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (problem) => {
    throw problem
  })
  parser.on('doctype', () => {
    throw new Error('a document type is not allowed')
  })
  parser.on('opentag', ({ name, attributes }) => open(name, attributes))
  parser.on('closetag', ({ name }) => close(name))
  parser.on('text', words)
  parser.on('cdata', words)
  parser.write(text.replace(/^\uFEFF/, '')).close()
}
