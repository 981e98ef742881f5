/** Finds words in the text of a PDF. A scan has no text and says so. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api'

/** Left, bottom, right and top of a found piece of text, in points of the page. */
export type Box = [number, number, number, number]
export type Hit = { page: number; boxes: Box[] }

/** Spaces and case do not count: offices set names as "张　三", and PDFs break words anywhere. */
function plain(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase()
}

function boxOf({ transform, width, height }: TextItem): Box {
  const [left, bottom] = [Number(transform[4]), Number(transform[5])]
  const tall = height || Math.abs(Number(transform[3]))
  return [left, bottom - tall * 0.2, left + width, bottom + tall]
}

async function hitOn(
  document: PDFDocumentProxy,
  page: number,
  wanted: string,
): Promise<{ hit: Hit | null; hasText: boolean }> {
  const content = await (await document.getPage(page)).getTextContent()
  const items = content.items.filter((item): item is TextItem => 'str' in item && plain(item.str) !== '')
  let text = ''
  const starts = items.map((item) => {
    const start = text.length
    text += plain(item.str)
    return start
  })
  const boxes: Box[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    items.forEach((item, index) => {
      const start = starts[index] ?? 0
      if (start < at + wanted.length && start + plain(item.str).length > at) boxes.push(boxOf(item))
    })
  }
  return { hit: boxes.length > 0 ? { page, boxes } : null, hasText: items.length > 0 }
}

/** Every page with the words, in order; `hasText` is false when no page has any text at all. */
export async function findIn(document: PDFDocumentProxy, words: string): Promise<{ hits: Hit[]; hasText: boolean }> {
  const wanted = plain(words)
  const hits: Hit[] = []
  let hasText = false
  for (let page = 1; page <= document.numPages && wanted !== ''; page += 1) {
    const found = await hitOn(document, page, wanted)
    hasText ||= found.hasText
    if (found.hit) hits.push(found.hit)
  }
  return { hits, hasText }
}
