/** Data from a fixed seed: the same bytes on every machine, and none that compress or repeat. */
import { createCipheriv, createHash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'

/** Numbers from 0 up to 1, the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A stream of bytes that nothing compresses, by seed: the key stream of AES in counter mode. */
export function noise(seed: string): (bytes: number) => Buffer {
  const key = createHash('sha256').update(seed).digest()
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  return (bytes) => stream.update(Buffer.alloc(bytes))
}

/** Writes a file of that many bytes of {@link noise}. */
export function noisyFile(file: string, bytes: number, seed: string): void {
  const next = noise(seed)
  const handle = openSync(file, 'w')
  for (let left = bytes; left > 0; left -= 1 << 22) writeSync(handle, next(Math.min(left, 1 << 22)))
  closeSync(handle)
}
