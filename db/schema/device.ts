/** The small file of one device: which rounds it knows and how it is set. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const knownRounds = sqliteTable('known_rounds', {
  id: text().primaryKey(),
  /** Folder below the store, never an absolute path: a store can move to another disk. */
  folder: text().notNull(),
  createdAt: text('created_at').notNull(),
  /** An archive that is only looked at. */
  readOnly: integer('read_only', { mode: 'boolean' }).notNull().default(false),
})

export const settings = sqliteTable('settings', { key: text().primaryKey(), value: text().notNull() })

/** Workshops named in earlier years, by any round or level: what a new application must not repeat. */
export const earlierWorkshops = sqliteTable('earlier_workshops', {
  position: integer().primaryKey(),
  name: text().notNull(),
  leader: text().notNull(),
  unit: text().notNull(),
  occupation: text().notNull(),
  level: text().notNull(),
  named: text().notNull(),
  state: text({ enum: ['standing', 'ended'] }).notNull(),
})

/** Experts this device knows, whatever the round. */
export const pool = sqliteTable('pool', {
  id: text().primaryKey(),
  name: text().notNull(),
  unit: text().notNull(),
  post: text().notNull(),
  phone: text().notNull(),
  sourceKind: text('source_kind').notNull(),
  classes: text({ mode: 'json' }).$type<string[]>().notNull(),
  pastUnits: text('past_units', { mode: 'json' }).$type<string[]>().notNull(),
  updatedAt: text('updated_at').notNull(),
})
