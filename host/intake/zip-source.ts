/** Reads a packet that came as a .zip: every size, place and name is checked before any byte is unpacked. */
import { createWriteStream } from 'node:fs'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { crc32, createInflateRaw, inflateRaw } from 'node:zlib'
import { type Entry, fromFdPromise } from 'yauzl'
import { Refused, refusal, refuse } from '#core/refusal.ts'
import { decodeNames, isRubbish, isUnsafeName } from './archive-names.ts'
import { type Source, type SourceFile, sourceLimits } from './source.ts'

/** Up to this size an entry is unpacked in one go, which is twice as fast as streaming. */
const oneShotLimit = 16 * 1024 ** 2
/** Office papers and pictures never shrink this much; what does, and is large, is a bomb. */
const bombRatio = 200
const bombSize = 64 * 1024 ** 2

const inflateWhole = promisify(inflateRaw) as (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>

/**
 * Opens a zip and lists its files. With `nested` an archive inside it becomes a folder; deeper ones stay files.
 * Throws Refused.
 */
export async function readZip(
  path: string,
  source: string,
  { nested = false }: { readonly nested?: boolean } = {},
): Promise<Source> {
  const handle = await open(path)
  try {
    const entries = await listEntries(handle, source)
    const names = decodeNames(
      entries.map((entry) => ({
        bytes: entry.fileNameRaw,
        utf8: (entry.generalPurposeBitFlag & 0x800) !== 0,
        unicodePath: unicodePathOf(entry),
      })),
    )
    const archiveSize = (await handle.stat()).size
    const skipped: string[] = []
    const kept = entries.flatMap((entry, at) => {
      const name = names[at] ?? ''
      checkEntry(entry, name, source)
      if (name.endsWith('/')) return []
      if (!isRubbish(name)) return [{ entry, name }]
      skipped.push(name)
      return []
    })
    await checkWhole(handle, entries, archiveSize, source)
    const seen = new Set<string>()
    for (const { name } of kept) {
      if (seen.has(name.toLowerCase())) refuse('unsafe-archive', { source, why: `${name} ×2` })
      seen.add(name.toLowerCase())
    }
    const files = kept.map(
      ({ entry, name }): SourceFile => ({
        name,
        size: entry.uncompressedSize,
        stamp: String(entry.crc32),
        chunks: () => bodyOf(handle, entry, source),
        ...(!nested && isArchive(name) && { problem: refusal('nested-archive', { file: name }) }),
      }),
    )
    files.sort((one, other) => (one.name < other.name ? -1 : 1))
    const whole = { name: source, files, skipped: skipped.sort(), close: () => handle.close() }
    return nested && files.some(({ name }) => isArchive(name)) ? await withArchivesUnpacked(whole) : whole
  } catch (failure) {
    await handle.close()
    if (failure instanceof Refused) throw failure
    return refuse('not-a-zip', { source })
  }
}

async function listEntries(handle: FileHandle, source: string): Promise<Entry[]> {
  const zip = await fromFdPromise(handle.fd, { decodeStrings: false, autoClose: false })
  if (zip.entryCount > sourceLimits.entries)
    refuse('unsafe-archive', { source, why: `${zip.entryCount} > ${sourceLimits.entries}` })
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    entries.push(entry)
    if (entries.length > sourceLimits.entries) refuse('unsafe-archive', { source, why: `> ${sourceLimits.entries}` })
  }
  return entries
}

function checkEntry(entry: Entry, name: string, source: string): void {
  // the top half of the attributes is a Unix mode whenever it is filled in, whoever claims to have made the zip
  const isSymlink = ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000
  if (isSymlink || isUnsafeName(name)) refuse('unsafe-archive', { source, why: printable(name) })
  if (entry.isEncrypted()) refuse('locked-archive', { source })
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    refuse('unsupported-archive', { source, kind: `ZIP (${entry.compressionMethod})` })
  }
  if (entry.uncompressedSize > bombSize && entry.uncompressedSize > entry.compressedSize * bombRatio) {
    refuse('unsafe-archive', { source, why: `${printable(name)}: ${entry.compressedSize} → ${entry.uncompressedSize}` })
  }
}

/** Shows a hostile name without its control characters. */
function printable(name: string): string {
  return Array.from(name, (character) => (character < ' ' ? '�' : character))
    .join('')
    .slice(0, 120)
}

async function checkWhole(
  handle: FileHandle,
  entries: readonly Entry[],
  archiveSize: number,
  source: string,
): Promise<void> {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total > sourceLimits.bytes) refuse('unsafe-archive', { source, why: '> 2 GB' })
  const inOrder = entries.toSorted((one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader)
  let end = 0
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < end) refuse('unsafe-archive', { source, why: 'overlapping entries' })
    end = (await dataStart(handle, entry)) + entry.compressedSize
    if (end > archiveSize) refuse('not-a-zip', { source })
  }
}

