/** Packet files on disk, each under the SHA-256 of its bytes: the same file is kept once, a changed one is noticed. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Where a file of that hash lies below a round's folder. */
export function pathOf(folder: string, sha256: string): string {
  return path.join(folder, 'files', sha256.slice(0, 2), sha256)
}

/** SHA-256 of a file on disk, lower-case hex. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

/**
 * Takes a file into the store. Durable when it returns: written beside its place, synced, checked, renamed.
 * @throws Error when the bytes are not those of `sha256`.
 */
export async function keepFile(folder: string, sha256: string, from: string): Promise<void> {
  const target = pathOf(folder, sha256)
  if (await stat(target).catch(() => null)) return
  await mkdir(path.dirname(target), { recursive: true })
  const part = `${target}.part`
  await copyFile(from, part)
  const handle = await open(part, 'r+')
  await handle.sync()
  await handle.close()
  if ((await hashFile(part)) !== sha256) {
    await rm(part, { force: true })
    throw new Error(`not the bytes of ${sha256}`)
  }
  await rename(part, target)
}

/** Takes bytes into the store, durable when it returns. Returns their SHA-256. */
export async function keepBytes(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const target = pathOf(folder, sha256)
  if (await stat(target).catch(() => null)) return sha256
  await mkdir(path.dirname(target), { recursive: true })
  const handle = await open(`${target}.part`, 'w')
  await handle.writeFile(bytes)
  await handle.sync()
  await handle.close()
  await rename(`${target}.part`, target)
  return sha256
}
