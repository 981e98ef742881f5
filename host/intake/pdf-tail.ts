/**
 * Counts a PDF's pages from its tail: cross-reference, catalogue and page tree root, a few kilobytes of however large a
 * scan. Answers null whenever anything is unusual, and leaves that file to pdf.js.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { constants, inflateSync } from 'node:zlib'

export type PdfTail = {
  readonly pages: number
  /** The catalogue names actions, scripts or attachments: worth a closer look. */
  readonly lively: boolean
}

const limits = {
  dictionary: 4 * 1024 ** 2,
  table: 32 * 1024 ** 2,
  stream: 32 * 1024 ** 2,
  sections: 64,
  objects: 5_000_000,
}

/** Where an object stands: at an offset, or at a place inside an object stream. */
type Entry = { readonly at: number } | { readonly stream: number; readonly index: number }

/** @returns null for what is damaged, encrypted or unusual. Never throws. */
export function readPdfTail(path: string): PdfTail | null {
  const handle = openSync(path, 'r')
  try {
    return new Tail(handle, fstatSync(handle).size).read()
  } catch {
    return null
  } finally {
    closeSync(handle)
  }
}

class Tail {
  private readonly entries = new Map<number, Entry>()
  private readonly streams = new Map<number, readonly string[]>()
  private readonly handle: number
  private readonly size: number

  constructor(handle: number, size: number) {
    this.handle = handle
    this.size = size
  }

  read(): PdfTail | null {
    const root = this.readSections()
    if (root === null) return null
    const catalogue = this.object(root)
    const pages = this.object(reference(catalogue, 'Pages'))
    const count = number(pages, 'Count')
    if (!/\/Type\s*\/Pages\b/.test(pages) || count < 1 || count > 100_000) return null
    // The count is a promise; the last page it promises must be there.
    if (!this.lastPageExists(pages)) return null
    const names = /\/Names\s+\d/.test(catalogue) ? this.object(reference(catalogue, 'Names')) : catalogue
    const lively = /\/(OpenAction|AA|JavaScript|JS|EmbeddedFiles|AcroForm)\b/.test(catalogue + names)
    return { pages: count, lively }
  }

  private lastPageExists(pages: string): boolean {
    let node = pages
    for (let depth = 0; depth < 50; depth++) {
      if (/\/Type\s*\/Page\b(?!s)/.test(node)) return true
      const kids = /\/Kids\s*\[([^\]]*)\]/.exec(node)?.[1]?.trim()
      const last = kids && /(\d+)\s+\d+\s+R$/.exec(kids)?.[1]
      if (!last) return false
      node = this.object(Number(last))
    }
    return false
  }

  /** Follows the cross-reference sections from the newest to the oldest; answers the catalogue's number. */
  private readSections(): number | null {
    const tail = this.text(Math.max(0, this.size - 2048), 2048)
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail.slice(tail.lastIndexOf('startxref')))?.[1]
    let next: number | undefined = start === undefined ? undefined : Number(start)
    let root: number | null = null
    const seen = new Set<number>()
    while (next !== undefined && !seen.has(next)) {
      if (seen.size >= limits.sections) return null
      seen.add(next)
      const dictionary = this.section(next)
      if (/\/Encrypt\b/.test(dictionary)) return null
      if (root === null && /\/Root\s+\d/.test(dictionary)) root = reference(dictionary, 'Root')
      const hybrid = optional(dictionary, 'XRefStm')
      if (hybrid !== undefined) this.crossStream(hybrid)
      next = optional(dictionary, 'Prev')
    }
    return root
  }

  private section(at: number): string {
    return /^\s*xref\b/.test(this.text(at, 64)) ? this.crossTable(at) : this.crossStream(at)
  }

  private crossTable(at: number): string {
    let length = 64 * 1024
    let words = this.text(at, length)
    while (!/trailer[\s\S]*startxref/.test(words) && at + length < this.size) {
      length *= 4
      if (length > limits.table) throw new Error('table')
      words = this.text(at, length)
    }
    const heading = /\s*(\d+) (\d+)\s*[\r\n]+/y
    heading.lastIndex = words.indexOf('xref') + 4
    for (let found = heading.exec(words); found; found = heading.exec(words)) {
      const [first, count] = [Number(found[1]), Number(found[2])]
      const begin = heading.lastIndex
      for (let index = 0; index < count; index++) {
        const line = begin + index * 20
        if (words[line + 17] === 'n') this.note(first + index, { at: Number(words.slice(line, line + 10)) })
      }
      heading.lastIndex = begin + count * 20
    }
    return dictionaryIn(words, words.indexOf('trailer')).words
  }

  private crossStream(at: number): string {
    const { dictionary, data } = this.stream(at)
    const widths = /\/W\s*\[\s*(\d+)\s+(\d+)\s+(\d+)/.exec(dictionary)?.slice(1).map(Number) ?? []
    const [kindWidth = 0, firstWidth = 0, secondWidth = 0] = widths
    if (kindWidth + firstWidth + secondWidth < 2 || Math.max(...widths) > 6) throw new Error('widths')
    const ranges = /\/Index\s*\[([^\]]*)\]/.exec(dictionary)?.[1]?.trim().split(/\s+/).map(Number) ?? [
      0,
      number(dictionary, 'Size'),
    ]
    let place = 0
    const take = (width: number): number => {
      if (width === 0) return 0
      place += width
      return data.readUIntBE(place - width, width)
    }
    for (let range = 0; range + 1 < ranges.length; range += 2) {
      for (let index = 0; index < (ranges[range + 1] ?? 0); index++) {
        const kind = kindWidth === 0 ? 1 : take(kindWidth)
        const [first, second] = [take(firstWidth), take(secondWidth)]
        const id = (ranges[range] ?? 0) + index
        if (kind === 1) this.note(id, { at: first })
        else if (kind === 2) this.note(id, { stream: first, index: second })
      }
    }
    return dictionary
  }

  /** The newest section comes first and counts. */
  private note(id: number, entry: Entry): void {
    if (this.entries.size > limits.objects) throw new Error('objects')
    if (!this.entries.has(id)) this.entries.set(id, entry)
  }

  /** An object's dictionary. */
  private object(id: number): string {
    const entry = this.entries.get(id)
    if (!entry) throw new Error('no object')
    if ('at' in entry) return this.dictionaryAt(entry.at).words
    const objects = this.streams.get(entry.stream) ?? this.objectStream(entry.stream)
    this.streams.set(entry.stream, objects)
    return objects[entry.index] ?? ''
  }

  private objectStream(id: number): string[] {
    const entry = this.entries.get(id)
    if (!entry || !('at' in entry)) throw new Error('no stream')
    const { dictionary, data } = this.stream(entry.at)
    const first = number(dictionary, 'First')
    const numbers = data.toString('latin1', 0, first).trim().split(/\s+/).map(Number)
    const offsets = numbers.filter((_, at) => at % 2 === 1)
    return offsets.map((offset, at) =>
      data.toString('latin1', first + offset, first + (offsets[at + 1] ?? data.length)),
    )
  }

  private stream(at: number): { dictionary: string; data: Buffer } {
    const { words: dictionary, end, read } = this.dictionaryAt(at)
    const begin = /^\s*stream\r?\n/.exec(read.slice(end))
    const length = number(dictionary, 'Length')
    if (!begin || length > limits.stream || /\/Length\s+\d+\s+\d+\s+R/.test(dictionary)) throw new Error('stream')
    const raw = this.bytes(at + end + begin[0].length, length)
    const filter = /\/Filter\s*\[?\s*\/(\w+)/.exec(dictionary)?.[1]
    if (filter !== undefined && filter !== 'FlateDecode') throw new Error('filter')
    const data = filter
      ? inflateSync(raw, { maxOutputLength: limits.stream, finishFlush: constants.Z_SYNC_FLUSH })
      : raw
    return { dictionary, data: unpredicted(data, dictionary) }
  }

  private dictionaryAt(at: number): { words: string; end: number; read: string } {
    for (let length = 4096; ; length *= 8) {
      const read = this.text(at, length)
      try {
        return { ...dictionaryIn(read, 0), read }
      } catch (failure) {
        if (length > limits.dictionary || at + length >= this.size) throw failure
      }
    }
  }

  private text(at: number, length: number): string {
    return this.bytes(at, length).toString('latin1')
  }

  private bytes(at: number, length: number): Buffer {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.size - at)))
    return buffer.subarray(0, readSync(this.handle, buffer, 0, buffer.length, at))
  }
}

