/** Reads a whole packet: every file hashed and told what it is, and the fields of its application form. */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Refusal, Refused, refusal } from '#core/refusal.ts'
import { type FileKind, type Inspection, inspectFile } from './pages.ts'
import { readSource, type SourceFile } from './source.ts'
import type { ReadForm } from './urumqi-form.ts'

export type PacketFile = {
  readonly name: string
  /** The body, or with `spool` the path of the file that holds it. */
  readonly bytes: Buffer | string
  readonly sha256: string
  readonly size: number
  readonly kind: FileKind
  readonly mime: string
  readonly pages: number | null
  readonly problem?: Refusal
}

export type ReadPacket = {
  /** File name of the folder or zip. */
  readonly source: string
  readonly files: readonly PacketFile[]
  /** Names of what operating systems leave behind, not taken in. */
  readonly skipped: readonly string[]
  readonly form: ReadForm | null
  /** Name of the file the form was read from. */
  readonly formFile: string | null
  /** What the clerk should look at; none of it stops the import. */
  readonly warnings: readonly Refusal[]
}

/** The head that tells what a picture is, and the size above which no document is opened. */
const headToInspect = 1024 ** 2
const largestDocument = 512 * 1024 ** 2
const pdfMagic = Buffer.from('%PDF')

type ReadFile = PacketFile & Pick<Inspection, 'form'>

/**
 * Reads a folder, a .zip or a lone .docx. With `spool` each body is written to `spool/<sha256>` and only one at a time
 * is in memory.
 * @throws Refused when the source cannot be opened, or when its only form is damaged or an old Word file.
 */
export async function readPacket(path: string, { spool }: { readonly spool?: string } = {}): Promise<ReadPacket> {
  const source = await readSource(path)
  try {
    if (spool) await mkdir(spool, { recursive: true })
    const files: ReadFile[] = []
    for (const file of source.files) files.push(await readFileOf(file, spool))
    const [best, ...others] = files
      .filter((file) => file.form)
      .toSorted((one, other) => filledFields(other) - filledFields(one))
    const damaged = files.find(({ problem }) => problem?.code === 'broken-docx' || problem?.code === 'old-word')
    if (!best && damaged?.problem) throw new Refused(damaged.problem)
    const warnings = files.flatMap(({ problem }) => (problem ? [problem] : []))
    if (!best) warnings.push(refusal('no-form', { source: source.name }))
    for (const { name } of others) warnings.push(refusal('second-form', { file: name }))
    return {
      source: source.name,
      files: files.map(({ form: _, ...file }) => file),
      skipped: source.skipped,
      form: best?.form ?? null,
      formFile: best?.name ?? null,
      warnings,
    }
  } finally {
    await source.close()
  }
}

function filledFields({ form }: ReadFile): number {
  return Object.keys(form?.fields ?? {}).length
}

async function readFileOf(file: SourceFile, spool: string | undefined): Promise<ReadFile> {
  const stream = await file.open()
  const { sha256, size, body, bytes } = spool ? await spooled(stream, spool, file.name) : await held(stream)
  const { kind, mime, pages, problem, form } = await inspectFile(file.name, body)
  return { name: file.name, bytes, sha256, size, kind, mime, pages, ...(problem && { problem }), ...(form && { form }) }
}

type Body = { readonly sha256: string; readonly size: number; readonly body: Buffer; readonly bytes: Buffer | string }

async function held(stream: Readable): Promise<Body> {
  const chunks: Buffer[] = []
  const hash = createHash('sha256')
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk)
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  return { sha256: hash.digest('hex'), size: body.length, body, bytes: body }
}

async function spooled(stream: Readable, spool: string, name: string): Promise<Body> {
  const hash = createHash('sha256')
  const unfinished = join(spool, `${randomUUID()}.part`)
  let size = 0
  try {
    await pipeline(
      stream,
      async function* measure(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          size += chunk.length
          yield chunk
        }
      },
      createWriteStream(unfinished),
    )
    const sha256 = hash.digest('hex')
    const path = join(spool, sha256)
    await rename(unfinished, path)
    return { sha256, size, body: await partToInspect(path, name, size), bytes: path }
  } catch (failure) {
    await rm(unfinished, { force: true })
    throw failure
  }
}

/** The whole of a document that has to be opened to be understood, else only its head. */
async function partToInspect(path: string, name: string, size: number): Promise<Buffer> {
  const handle = await open(path)
  try {
    const head = Buffer.alloc(Math.min(size, headToInspect))
    await handle.read(head, 0, head.length, 0)
    const isDocument = /\.(pdf|docx)$/i.test(name) || head.subarray(0, 4).equals(pdfMagic)
    return isDocument && size > head.length && size <= largestDocument ? await readFile(path) : head
  } finally {
    await handle.close()
  }
}
