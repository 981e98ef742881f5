/** Fills a Word template: every {{名称}} in it is replaced, whatever the bureau has written around it. */
import { clean } from '../words.ts'
import { exchangePart, readPart } from './zip-part.ts'

const body = 'word/document.xml'
const blank = /\{\{\s*([^{}]+?)\s*\}\}/g

export type Template = { readonly bytes: Buffer; readonly unknown: readonly string[] }

/**
 * Puts the values into their blanks; a line feed becomes a line break. A blank that no value fills is named in
 * `unknown` and stays as it is. Null when the file is no Word document.
 */
export function fillTemplate(docx: Buffer, values: Readonly<Record<string, string>>): Template | null {
  const xml = readPart(docx, body)?.toString('utf8')
  if (xml === undefined) return null
  const unknown = new Set<string>()
  const filled = xml.replace(/<w:p(?=[\s>])[^>]*>[\s\S]*?<\/w:p>/g, (paragraph) => {
    const text = textsOf(paragraph).join('')
    if (!text.includes('{{')) return paragraph
    const said = text.replace(blank, (whole, name: string) => {
      const value = values[name]
      if (value === undefined) unknown.add(name)
      return value ?? whole
    })
    return said === text ? paragraph : withText(paragraph, clean(said))
  })
  const bytes = exchangePart(docx, body, Buffer.from(filled, 'utf8'))
  return bytes && { bytes, unknown: [...unknown] }
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
    return text
      .split('\n')
      .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
      .join('<w:br/>')
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
