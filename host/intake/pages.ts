/** Tells what a file of a packet is and how many pages it has. Goes by the bytes, not by the name; never throws. */
import { extname } from 'node:path'
import { type Refusal, refusal } from '#core/refusal.ts'
import { DamagedDocx, readDocx } from './docx-tables.ts'
import { pictureSize } from './picture-size.ts'
import { type ReadForm, readUrumqiForm } from './urumqi-form.ts'

export const fileKinds = ['form', 'pdf', 'photo', 'sheet', 'other'] as const
export type FileKind = (typeof fileKinds)[number]

export type Inspection = {
  readonly kind: FileKind
  readonly mime: string
  /** Pages of a PDF, 1 for a picture, null where nobody can say without printing. */
  readonly pages: number | null
  readonly width?: number
  readonly height?: number
  /** What is wrong with the file: `broken-pdf`, `locked-pdf`, `broken-docx`, `old-word`, `unsupported-archive`. */
  readonly problem?: Refusal
  /** The fields, when the file is a filled-in form. */
  readonly form?: ReadForm
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const oldWord = 'd0cf11e0a1b11ae1'
const archives: Readonly<Record<string, string>> = { '.rar': 'RAR', '.7z': '7z' }

/** Looking for the pages of a cut-off PDF larger than this costs seconds and several times its size in memory. */
const largestToMend = 32 * 1024 ** 2

/** Inspects one file held in memory. */
export async function inspectFile(name: string, bytes: Buffer): Promise<Inspection> {
  const extension = extname(name).toLowerCase()
  const magic = bytes.subarray(0, 8).toString('hex')
  if (extension === '.pdf' || magic.startsWith('25504446')) return inspectPdf(name, bytes)
  const size = pictureSize(bytes)
  if (size) return { kind: 'photo', pages: 1, ...size }
  if (['.doc', '.wps', '.docx'].includes(extension) && magic === oldWord) {
    return {
      kind: 'other',
      mime: 'application/msword',
      pages: null,
      problem: refusal('old-word', { file: name, kind: extension }),
    }
  }
  if (extension === '.docx') return inspectDocx(name, bytes)
  if (extension === '.doc' || extension === '.wps') {
    return {
      kind: 'other',
      mime: 'application/msword',
      pages: null,
      problem: refusal('old-word', { file: name, kind: extension }),
    }
  }
  if (extension === '.xlsx') return { kind: 'sheet', mime: xlsx, pages: null }
  if (extension === '.xls' || extension === '.et')
    return { kind: 'sheet', mime: 'application/vnd.ms-excel', pages: null }
  const archive = archives[extension]
  if (archive) {
    const problem = refusal('unsupported-archive', { source: name, kind: archive })
    return { kind: 'other', mime: 'application/octet-stream', pages: null, problem }
  }
  return { kind: 'other', mime: extension === '.txt' ? 'text/plain' : 'application/octet-stream', pages: null }
}

async function inspectDocx(name: string, bytes: Buffer): Promise<Inspection> {
  try {
    const form = readUrumqiForm(await readDocx(bytes))
    return form ? { kind: 'form', mime: docx, pages: null, form } : { kind: 'other', mime: docx, pages: null }
  } catch (failure) {
    if (!(failure instanceof DamagedDocx)) throw failure
    return { kind: 'other', mime: docx, pages: null, problem: refusal('broken-docx', { file: name }) }
  }
}

async function inspectPdf(name: string, bytes: Buffer): Promise<Inspection> {
  const found = { kind: 'pdf', mime: 'application/pdf', pages: null } as const
  // pdf.js mends cut-off files silently; the reader of the packet must still hear that something is missing
  const isWhole = bytes.subarray(-65_536).includes('%%EOF')
  if (!isWhole && bytes.length > largestToMend) return { ...found, problem: refusal('broken-pdf', { file: name }) }
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // pdf.js takes the bytes away from whoever gave them, so it gets a copy
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: true,
  })
  try {
    const pdf = await task.promise
    await pdf.getPage(pdf.numPages)
    return isWhole
      ? { ...found, pages: pdf.numPages }
      : { ...found, pages: pdf.numPages, problem: refusal('broken-pdf', { file: name }) }
  } catch (failure) {
    const isLocked = failure instanceof Error && failure.name === 'PasswordException'
    return { ...found, problem: refusal(isLocked ? 'locked-pdf' : 'broken-pdf', { file: name }) }
  } finally {
    await task.destroy()
  }
}
