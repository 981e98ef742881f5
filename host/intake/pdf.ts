/** What a PDF is: its pages, whether it is whole, locked, or would like to run something. Nothing in it is ever run. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { type Refusal, refusal } from '#core/refusal.ts'
import { readPdfTail } from './pdf-tail.ts'

export type PdfInspection = { readonly pages: number | null; readonly problem?: Refusal }

/** A damaged file is mended by reading all of it: beyond this that costs more memory than a reader has. */
const mostToRead = 64 * 1024 ** 2
const chunk = 64 * 1024

/** Never throws for what is wrong with the file. `name` is what the sentence calls it. */
export async function inspectPdf(path: string, name: string): Promise<PdfInspection> {
  const tail = readPdfTail(path)
  return tail && !tail.lively ? { pages: tail.pages } : inspectWithPdfjs(path, name)
}

/** The same answer the long way, for whatever is unusual. */
export async function inspectWithPdfjs(path: string, name: string): Promise<PdfInspection> {
  const handle = openSync(path, 'r')
  const { size } = fstatSync(handle)
  // pdf.js mends cut-off files silently; the reader of the packet must still hear that something is missing
  const isWhole = bytesAt(handle, Math.max(0, size - 65_536), 65_536).includes('%%EOF')
  const broken = refusal('broken-pdf', { file: name })
  if (size === 0 || (!isWhole && size > mostToRead / 2)) {
    closeSync(handle)
    return { pages: null, problem: broken }
  }
  const { task, isSpent } = await openWithPdfjs(handle, size)
  try {
    const pdf = await task.promise
    await pdf.getPage(pdf.numPages)
    const pages = pdf.numPages
    if (!isWhole || isSpent()) return { pages, problem: broken }
    const [scripts, opening, attached] = [
      await pdf.getJSActions(),
      await pdf.getOpenAction(),
      await pdf.getAttachments(),
    ]
    const isActive = Boolean(scripts) || Boolean((opening as { action?: unknown } | null)?.action) || Boolean(attached)
    return isActive ? { pages, problem: refusal('active-pdf', { file: name }) } : { pages }
  } catch (failure) {
    const isLocked = failure instanceof Error && failure.name === 'PasswordException'
    return { pages: null, problem: isLocked ? refusal('locked-pdf', { file: name }) : broken }
  } finally {
    await task.destroy()
    closeSync(handle)
  }
}

/** Where pdf.js keeps the tables of older Chinese fonts: beside the bundle, or among the packages. */
const cMaps = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, '../../node_modules/pdfjs-dist/cmaps/')
  : join(import.meta.dirname, '../renderer/pdfjs/cmaps/')

/**
 * Opens a PDF with pdf.js, which reads of it only the pieces it needs, and past its budget nothing but nulls: the
 * document then turns out damaged. The caller destroys the task and closes the handle.
 */
export async function openWithPdfjs(handle: number, size: number) {
  const { getDocument, PDFDataRangeTransport, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  let budget = mostToRead
  class FromDisk extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      budget -= end - begin
      const bytes = budget < 0 ? new Uint8Array(end - begin) : bytesAt(handle, begin, end - begin)
      setImmediate(() => this.onDataRange(begin, bytes))
    }
  }
  const task = getDocument({
    range: new FromDisk(size, null),
    rangeChunkSize: chunk,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: true,
    cMapUrl: cMaps,
  })
  return { task, isSpent: () => budget < 0 }
}

function bytesAt(
  handle: number,
  at: number,
  length: number,
): Uint8Array<ArrayBuffer> & { includes(words: string): boolean } {
  const buffer = Buffer.alloc(length)
  return buffer.subarray(0, readSync(handle, buffer, 0, length, at)) as never
}
