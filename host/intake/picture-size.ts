/** Width and height of a JPEG or PNG, read from its head. */

/** Null when the bytes are no JPEG or PNG, or are cut off before their size is said. */
export function pictureSize(bytes: Buffer): { mime: string; width: number; height: number } | null {
  if (bytes.length >= 24 && bytes.toString('hex', 0, 8) === '89504e470d0a1a0a') {
    return { mime: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  }
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // filling bytes, and the markers that carry nothing
    if (marker === 0xff) at += 1
    else if (marker >= 0xd0 && marker <= 0xd9) at += 2
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { mime: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    } else at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}
