/** Packet files on disk, each under the SHA-256 of its bytes: the same file is kept once, a changed one is noticed. */
import { createHash, randomUUID, webcrypto } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** A file in the store. */
export type Kept = { readonly sha256: string; readonly size: number }

/** Where a file of that hash lies below a round's folder. */
export function pathOf(folder: string, sha256: string): string {
  return path.join(folder, 'files', sha256.slice(0, 2), sha256)
}

/** Whether the store holds a file of that hash, and of that size where it is known. */
export function isKept(folder: string, { sha256, size }: { sha256: string; size?: number }): boolean {
  const found = statSync(pathOf(folder, sha256), { throwIfNoEntry: false })
  return found !== undefined && (size === undefined || found.size === size)
}

/** Up to this size a file is read whole, so that it is hashed away from the thread that asks. */
const wholeUpTo = 32 << 20

/** SHA-256 of a file on disk, lower-case hex. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

/** The same for one of many: papers as offices scan them are hashed by the pool of threads, larger files in passing. */
async function hashApart(file: string): Promise<string> {
  const { size } = await stat(file)
  if (size > wholeUpTo) return hashFile(file)
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', await readFile(file))).toString('hex')
}

/**
 * Which of these files are not, or no longer, what their names say. Reads every byte, on as many threads as the machine
 * has (at most four); the caller's own thread stays free.
 * @param hashes names of files that lie below the round's folder
 */
export async function alteredFiles(folder: string, hashes: readonly string[]): Promise<string[]> {
  const altered: string[] = []
  let next = 0
  const worker = async () => {
    for (let at = next++; at < hashes.length; at = next++) {
      const hash = hashes[at] as string
      if ((await hashApart(pathOf(folder, hash))) !== hash) altered.push(hash)
    }
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker))
  return altered.toSorted()
}

const incoming = (folder: string) => path.join(folder, 'files', 'incoming')

/**
 * Takes a body into the store: copied once, hashed while copying. Durable when it returns: written beside its place,
 * its length verified, synced, then renamed. Blocks its thread while it writes: for a worker, not for the host.
 * @param expected the length the source promised, where it did.
 * @param wanted the hash it must have; a body with another is let go, and its hash tells.
 * @throws Error of the system (`ENOSPC` …); whatever `chunks` throws; `EIO` when the length is not the promised one.
 */
export async function keepBody(
  folder: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  expected?: number,
  wanted?: string,
): Promise<Kept> {
  mkdirSync(incoming(folder), { recursive: true })
  const part = path.join(incoming(folder), randomUUID())
  const handle = openSync(part, 'wx')
  let isOpen = true
  try {
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of chunks) {
      hash.update(chunk)
      for (let at = 0; at < chunk.length; ) at += writeSync(handle, chunk, at)
      size += chunk.length
    }
    fsyncSync(handle)
    closeSync(handle)
    isOpen = false
    if (statSync(part).size !== size || (expected !== undefined && expected !== size)) throw shortened(expected, size)
    const kept = { sha256: hash.digest('hex'), size }
    // what turns out to be another file is not taken in under any name
    if (isKept(folder, kept) || (wanted !== undefined && wanted !== kept.sha256)) rmSync(part)
    else moveIn(folder, part, kept.sha256)
    return kept
  } catch (failure) {
    if (isOpen) closeSync(handle)
    rmSync(part, { force: true })
    throw failure
  }
}

function shortened(expected: number | undefined, size: number): NodeJS.ErrnoException {
  return Object.assign(new Error(`${size} bytes where ${expected} were expected`), { code: 'EIO' })
}

function moveIn(folder: string, part: string, sha256: string): void {
  const target = pathOf(folder, sha256)
  mkdirSync(path.dirname(target), { recursive: true })
  renameSync(part, target)
  syncFolder(path.dirname(target))
}

/** A rename is durable on Linux only when its folder is synced; Windows opens no folders and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Clears away what a killed import left half copied. Only while no import runs. */
export function clearIncoming(folder: string): void {
  for (const name of readdirSafely(incoming(folder))) rmSync(path.join(incoming(folder), name), { force: true })
}

function readdirSafely(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/**
 * Takes a file into the store that must have that hash. Durable when it returns.
 * @throws Error when the bytes are not those of `sha256`.
 */
export async function keepFile(folder: string, sha256: string, from: string): Promise<void> {
  if (statSync(pathOf(folder, sha256), { throwIfNoEntry: false })) return
  const found = await keepBody(folder, createReadStream(from, { highWaterMark: 1 << 20 }), undefined, sha256)
  if (found.sha256 !== sha256) throw new Error(`not the bytes of ${sha256}`)
}

/** Takes bytes into the store, durable when it returns. Returns their SHA-256. */
export async function keepBytes(folder: string, bytes: Uint8Array): Promise<string> {
  const { sha256 } = await keepBody(folder, [bytes], bytes.length)
  return sha256
}
