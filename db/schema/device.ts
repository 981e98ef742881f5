/** The small file of one device: which rounds it knows and how it is set. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const knownRounds = sqliteTable('known_rounds', {
  id: text().primaryKey(),
  /** Folder below the store, never an absolute path: a store can move to another disk. */
  folder: text().notNull(),
  createdAt: text('created_at').notNull(),
})

export const settings = sqliteTable('settings', { key: text().primaryKey(), value: text().notNull() })
