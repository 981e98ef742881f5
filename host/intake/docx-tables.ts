/** Opens a .docx and gives its tables as grids with merged cells resolved, and the paragraphs outside them. */
import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import { fromBufferPromise, type ZipFile } from 'yauzl'
import { type Cell, DamagedDocument, type FormDocument, type Grid } from './grid.ts'

/** A form beyond these is not a form; they keep a hostile file from eating the memory. */
export const docxLimits = { xmlBytes: 16 * 1024 ** 2, entries: 2_000, columns: 200, rows: 5_000, nesting: 60 } as const

/** Reads a .docx held in memory. Throws {@link DamagedDocument}. */
export async function readDocx(bytes: Buffer): Promise<FormDocument> {
  const xml = await documentXml(bytes)
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new DamagedDocument('declares entities')
  const body = parseBody(xml)
  const tables: Grid[] = []
  const paragraphs: string[] = []
  for (const block of blocksOf(body, 0)) {
    if (block.localName === 'tbl') tables.push(gridOf(block))
    else for (const line of textOf(block).split('\n')) if (line.trim()) paragraphs.push(line)
  }
  return { kind: 'word', tables, paragraphs }
}

async function documentXml(bytes: Buffer): Promise<string> {
  try {
    const zip = await fromBufferPromise(bytes)
    if (zip.entryCount > docxLimits.entries) throw new Error('too many parts')
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== 'word/document.xml') continue
      if (entry.uncompressedSize > docxLimits.xmlBytes) throw new Error('too large')
      return await partText(zip, entry)
    }
  } catch (failure) {
    throw new DamagedDocument('cannot be unpacked', { cause: failure })
  }
  throw new DamagedDocument('has no text part')
}

async function partText(zip: ZipFile, entry: Parameters<ZipFile['openReadStreamPromise']>[0]): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

function parseBody(xml: string): Element {
  try {
    const parser = new DOMParser({
      onError(level, message) {
        if (level !== 'warning') throw new DamagedDocument(message)
      },
    })
    const root = parser.parseFromString(xml, 'text/xml').documentElement
    const body = root && childrenOf(root).find(({ localName }) => localName === 'body')
    if (body) return body
  } catch (failure) {
    throw new DamagedDocument('is not well-formed', { cause: failure })
  }
  throw new DamagedDocument('has no body')
}

const elementNode = 1

function childrenOf(parent: Element): Element[] {
  const children: Element[] = []
  for (let node: Node | null = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === elementNode) children.push(node as Element)
  }
  return children
}

/** Wrappers Word puts around text, cells and tables: content controls, tracked insertions, links. */
const transparent = new Set([
  'sdt',
  'sdtContent',
  'ins',
  'moveTo',
  'smartTag',
  'customXml',
  'hyperlink',
  'fldSimple',
  'dir',
  'bdo',
])

/** Children that are paragraphs, tables, rows or cells, looking through wrappers. */
function blocksOf(parent: Element, depth: number): Element[] {
  if (depth > docxLimits.nesting) throw new DamagedDocument('is nested too deeply')
  return childrenOf(parent).flatMap((child) => {
    return transparent.has(child.localName ?? '') ? blocksOf(child, depth + 1) : [child]
  })
}

function gridOf(table: Element): Grid {
  const rows = blocksOf(table, 0).filter(({ localName }) => localName === 'tr')
  if (rows.length > docxLimits.rows) throw new DamagedDocument('has too many rows')
  const grid: (Cell | undefined)[][] = []
  rows.forEach((row, at) => {
    const places: (Cell | undefined)[] = Array(numberIn(row, 'trPr', 'gridBefore')).fill(undefined)
    for (const element of blocksOf(row, 0).filter(({ localName }) => localName === 'tc')) {
      const column = places.length
      const columnSpan = Math.max(1, numberIn(element, 'tcPr', 'gridSpan'))
      if (column + columnSpan > docxLimits.columns) throw new DamagedDocument('has too many columns')
      const above = grid[at - 1]?.[column]
      const cell = continuesAbove(element) && above?.column === column ? above : newCell(at, column, columnSpan)
      const words = textOf(element)
      if (cell === above) {
        cell.rowSpan = at - cell.row + 1
        if (words.trim()) cell.text += `\n${words}`
      } else cell.text = words
      for (let covered = 0; covered < columnSpan; covered++) places.push(cell)
    }
    grid.push(places)
  })
  return grid
}

function newCell(row: number, column: number, columnSpan: number): Cell {
  return { row, column, columnSpan, rowSpan: 1, text: '' }
}

function propertyOf(element: Element, group: string, name: string): Element | undefined {
  const properties = childrenOf(element).find(({ localName }) => localName === group)
  return properties && childrenOf(properties).find(({ localName }) => localName === name)
}

function attributeVal(element: Element): string | null {
  return (
    element.getAttribute('w:val') ??
    Array.from(element.attributes).find(({ localName }) => localName === 'val')?.value ??
    null
  )
}

function numberIn(element: Element, group: string, name: string): number {
  const property = propertyOf(element, group, name)
  const value = Number((property && attributeVal(property)) ?? 0)
  if (!Number.isInteger(value) || value < 0 || value > docxLimits.columns)
    throw new DamagedDocument(`has a wrong ${name}`)
  return value
}

function continuesAbove(cell: Element): boolean {
  const merge = propertyOf(cell, 'tcPr', 'vMerge')
  return merge !== undefined && attributeVal(merge) !== 'restart'
}

/** Text of a paragraph or cell; paragraphs and nested rows on lines of their own. Deleted text and field codes are left out. */
function textOf(element: Element, depth = 0): string {
  if (depth > docxLimits.nesting) throw new DamagedDocument('is nested too deeply')
  let words = ''
  for (const child of childrenOf(element)) {
    switch (child.localName) {
      case 't':
        words += child.textContent ?? ''
        break
      case 'tab':
        words += '\t'
        break
      case 'br':
      case 'cr':
        words += '\n'
        break
      case 'noBreakHyphen':
        words += '-'
        break
      case 'p':
      case 'tr': {
        const inner = textOf(child, depth + 1)
        words += words || depth > 0 ? `\n${inner}` : inner
        break
      }
      case 'AlternateContent': {
        // the same drawing twice, for new and for old Word: read it once
        const chosen = childrenOf(child)[0]
        if (chosen) words += textOf(chosen, depth + 1)
        break
      }
      case 'pPr':
      case 'rPr':
      case 'tcPr':
      case 'trPr':
      case 'tblPr':
      case 'del':
      case 'moveFrom':
      case 'instrText':
      case 'delText':
        break
      default:
        words += textOf(child, depth + 1)
    }
  }
  return words
}