/** The first balanced dictionary in a text, strings skipped. */
function dictionaryIn(words: string, from: number): { words: string; end: number } {
  const begin = words.indexOf('<<', from)
  if (begin < 0) throw new Error('no dictionary')
  let depth = 0
  for (let at = begin; at < words.length; at++) {
    const pair = words.slice(at, at + 2)
    if (pair === '<<') {
      depth++
      at++
    } else if (pair === '>>') {
      depth--
      at++
      if (depth === 0) return { words: words.slice(begin, at + 1), end: at + 1 }
    } else if (pair[0] === '(') at = endOfString(words, at)
  }
  throw new Error('unbalanced')
}

function endOfString(words: string, from: number): number {
  let depth = 0
  for (let at = from; at < words.length; at++) {
    if (words[at] === '\\') at++
    else if (words[at] === '(') depth++
    else if (words[at] === ')' && --depth === 0) return at
  }
  return words.length
}

function optional(dictionary: string, key: string): number | undefined {
  const value = new RegExp(`/${key}\\s+(\\d+)(?!\\s+\\d+\\s+R)\\b`).exec(dictionary)?.[1]
  return value === undefined ? undefined : Number(value)
}

function number(dictionary: string, key: string): number {
  const value = optional(dictionary, key)
  if (value === undefined) throw new Error(`no ${key}`)
  return value
}

function reference(dictionary: string, key: string): number {
  const value = new RegExp(`/${key}\\s+(\\d+)\\s+\\d+\\s+R`).exec(dictionary)?.[1]
  if (value === undefined) throw new Error(`no ${key}`)
  return Number(value)
}

/** Takes PNG's row prediction back: rows of none, left and up, which is what writers of cross-reference streams use. */
function unpredicted(data: Buffer, dictionary: string): Buffer {
  const predictor = optional(dictionary, 'Predictor') ?? 1
  if (predictor < 10) return data
  const width = optional(dictionary, 'Columns') ?? 1
  const rows = Math.floor(data.length / (width + 1))
  const plain = Buffer.alloc(rows * width)
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (width + 1)] ?? 0
    if (filter > 2) throw new Error('predictor')
    for (let at = 0; at < width; at++) {
      const value = data[row * (width + 1) + 1 + at] ?? 0
      const left = at > 0 ? (plain[row * width + at - 1] ?? 0) : 0
      const up = row > 0 ? (plain[(row - 1) * width + at] ?? 0) : 0
      plain[row * width + at] = value + (filter === 1 ? left : filter === 2 ? up : 0)
    }
  }
  return plain
}
