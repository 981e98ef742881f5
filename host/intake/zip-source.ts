/** Reads a packet that came as a .zip: every size, place and name is checked before any byte is unpacked. */
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline, Readable, Transform } from 'node:stream'
import { promisify } from 'node:util'
import { crc32, createInflateRaw, inflateRaw } from 'node:zlib'
import { type Entry, fromFdPromise } from 'yauzl'
import { Refused, refuse } from '#core/refusal.ts'
import { decodeNames, isRubbish, isUnsafeName } from './archive-names.ts'
import { type Source, type SourceFile, sourceLimits } from './source.ts'

/** Up to this size an entry is unpacked in one go, which is twice as fast as streaming. */
const oneShotLimit = 32 * 1024 ** 2
/** Office papers and pictures never shrink this much; what does, and is large, is a bomb. */
const bombRatio = 200
const bombSize = 64 * 1024 ** 2

const inflateWhole = promisify(inflateRaw) as (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>

/** Opens a zip and lists its files. Throws Refused. */
export async function readZip(path: string, source: string): Promise<Source> {
  const handle = await open(path)
  try {
    const entries = await listEntries(handle, source)
    const names = decodeNames(
      entries.map((entry) => ({ bytes: entry.fileNameRaw, utf8: (entry.generalPurposeBitFlag & 0x800) !== 0 })),
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
        open: () => openEntry(handle, entry, source),
      }),
    )
    files.sort((one, other) => (one.name < other.name ? -1 : 1))
    return { name: source, files, skipped: skipped.sort(), close: () => handle.close() }
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

/** Body of an entry, checked against its declared size and CRC; a mismatch is a damaged archive. */
async function openEntry(handle: FileHandle, entry: Entry, source: string): Promise<Readable> {
  const start = await dataStart(handle, entry)
  if (Math.max(entry.uncompressedSize, entry.compressedSize) <= oneShotLimit) {
    const packed = Buffer.allocUnsafe(entry.compressedSize)
    await handle.read(packed, 0, packed.length, start)
    const body = entry.compressionMethod === 0 ? packed : await inflate(packed, entry.uncompressedSize, source)
    if (body.length !== entry.uncompressedSize || crc32(body) !== entry.crc32) refuse('not-a-zip', { source })
    return Readable.from([body])
  }
  const packed = handle.createReadStream({
    start,
    end: start + entry.compressedSize - 1,
    autoClose: false,
    highWaterMark: 1024 ** 2,
  })
  const checked = checkedBody(entry, source)
  const done = (failure?: Error | null) => {
    if (failure)
      checked.destroy(failure instanceof Refused ? failure : new Refused({ code: 'not-a-zip', detail: { source } }))
  }
  if (entry.compressionMethod === 0) pipeline(packed, checked, done)
  else pipeline(packed, createInflateRaw({ chunkSize: 256 * 1024 }), checked, done)
  return checked
}

async function inflate(packed: Buffer, size: number, source: string): Promise<Buffer> {
  try {
    return await inflateWhole(packed, { maxOutputLength: Math.max(size, 1) })
  } catch {
    return refuse('not-a-zip', { source })
  }
}

function checkedBody(entry: Entry, source: string): Transform {
  let size = 0
  let sum = 0
  const damaged = () => new Refused({ code: 'not-a-zip', detail: { source } })
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      size += chunk.length
      sum = crc32(chunk, sum)
      next(size > entry.uncompressedSize ? damaged() : null, chunk)
    },
    flush(next) {
      next(size === entry.uncompressedSize && sum === entry.crc32 ? null : damaged())
    },
  })
}
