/** Writes zips whose bytes depend on nothing but their content, also as old Chinese Windows wrote them; reads them back. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

export type ZipPart = { readonly name: string; readonly bytes: Buffer }

// 2026-03-06 09:00:00 as a DOS date and time
const dosTime = 9 << 11
const dosDate = ((2026 - 1980) << 9) | (3 << 5) | 6
const utf8Flag = 0x0800

let gbkOf: Map<string, number> | undefined
/** Encodes with GBK, which Node can only decode. */
function encodeGbk(words: string): Buffer {
  if (!gbkOf) {
    gbkOf = new Map()
    const decoder = new TextDecoder('gbk')
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const character = decoder.decode(Uint8Array.of(lead, trail))
        if (character.length === 1 && character !== '\ufffd') gbkOf.set(character, (lead << 8) | trail)
      }
    }
  }
  const known = gbkOf
  return Buffer.concat(
    Array.from(words, (character) => {
      if (character < '\u0080') return Buffer.from(character)
      const code = known.get(character)
      if (code === undefined) throw new Error(`not in GBK: ${character}`)
      return Buffer.from([code >> 8, code & 0xff])
    }),
  )
}

/** A zip of these parts in this order; with `gbk` the names are GBK and carry no UTF-8 flag. */
export function writeZip(parts: readonly ZipPart[], { gbk = false }: { readonly gbk?: boolean } = {}): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of parts) {
    const encoded = gbk ? encodeGbk(name) : Buffer.from(name)
    const packed = /\.(jpg|pdf|zip)$/.test(name) ? bytes : deflateRawSync(bytes)
    const method = packed === bytes ? 0 : 8
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(gbk ? 0 : utf8Flag, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt16LE(dosTime, 6)
    common.writeUInt16LE(dosDate, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(encoded.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    locals.push(Buffer.from('PK\x03\x04'), common, encoded, packed)
    centrals.push(Buffer.from('PK\x01\x02\x14\x00'), common, rest, encoded)
    offset += 30 + encoded.length + packed.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

/** The parts of a well-formed zip with UTF-8 names. Only for zips made by our own libraries. */
export function readZip(zip: Buffer): ZipPart[] {
  const parts: ZipPart[] = []
  let at = zip.readUInt32LE(zip.length - 6)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const size = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + size)
    parts.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      bytes: zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : Buffer.from(packed),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}
