/** Base64 as XML signatures and certificates write it, the same in every browser and in Node. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Map([...alphabet].map((letter, value) => [letter, value]))

/** Bytes as base64 with padding, without line breaks. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    const letter = (shift: number) => alphabet[(word >> shift) & 63] ?? ''
    pieces.push(letter(18) + letter(12) + (b === undefined ? '=' : letter(6)) + (c === undefined ? '=' : letter(0)))
  }
  return pieces.join('')
}

/** The bytes of a base64 text; blanks are skipped. @throws RangeError for anything that is not base64. */
export function fromBase64(spelling: string): Uint8Array<ArrayBuffer> {
  const letters = spelling.replace(/\s+/g, '')
  if (letters.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(letters)) throw new RangeError('not base64')
  const padding = letters.endsWith('==') ? 2 : letters.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((letters.length / 4) * 3 - padding)
  for (let at = 0, out = 0; at < letters.length; at += 4, out += 3) {
    let word = 0
    for (let step = 0; step < 4; step += 1) word = (word << 6) | (values.get(letters[at + step] ?? 'A') ?? 0)
    bytes[out] = word >> 16
    if (out + 1 < bytes.length) bytes[out + 1] = (word >> 8) & 255
    if (out + 2 < bytes.length) bytes[out + 2] = word & 255
  }
  return bytes
}