async function dataStart(handle: FileHandle, entry: Entry): Promise<number> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(30), 0, 30, entry.relativeOffsetOfLocalHeader)
  if (bytesRead < 30 || buffer.readUInt32LE(0) !== 0x04034b50) throw new Error('no local header')
  return entry.relativeOffsetOfLocalHeader + 30 + buffer.readUInt16LE(26) + buffer.readUInt16LE(28)
}

const isArchive = (name: string) => extname(name).toLowerCase() === '.zip'

/** Archives inside the archive become folders; they are unpacked beside it for as long as it is open. */
async function withArchivesUnpacked(source: Source): Promise<Source> {
  const scratch = await mkdtemp(join(tmpdir(), 'jiangping-nested-'))
  const opened: Source[] = [source]
  const close = async () => {
    for (const one of opened) await one.close()
    await rm(scratch, { recursive: true, force: true })
  }
  try {
    const files: SourceFile[] = []
    const skipped = [...source.skipped]
    for (const [at, file] of source.files.entries()) {
      if (!isArchive(file.name)) {
        files.push(file)
        continue
      }
      const path = join(scratch, `${at}.zip`)
      await pipeline(file.chunks(), createWriteStream(path))
      try {
        const inner = await readZip(path, file.name)
        opened.unshift(inner)
        files.push(...inner.files.map((one) => ({ ...one, name: `${file.name}/${one.name}` })))
        skipped.push(...inner.skipped.map((name) => `${file.name}/${name}`))
      } catch (failure) {
        if (!(failure instanceof Refused)) throw failure
        files.push({ ...file, problem: failure.refusal })
      }
    }
    if (files.length > sourceLimits.entries || files.reduce((sum, { size }) => sum + size, 0) > sourceLimits.bytes) {
      refuse('unsafe-archive', { source: source.name, why: '> 2 GB' })
    }
    return { name: source.name, files, skipped: skipped.sort(), close }
  } catch (failure) {
    for (const one of opened.slice(0, -1)) await one.close()
    await rm(scratch, { recursive: true, force: true })
    throw failure
  }
}

/** The body of an entry in pieces, checked against its declared size and CRC; a mismatch is a damaged archive. */
async function* bodyOf(handle: FileHandle, entry: Entry, source: string): AsyncGenerator<Uint8Array> {
  const start = await dataStart(handle, entry)
  if (Math.max(entry.uncompressedSize, entry.compressedSize) <= oneShotLimit) {
    const packed = Buffer.allocUnsafe(entry.compressedSize)
    await handle.read(packed, 0, packed.length, start)
    const body = entry.compressionMethod === 0 ? packed : await inflate(packed, entry.uncompressedSize, source)
    if (body.length !== entry.uncompressedSize || crc32(body) !== entry.crc32) refuse('not-a-zip', { source })
    yield body
    return
  }
  let size = 0
  let sum = 0
  try {
    for await (const chunk of unpacked(handle, entry, start)) {
      size += chunk.length
      if (size > entry.uncompressedSize) break
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (failure) {
    // zlib names its errors Z_…; what the disk says is another matter
    if ((failure as NodeJS.ErrnoException).code?.startsWith('Z_')) refuse('not-a-zip', { source })
    throw failure
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) refuse('not-a-zip', { source })
}

function unpacked(handle: FileHandle, entry: Entry, start: number): AsyncIterable<Buffer> {
  const packed = handle.createReadStream({
    start,
    end: start + entry.compressedSize - 1,
    autoClose: false,
    highWaterMark: 1024 ** 2,
  })
  if (entry.compressionMethod === 0) return packed
  const inflated = createInflateRaw({ chunkSize: 256 * 1024 })
  pipeline(packed, inflated).catch((failure: Error) => inflated.destroy(failure))
  return inflated
}

async function inflate(packed: Buffer, size: number, source: string): Promise<Buffer> {
  try {
    return await inflateWhole(packed, { maxOutputLength: Math.max(size, 1) })
  } catch {
    return refuse('not-a-zip', { source })
  }
}

const unicodePathField = 0x7075

/** The name of Info-ZIP's Unicode Path field, when it still belongs to the entry's own name. */
function unicodePathOf({ extraFields, fileNameRaw }: Entry): string | undefined {
  const field = extraFields.find(({ id, data }) => id === unicodePathField && data.length > 5 && data[0] === 1)?.data
  return field && field.readUInt32LE(1) === crc32(fileNameRaw) ? field.subarray(5).toString('utf8') : undefined
}
