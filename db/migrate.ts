/** Brings a file to the present schema without ever losing a row. The only caller of drizzle's migrator. */
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import { refuse } from '#core/refusal.ts'

/** Which of the two kinds of file. */
export type FileKind = 'round' | 'device'

const candidates = [path.join(import.meta.dirname, 'migrations'), path.join(import.meta.dirname, '..', 'migrations')]

/** Folder of the SQL files: beside this file in the sources, beside the bundle when packed. */
export function migrationsFolder(kind: FileKind): string {
  const found = candidates.map((folder) => path.join(folder, kind)).find((folder) => existsSync(folder))
  if (!found) throw new Error(`migrations are missing: ${candidates.join(', ')}`)
  return found
}

/**
 * Runs the migrations that are still to come. A populated file is copied first.
 *
 * Foreign keys are off while tables are rebuilt: SQLite rebuilds a table by dropping it, and with them on the
 * drop deletes the child rows without a word. They are checked afterwards and then switched on for good.
 */
export function migrate(
  database: BetterSQLite3Database<Record<string, unknown>> & { $client: Database.Database },
  kind: FileKind,
  folder = migrationsFolder(kind),
): void {
  const client = database.$client
  const before = appliedCount(client)
  const wanted = migrationCount(folder)
  if (before > wanted) refuse('newer-store')
  if (before === wanted) return
  const copy = before > 0 && !client.memory ? `${client.name}.before-migration` : null
  if (copy) {
    client.pragma('wal_checkpoint(TRUNCATE)')
    copyFileSync(client.name, copy)
  }
  client.pragma('foreign_keys = OFF')
  try {
    runMigrations(database, { migrationsFolder: folder })
    const broken = client.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) refuse('damaged-store', { path: client.name, why: `foreign_key_check ${broken.length}` })
  } finally {
    client.pragma('foreign_keys = ON')
  }
  if (copy) rmSync(copy)
}

function appliedCount(client: Database.Database): number {
  const table = client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
  if (!table) return 0
  return (client.prepare('select count(*) as n from __drizzle_migrations').get() as { n: number }).n
}

function migrationCount(folder: string): number {
  const journal = JSON.parse(readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8')) as { entries: unknown[] }
  return journal.entries.length
}
