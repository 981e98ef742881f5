/** What was decided, and what waits to be joined to it. */
import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import type { Actor, Entry } from '#core/ledger/entry.ts'
import type { ActSignature } from '#core/signing/act.ts'

/** Append-only: triggers refuse UPDATE and DELETE. */
export const ledger = sqliteTable(
  'ledger',
  {
    chain: text().notNull(),
    seq: integer().notNull(),
    round: text().notNull(),
    kind: text().notNull(),
    at: text().notNull(),
    by: text({ mode: 'json' }).$type<Actor>().notNull(),
    subject: text().notNull(),
    payload: text({ mode: 'json' }).$type<unknown>().notNull(),
    prev: text().notNull(),
    hash: text().notNull(),
    signature: text({ mode: 'json' }).$type<ActSignature>(),
  },
  (table) => [
    primaryKey({ columns: [table.chain, table.seq] }),
    unique('ledger_hash').on(table.hash),
    check('ledger_seq', sql`typeof(${table.seq}) = 'integer' and ${table.seq} >= 1`),
    check('ledger_hash_length', sql`length(${table.hash}) = 64 and length(${table.prev}) = 64`),
    index('ledger_by_kind').on(table.kind),
  ],
)

/** Entries of other devices that came before what they stand on. They join the ledger when that has come too. */
export const waitingEntries = sqliteTable(
  'waiting_entries',
  { chain: text().notNull(), seq: integer().notNull(), entry: text({ mode: 'json' }).$type<Entry>().notNull() },
  (table) => [primaryKey({ columns: [table.chain, table.seq] })],
)

/** Ends of other devices' chains that came in since this device last decided; its next decision says that it knew them. */
export const unseenHeads = sqliteTable('unseen_heads', {
  chain: text().primaryKey(),
  seq: integer().notNull(),
  hash: text().notNull(),
})
