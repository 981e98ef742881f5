/** Opens what an applicant handed in, a folder or a .zip, as a list of files; refuses whatever is unsafe before reading it. */
import { createReadStream } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { refuse } from '#core/refusal.ts'
import { isRubbish, isUnsafeName } from './archive-names.ts'
import { readZip } from './zip-source.ts'

/** One file of a packet. `name` is its path inside the packet with `/`; `open` may be called once. */
export type SourceFile = {
  readonly name: string
  readonly size: number
  open(): Promise<Readable>
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

/** Opens a folder, a .zip or a lone .docx. Throws Refused. The caller closes it. */
export async function readSource(path: string): Promise<Source> {
  const name = basename(path)
  const found = await lstat(path).catch(() => refuse('not-found', { path }))
  if (found.isSymbolicLink()) return refuse('unsafe-archive', { source: name, why: name })
  const source = found.isDirectory() ? await readFolder(path, name) : await readLoneFile(path, name, found.size)
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
      const { size } = await lstat(path)
      total += size
      files.push({ name, size, open: async () => createReadStream(path, { highWaterMark: 1024 ** 2 }) })
      if (files.length > sourceLimits.entries) refuse('unsafe-archive', { source, why: `> ${sourceLimits.entries}` })
      if (total > sourceLimits.bytes) refuse('unsafe-archive', { source, why: '> 2 GB' })
    }
  }
  await walk(root, '', 0)
  files.sort((one, other) => (one.name < other.name ? -1 : 1))
  return { name: source, files, skipped: skipped.sort(), close: async () => undefined }
}

const archiveKinds: [magic: string, kind: string][] = [
  ['526172211a07', 'RAR'],
  ['377abcaf271c', '7z'],
  ['1f8b', 'GZIP'],
]

async function readLoneFile(path: string, source: string, size: number): Promise<Source> {
  const extension = extname(source).toLowerCase()
  const head = await firstBytes(path)
  const kind = archiveKinds.find(([magic]) => head.toString('hex').startsWith(magic))?.[1]
  if (kind) return refuse('unsupported-archive', { source, kind })
  if (extension === '.rar' || extension === '.7z')
    return refuse('unsupported-archive', { source, kind: extension.slice(1).toUpperCase() })
  if (extension === '.doc' || extension === '.wps') return refuse('old-word', { file: source, kind: extension })
  if (extension === '.docx') {
    const file: SourceFile = { name: source, size, open: async () => createReadStream(path) }
    return { name: source, files: [file], skipped: [], close: async () => undefined }
  }
  return readZip(path, source)
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
