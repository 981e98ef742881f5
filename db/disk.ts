/** What the operating system and SQLite say when a disk will not take or give bytes, in the product's words. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Refusal, Refused, refusal } from '#core/refusal.ts'

const byCode: Readonly<Record<string, Refusal['code']>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  SQLITE_FULL: 'disk-full',
  EROFS: 'read-only-place',
  EACCES: 'read-only-place',
  EPERM: 'read-only-place',
  SQLITE_READONLY: 'read-only-place',
  ENOENT: 'place-gone',
  ENODEV: 'place-gone',
  ENXIO: 'place-gone',
  EIO: 'place-gone',
  SQLITE_IOERR: 'place-gone',
  SQLITE_CANTOPEN: 'place-gone',
  SQLITE_CORRUPT: 'damaged-store',
  SQLITE_NOTADB: 'damaged-store',
  SQLITE_BUSY: 'store-busy',
}

/** The refusal in a failure of the disk; null when it is something else. */
export function diskRefusal(error: unknown, path = ''): Refusal | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const spelled = String(error.code)
  const code = byCode[spelled] ?? byCode[spelled.split('_').slice(0, 2).join('_')]
  const place = 'path' in error && typeof error.path === 'string' && path === '' ? error.path : path
  return code ? refusal(code === 'place-gone' ? probed(place) : code, { path: place, why: error.message }) : null
}

/** SQLite says "I/O error" where a disk is full or locked as well: one small file tells which. */
function probed(place: string): Refusal['code'] {
  const folder = path.dirname(place)
  const probe = path.join(folder, '.jiangping-probe')
  if (place === '' || !existsSync(folder)) return 'place-gone'
  try {
    writeFileSync(probe, Buffer.alloc(1 << 17))
    return 'place-gone'
  } catch (error) {
    return byCode[(error as NodeJS.ErrnoException).code ?? ''] ?? 'place-gone'
  } finally {
    rmSync(probe, { force: true })
  }
}

/** Runs what touches a disk; its failures come out as refusals that name the place. */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const reason = error instanceof Refused ? null : diskRefusal(error, path)
    throw reason ? new Refused(reason) : error
  }
}

/**
 * Writes a file so that under its name it is there whole or not at all: beside it first, synced, then renamed.
 * @throws Refused `disk-full`, `read-only-place`, `place-gone`; nothing is left behind.
 */
export async function writeWhole(target: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${target}.part`
  await onDisk(target, async () => {
    try {
      await write(part)
      const handle = await open(part, 'r+')
      await handle.sync()
      await handle.close()
      await rename(part, target)
    } catch (error) {
      await rm(part, { force: true }).catch(() => {})
      throw error
    }
  })
}
