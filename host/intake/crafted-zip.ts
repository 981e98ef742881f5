/** Writes zips byte by byte for the tests of intake: odd names, lying sizes, symlinks, overlaps. Never used by the product. */
import { crc32, deflateRawSync } from 'node:zlib'

export type CraftedEntry = {
  readonly name: Buffer | string
  readonly body?: Buffer | string
  /** General purpose flags; 0x800 says the name is UTF-8, 1 says encrypted. */
  readonly flags?: number
  readonly attributes?: number
  readonly declaredSize?: number
  readonly crc?: number
  /** Points at the body of an earlier entry instead of its own. */
  readonly sharesBodyOf?: number
}

/** A zip of these entries, deflated, however wrong they are. */
export function craftedZip(entries: readonly CraftedEntry[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const body = Buffer.from(entry.body ?? '样例')
    const packed = deflateRawSync(body)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(entry.flags ?? 0x800, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(entry.crc ?? crc32(body), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(entry.declaredSize ?? body.length, 18)
    head.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(entry.attributes ?? 0, 6)
    tail.writeUInt32LE(entry.sharesBodyOf === undefined ? offset : (offsets[entry.sharesBodyOf] ?? 0), 10)
    centrals.push(Buffer.from('PK\x01\x02\x14\x03'), head, tail, name)
    offsets.push(offset)
    if (entry.sharesBodyOf !== undefined) continue
    locals.push(Buffer.from('PK\x03\x04'), head, name, packed)
    offset += 30 + name.length + packed.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

/** A .docx whose body is this WordprocessingML. */
export function craftedDocx(body: string): Buffer {
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${space}"><w:body>${body}</w:body></w:document>`
  return craftedZip([
    { name: '[Content_Types].xml', body: '<Types/>' },
    { name: 'word/document.xml', body: xml },
  ])
}

/** A cell of the crafted tables: its text, columns covered, and whether it starts (`top`) or continues (`below`) a merge. */
export type CraftedCell = string | { readonly text?: string; readonly span?: number; readonly merge?: 'top' | 'below' }

/** A table in WordprocessingML; a line feed in a text starts a new paragraph. */
export function craftedTable(rows: readonly (readonly CraftedCell[])[]): string {
  const paragraph = (words: string) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`
  const cell = (given: CraftedCell) => {
    const { text = '', span = 1, merge = undefined } = typeof given === 'string' ? { text: given } : given
    const merged = merge ? `<w:vMerge${merge === 'top' ? ' w:val="restart"' : ''}/>` : ''
    return `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merged}</w:tcPr>${text.split('\n').map(paragraph).join('')}</w:tc>`
  }
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}
