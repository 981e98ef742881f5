/** One program that stays open per store. The engine's own file lock is used: the system drops it when a process dies. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { refuse } from '#core/refusal.ts'

/**
 * Holds a store for this process until the returned function is called. Single commands need not hold it: each of their
 * acts is one transaction.
 * @param who how this program is named to a second one that wants in.
 * @throws Refused `store-in-use`.
 */
export function holdStore(folder: string, who: string): () => void {
  mkdirSync(folder, { recursive: true })
  const note = path.join(folder, 'in-use.txt')
  const lock = new Database(path.join(folder, 'in-use.lock'))
  try {
    lock.pragma('busy_timeout = 0')
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    return refuse('store-in-use', { by: noteIn(note) })
  }
  writeFileSync(note, who)
  return () => {
    rmSync(note, { force: true })
    lock.close()
  }
}

function noteIn(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '?'
  }
}
