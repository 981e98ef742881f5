/** Tells what a file of a packet is and how many pages it has. Goes by the bytes, not by the name; never throws for them. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import type { FormMap } from '#core/form/form-map.ts'
import { type Refusal, refusal } from '#core/refusal.ts'
import { readDocx } from './docx-tables.ts'
import { type ReadForm, readForm } from './form-reader.ts'
import { DamagedDocument, type FormDocument } from './grid.ts'
import { inspectPdf } from './pdf.ts'
import { readPicture } from './picture.ts'
import { readXlsx } from './xlsx-tables.ts'

export type FileKind = 'form' | 'pdf' | 'photo' | 'sheet' | 'other'

export type Inspection = {
  readonly kind: FileKind
  readonly mime: string
  /** Pages of a PDF, 1 for a picture, null where nobody can say without printing. */
  readonly pages: number | null
  /** Of a photo: its size, how far clockwise it has to be turned, the day it was taken. */
  readonly photo?: {
    readonly width: number
    readonly height: number
    readonly turn: number
    readonly taken: string | null
  }
  /** What is wrong with the file. */
  readonly problem?: Refusal
  /** The fields, when the file is a filled-in form. */
  readonly form?: ReadForm
}

export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const word = { kind: 'other', mime: 'application/msword', pages: null } as const
const oldOffice = 'd0cf11e0a1b11ae1'
const archives: Readonly<Record<string, string>> = { '.rar': 'RAR', '.7z': '7z' }

const headToRead = 1024 ** 2
/** A form larger than this was scanned into Word; it is shown, not read. */
export const largestForm = 32 * 1024 ** 2
/** Browsers give up on more pixels than this, and a photo never has them. */
const mostPixels = 120_000_000

/** Inspects one file on disk; `name` is what the packet calls it. */
export async function inspectFile(name: string, path: string, maps: readonly FormMap[]): Promise<Inspection> {
  const extension = extname(name).toLowerCase()
  const head = headOf(path)
  const magic = head.subarray(0, 8).toString('hex')
  if (extension === '.pdf' || magic.startsWith('25504446')) {
    return { kind: 'pdf', mime: 'application/pdf', ...(await inspectPdf(path, name)) }
  }
  const picture = readPicture(head)
  if (picture) return photo(name, picture)
  if (
    ['.doc', '.wps', '.docx', '.docm'].includes(extension) &&
    (magic === oldOffice || /\.(doc|wps)$/.test(extension))
  ) {
    return { ...word, problem: refusal('old-word', { file: name, kind: extension }) }
  }
  if (extension === '.docx' || extension === '.docm') {
    return inspectDocument(name, path, maps, { kind: 'other', mime: docx, broken: 'broken-docx' })
  }
  if (['.xls', '.et'].includes(extension) || (magic === oldOffice && extension.startsWith('.xls'))) {
    const problem = refusal('old-excel', { file: name, kind: extension })
    return { kind: 'sheet', mime: 'application/vnd.ms-excel', pages: null, problem }
  }
  if (extension === '.xlsx' || extension === '.xlsm') {
    return inspectDocument(name, path, maps, { kind: 'sheet', mime: xlsx, broken: 'broken-xlsx' })
  }
  const archive = archives[extension]
  const problem = archive && refusal('unsupported-archive', { source: name, kind: archive })
  const mime = extension === '.txt' ? 'text/plain' : 'application/octet-stream'
  return { kind: 'other', mime, pages: null, ...(problem && { problem }) }
}

function headOf(path: string): Buffer {
  const handle = openSync(path, 'r')
  try {
    const head = Buffer.alloc(Math.min(statSync(path).size, headToRead))
    return head.subarray(0, readSync(handle, head, 0, head.length, 0))
  } finally {
    closeSync(handle)
  }
}

function photo(name: string, { mime, ...picture }: NonNullable<ReturnType<typeof readPicture>>): Inspection {
  const { width, height } = picture
  const isHuge = width * height > mostPixels
  return {
    kind: 'photo',
    mime,
    pages: 1,
    photo: picture,
    ...(isHuge && { problem: refusal('huge-picture', { file: name, width, height }) }),
  }
}

type DocumentKind = { kind: 'other' | 'sheet'; mime: string; broken: 'broken-docx' | 'broken-xlsx' }

async function inspectDocument(
  name: string,
  path: string,
  maps: readonly FormMap[],
  { kind, mime, broken }: DocumentKind,
): Promise<Inspection> {
  if (statSync(path).size > largestForm) {
    return { kind, mime, pages: null, problem: refusal('file-beyond-reading', { file: name, why: '> 32 MB' }) }
  }
  const bytes = readFileSync(path)
  const problem = bytes.includes('vbaProject.bin') ? { problem: refusal('has-macros', { file: name }) } : {}
  try {
    const document: FormDocument = kind === 'sheet' ? await readXlsx(path) : await readDocx(bytes)
    const form = maps.map((map) => readForm(document, map)).find((read) => read !== null)
    if (!form) return { kind, mime, pages: null, ...problem }
    const other = form.form === maps[0]?.id ? {} : { problem: refusal('other-form', { file: name }) }
    return { kind: 'form', mime, pages: null, form, ...other, ...problem }
  } catch (failure) {
    if (!(failure instanceof DamagedDocument)) throw failure
    return { kind, mime, pages: null, problem: refusal(broken, { file: name }) }
  }
}
