/** The words of a paper, page by page, so that they can be searched: a PDF's text layer, a Word or Excel file's text. */
import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs'
import { keptText } from '#core/packets/search.ts'
import { readDocx } from './docx-tables.ts'
import { DamagedDocument, type FormDocument } from './grid.ts'
import { docx, largestForm, xlsx } from './inspect.ts'
import { openWithPdfjs } from './pdf.ts'
import { readXlsx } from './xlsx-tables.ts'

/** `none`: there is no text, as in a scan. `unread`: it could not be read, or not to its end. */
export type PaperText = {
  readonly state: 'text' | 'none' | 'unread'
  readonly pages: readonly { readonly page: number; readonly text: string }[]
}

export const pdf = 'application/pdf'
/** Kinds of files that may have a text; the others are pictures, or nothing anybody can open. */
export const textMimes = [pdf, docx, xlsx] as const

/** What is worth searching of one paper. Longer ones are read to here and count as `unread`. */
const limits = { pages: 500, pageCharacters: 20_000, ms: 5_000 } as const

/** @param mime one of {@link textMimes}. Never throws for what is wrong with the file. */
export async function readPaperText(path: string, mime: string): Promise<PaperText> {
  try {
    return mime === pdf ? await pdfText(path) : await documentText(path, mime)
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') throw failure
    return { state: 'unread', pages: [] }
  }
}

async function pdfText(path: string): Promise<PaperText> {
  const until = performance.now() + limits.ms
  const handle = openSync(path, 'r')
  const { task, isSpent } = await openWithPdfjs(handle, fstatSync(handle).size)
  try {
    const paper = await task.promise
    const pages: { page: number; text: string }[] = []
    let at = 1
    for (; at <= Math.min(paper.numPages, limits.pages) && performance.now() < until; at++) {
      const page = await paper.getPage(at)
      const { items } = await page.getTextContent()
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
      page.cleanup()
      if (text.trim() !== '') pages.push({ page: at, text: keptText(text).slice(0, limits.pageCharacters) })
    }
    if (at <= paper.numPages || isSpent()) return { state: 'unread', pages }
    return { state: pages.length > 0 ? 'text' : 'none', pages }
  } finally {
    await task.destroy()
    closeSync(handle)
  }
}

async function documentText(path: string, mime: string): Promise<PaperText> {
  if (statSync(path).size > largestForm) throw new DamagedDocument('is too large')
  const document: FormDocument = mime === xlsx ? await readXlsx(path) : await readDocx(readFileSync(path))
  const cells = document.tables.flatMap((grid) => [...new Set(grid.flat())].map((cell) => cell?.text ?? ''))
  const text = keptText([...document.paragraphs, ...cells].join('\n')).slice(0, 10 * limits.pageCharacters)
  return text === '' ? { state: 'none', pages: [] } : { state: 'text', pages: [{ page: 1, text }] }
}
