/** Opens what an applicant handed in, a folder, a .zip or a lone file, as a list of files; refuses what is unsafe first. */
import { closeSync, openSync, readSync } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { type Refusal, Refused, refuse } from '#core/refusal.ts'
import { isRubbish, isUnsafeName } from './archive-names.ts'
import { readZip } from './zip-source.ts'

/** One file of a packet. `name` is its path inside the packet with `/`. */
export type SourceFile = {
  readonly name: string
  readonly size: number
  /** What changes when the file does: time of change, or checksum in an archive. */
  readonly stamp: string
  /** The body in pieces; a piece is valid until the next one is asked for. */
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** Why this one file could not be opened further; it is taken in as it is. */
  readonly problem?: Refusal
}

/** The files of a packet, what was left out as rubbish, and `close` to let go of the archive. */
export type Source = {
  /** File name of the folder or zip. */
  readonly name: string
  readonly files: readonly SourceFile[]
  readonly skipped: readonly string[]
  close(): Promise<void>
}

/** A packet beyond these is not a packet. */
export const sourceLimits = { entries: 5_000, bytes: 2 * 1024 ** 3, depth: 20 } as const

const piece = 1024 ** 2

/** Opens a folder, a .zip or a lone file. Throws Refused. The caller closes it. */
export async function readSource(path: string): Promise<Source> {
  const name = basename(path)
  const found = await lstat(path).catch(() => refuse('not-found', { path }))
  if (found.isSymbolicLink()) return refuse('unsafe-archive', { source: name, why: name })
  if (!found.isDirectory() && !found.isFile()) return refuse('unsafe-archive', { source: name, why: name })
  const source = found.isDirectory() ? await readFolder(path, name) : await readLoneFile(path, name, found)
  if (source.files.length === 0) {
    await source.close()
    return refuse('empty-source', { source: name })
  }
  return source
}

async function readFolder(root: string, source: string): Promise<Source> {
  const files: SourceFile[] = []
  const skipped: string[] = []
  let total = 0
  const walk = async (folder: string, prefix: string, depth: number): Promise<void> => {
    if (depth > sourceLimits.depth) refuse('unsafe-archive', { source, why: prefix })
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const name = (prefix + entry.name).normalize('NFC')
      const path = join(folder, entry.name)
      if (isRubbish(name)) {
        skipped.push(name)
        continue
      }
      if (entry.isDirectory()) {
        await walk(path, `${name}/`, depth + 1)
        continue
      }
      if (!entry.isFile() || isUnsafeName(name)) refuse('unsafe-archive', { source, why: name })
      const { size, mtimeMs } = await lstat(path)
      total += size
      files.push(plainFile(path, name, { size, mtimeMs }))
      if (files.length > sourceLimits.entries) refuse('unsafe-archive', { source, why: `> ${sourceLimits.entries}` })
      if (total > sourceLimits.bytes) refuse('unsafe-archive', { source, why: '> 2 GB' })
    }
  }
  await walk(root, '', 0)
  files.sort(byName)
  return withArchivesOpened({ name: source, files, skipped: skipped.sort(), close: async () => undefined }, root)
}

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)

function plainFile(path: string, name: string, { size, mtimeMs }: { size: number; mtimeMs: number }): SourceFile {
  return { name, size, stamp: String(mtimeMs), chunks: () => piecesOf(path) }
}

/** A file in pieces of one buffer. */
export function* piecesOf(path: string): Generator<Uint8Array> {
  const handle = openSync(path, 'r')
  try {
    const buffer = Buffer.allocUnsafeSlow(piece)
    for (;;) {
      const length = readSync(handle, buffer, 0, piece, null)
      if (length === 0) return
      yield buffer.subarray(0, length)
    }
  } finally {
    closeSync(handle)
  }
}

/** Archives inside a folder become folders, one level deep; one that cannot be opened stays a file with its reason. */
async function withArchivesOpened(source: Source, root: string): Promise<Source> {
  const opened: Source[] = []
  const files: SourceFile[] = []
  const skipped = [...source.skipped]
  for (const file of source.files) {
    if (extname(file.name).toLowerCase() !== '.zip') {
      files.push(file)
      continue
    }
    const inner = await readZip(join(root, file.name), file.name).catch((failure: unknown) => {
      if (failure instanceof Refused) return failure.refusal
      throw failure
    })
    if ('code' in inner) files.push({ ...file, problem: inner })
    else {
      opened.push(inner)
      files.push(...inner.files.map((one) => ({ ...one, name: `${file.name}/${one.name}` })))
      skipped.push(...inner.skipped.map((name) => `${file.name}/${name}`))
    }
  }
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  const close = async () => {
    for (const one of [...opened, source]) await one.close()
  }
  if (files.length > sourceLimits.entries || bytes > sourceLimits.bytes) {
    await close()
    return refuse('unsafe-archive', { source: source.name, why: '> 2 GB' })
  }
  return { name: source.name, files, skipped: skipped.sort(), close }
}

const archiveKinds: [magic: string, kind: string][] = [
  ['526172211a07', 'RAR'],
  ['377abcaf271c', '7z'],
  ['1f8b', 'GZIP'],
]

/** Kinds of lone files that can be an application, or a part of one. */
const loneKinds = new Set(['.docx', '.docm', '.xlsx', '.pdf', '.jpg', '.jpeg', '.png'])

async function readLoneFile(path: string, source: string, found: { size: number; mtimeMs: number }): Promise<Source> {
  const extension = extname(source).toLowerCase()
  const head = await firstBytes(path)
  const kind = archiveKinds.find(([magic]) => head.toString('hex').startsWith(magic))?.[1]
  if (kind) return refuse('unsupported-archive', { source, kind })
  if (extension === '.rar' || extension === '.7z')
    return refuse('unsupported-archive', { source, kind: extension.slice(1).toUpperCase() })
  if (extension === '.doc' || extension === '.wps') return refuse('old-word', { file: source, kind: extension })
  if (loneKinds.has(extension)) {
    return { name: source, files: [plainFile(path, source, found)], skipped: [], close: async () => undefined }
  }
  return readZip(path, source, { nested: true })
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
