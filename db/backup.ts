/** Copies a round's file by SQLite's own backup, opened and checked before it counts. */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { refuse } from '#core/refusal.ts'
import type { RoundFile } from './open.ts'
import { hashFile } from './packet-files.ts'

/**
 * Writes a copy of the round's file to `target`.
 * @throws Refused `backup-exists`, `damaged-store` (the copy does not check).
 */
export async function backUp(file: RoundFile, target: string): Promise<{ path: string; sha256: string }> {
  if (existsSync(target)) refuse('backup-exists', { path: target })
  await mkdir(path.dirname(target), { recursive: true })
  const part = `${target}.part`
  try {
    return await copyTo(file, part, target)
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(`${part}${end}`, { force: true }).catch(() => {})
    throw error
  }
}

async function copyTo(file: RoundFile, part: string, target: string): Promise<{ path: string; sha256: string }> {
  await rm(part, { force: true })
  await file.$client.backup(part)
  const copy = new Database(part)
  // A backup is one file that travels alone: no WAL beside it.
  copy.pragma('journal_mode = DELETE')
  const verdict = copy.pragma('integrity_check', { simple: true })
  copy.close()
  if (verdict !== 'ok') refuse('damaged-store', { path: part, why: String(verdict) })
  await rename(part, target)
  return { path: target, sha256: await hashFile(target) }
}
