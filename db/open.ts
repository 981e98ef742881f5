/** Opens the files of the store, with every setting that durability hangs on stated and checked. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { refuse } from '#core/refusal.ts'
import { type FileKind, migrate } from './migrate.ts'
import * as deviceSchema from './schema/device.ts'
import * as roundSchema from './schema/round.ts'

/** A file that may be changed. Queries that only look take {@link ReadHandle}. */
export type RoundFile = BetterSQLite3Database<typeof roundSchema> & { $client: Database.Database }
export type DeviceFile = BetterSQLite3Database<typeof deviceSchema> & { $client: Database.Database }

/** Enough of a file, or of a transaction on it, to look. */
export type ReadHandle = Pick<RoundFile, 'select' | 'selectDistinct'>
/** Enough of a file, or of a transaction on it, to change. */
export type WriteHandle = Pick<RoundFile, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'>

/**
 * Opens (and makes, and migrates) a file. `:memory:` is for tests.
 * @throws Refused `damaged-store`, `newer-store`; Error on a Node too old for the database engine.
 */
function openFile<S extends Record<string, unknown>>(file: string, kind: FileKind, schema: S) {
  // The engine needs Node-API 10; on Node 20 loading it ends the process without a word.
  if (Number(process.versions.napi) < 10) throw new Error(`Node ${process.version} is too old; use npm scripts`)
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true })
  const client = connect(file)
  const database = drizzle(client, { schema })
  migrate(database, kind)
  return database
}

function connect(file: string): Database.Database {
  try {
    const client = new Database(file)
    client.pragma('journal_mode = WAL')
    // The engine is compiled to run NORMAL in WAL mode: an acknowledged mark could vanish in a power cut.
    client.pragma('synchronous = FULL')
    client.pragma('foreign_keys = ON')
    client.pragma('busy_timeout = 3000')
    return withKeptStatements(client)
  } catch (error) {
    return refuse('damaged-store', { path: file, why: error instanceof Error ? error.message : String(error) })
  }
}

/** The program has some hundred different statements; those of salvage and replay name tables and are few. */
const mostStatements = 500

/**
 * Statements are compiled once a connection: drizzle asks for a new one with every call, which costs as much as running it.
 * None is left half read (`iterate` is not used), so that the same one can serve the next call.
 */
function withKeptStatements(client: Database.Database): Database.Database {
  const kept = new Map<string, Database.Statement>()
  const compile = client.prepare.bind(client)
  client.prepare = ((source: string) => {
    const found = kept.get(source)
    if (found) return found
    const statement = compile(source)
    if (kept.size < mostStatements) kept.set(source, statement)
    return statement
  }) as typeof client.prepare
  return client
}

export function openRoundFile(file: string): RoundFile {
  return openFile(file, 'round', roundSchema)
}

export function openDeviceFile(file: string): DeviceFile {
  return openFile(file, 'device', deviceSchema)
}
