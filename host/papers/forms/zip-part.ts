/** One part of a zip read or exchanged, every other byte of it left as it is. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

type Entry = { name: string; at: number; method: number; packed: number; header: number }
type Directory = { entries: Entry[]; begin: number; end: number }

const signs = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const

/** Where everything lies; null when it is no plain zip (broken, or larger than four gigabytes). */
function directoryOf(zip: Buffer): Directory | null {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > zip.length) return null
  const [count, begin] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)]
  const entries: Entry[] = []
  let at = begin
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > end || zip.readUInt32LE(at) !== signs.central) return null
    const name = zip.readUInt16LE(at + 28)
    const header = zip.readUInt32LE(at + 42)
    if (header + 30 > begin || zip.readUInt32LE(header) !== signs.local) return null
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + name),
      at,
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      header,
    })
    at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return { entries, begin, end }
}

/** The bytes of a part; null when there is none, or it cannot be read. `most` guards against a bomb. */
export function readPart(zip: Buffer, name: string, most = 64 * 1024 * 1024): Buffer | null {
  const entry = directoryOf(zip)?.entries.find((candidate) => candidate.name === name)
  if (!entry) return null
  const begin = entry.header + 30 + zip.readUInt16LE(entry.header + 26) + zip.readUInt16LE(entry.header + 28)
  const packed = zip.subarray(begin, begin + entry.packed)
  try {
    if (entry.method === 0) return Buffer.from(packed)
    return entry.method === 8 ? inflateRawSync(packed, { maxOutputLength: most }) : null
  } catch {
    return null
  }
}

/** The zip with one part's bytes exchanged; null like {@link readPart}. */
export function exchangePart(zip: Buffer, name: string, bytes: Buffer): Buffer | null {
  const directory = directoryOf(zip)
  const entry = directory?.entries.find((candidate) => candidate.name === name)
  if (!directory || !entry) return null
  const after = Math.min(
    directory.begin,
    ...directory.entries.map(({ header }) => header).filter((header) => header > entry.header),
  )
  const record = recordOf(zip, entry, bytes)
  const shift = record.local.length - (after - entry.header)
  const central = Buffer.from(zip.subarray(directory.begin, directory.end))
  for (const other of directory.entries) {
    const at = other.at - directory.begin
    if (other.header > entry.header) central.writeUInt32LE(other.header + shift, at + 42)
  }
  const own = entry.at - directory.begin
  central.writeUInt16LE(central.readUInt16LE(own + 8) & ~0x08, own + 8)
  central.writeUInt16LE(8, own + 10)
  central.writeUInt32LE(record.crc, own + 16)
  central.writeUInt32LE(record.packed, own + 20)
  central.writeUInt32LE(bytes.length, own + 24)
  const tail = Buffer.from(zip.subarray(directory.end))
  tail.writeUInt32LE(directory.begin + shift, 16)
  return Buffer.concat([
    zip.subarray(0, entry.header),
    record.local,
    zip.subarray(after, directory.begin),
    central,
    tail,
  ])
}

/** The new local record: its header as it was, but for sizes and sum; no data after it. */
function recordOf(zip: Buffer, { header }: Entry, bytes: Buffer) {
  const length = 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  const head = Buffer.from(zip.subarray(header, header + length))
  const packed = deflateRawSync(bytes)
  const crc = crc32(bytes)
  head.writeUInt16LE(head.readUInt16LE(6) & ~0x08, 6)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(crc, 14)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(bytes.length, 22)
  return { local: Buffer.concat([head, packed]), crc, packed: packed.length }
}
