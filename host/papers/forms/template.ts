/** Fills a Word template: every {{名称}} in it is replaced, whatever the bureau has written around it. */
import { clean } from '../words.ts'
import { exchangePart, readPart } from './zip-part.ts'

/** The text, and what stands above and below it on every page. */
const body = 'word/document.xml'
const edges = Array.from({ length: 9 }, (_, at) => [`word/header${at + 1}.xml`, `word/footer${at + 1}.xml`]).flat()
const blank = /\{\{\s*([^{}]+?)\s*\}\}/g

export type Template = { readonly bytes: Buffer; readonly unknown: readonly string[] }

/**
 * Puts the values into their blanks; a line feed becomes a line break. A blank that no value fills is named in
 * `unknown` and stays as it is. Null when the file is no Word document.
 */
export function fillTemplate(docx: Buffer, values: Readonly<Record<string, string>>): Template | null {
  if (readPart(docx, body) === null) return null
  const unknown = new Set<string>()
  let bytes: Buffer | null = docx
  for (const part of [body, ...edges]) {
    const xml: string | undefined = bytes ? readPart(bytes, part)?.toString('utf8') : undefined
    if (!bytes || !xml?.includes('{{')) continue
    bytes = exchangePart(bytes, part, Buffer.from(filled(xml, values, unknown), 'utf8'))
  }
  return bytes && { bytes, unknown: [...unknown] }
}

function filled(xml: string, values: Readonly<Record<string, string>>, unknown: Set<string>): string {
  const fill = (text: string) =>
    text.replace(blank, (whole, name: string) => {
      const value = values[name]
      if (value === undefined) unknown.add(name)
      return value ?? whole
    })
  return xml.replace(/<w:p(?=[\s>])[^>]*>[\s\S]*?<\/w:p>/g, (paragraph) => {
    if (!textsOf(paragraph).join('').includes('{{')) return paragraph
    // Each run keeps its look and its place among page numbers and tabs, unless Word has cut a blank in two.
    const single = paragraph.replace(run, (whole, text: string) => {
      const said = fill(unescaped(text))
      return said === unescaped(text) ? whole : asRun(said)
    })
    const text = textsOf(single).join('')
    const said = fill(text)
    return said === text ? single : withText(single, said)
  })
}

const run = /<w:t(?=[\s>])[^>]*>([\s\S]*?)<\/w:t>/g

function textsOf(paragraph: string): string[] {
  return [...paragraph.matchAll(run)].map(([, text]) => unescaped(text ?? ''))
}

/** Word cuts a line into runs as it likes: the first takes all of it, the others are emptied. */
function withText(paragraph: string, text: string): string {
  let written = false
  return paragraph.replace(run, () => {
    if (written) return '<w:t></w:t>'
    written = true
    return asRun(text)
  })
}

function asRun(text: string): string {
  return clean(text)
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
