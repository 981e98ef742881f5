/** Minutes, the final list and the floor. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Payload } from '#core/ledger/kinds.ts'
import { packetColumn } from './packets.ts'

export const minutes = sqliteTable('minutes', {
  packet: packetColumn().primaryKey(),
  text: text().notNull(),
  dissents: text({ mode: 'json' }).$type<Payload<'minutes.recorded'>['dissents']>().notNull(),
  present: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  speakers: text({ mode: 'json' }).$type<Payload<'minutes.recorded'>['speakers']>().notNull().default([]),
  motions: text({ mode: 'json' }).$type<Payload<'minutes.recorded'>['motions']>().notNull().default([]),
  at: text().notNull(),
})

/** The final list of a round that the score order decides; `place` null: not on it. */
export const finalList = sqliteTable('final_list', {
  packet: packetColumn().primaryKey(),
  place: integer(),
  reason: text().notNull(),
})

/** What the desk has put before the room just now: no decision, so not in the ledger. One row. */
export const floor = sqliteTable('floor', {
  round: text().primaryKey(),
  /** The application on every screen. */
  packet: text(),
  since: text(),
  timerEnds: text('timer_ends'),
  /** How many ballots of the vote `reading` have been read out. */
  reading: text({ mode: 'json' }).$type<{ packet: string; turn: number; upTo: number } | null>(),
  muted: integer({ mode: 'boolean' }).notNull(),
  names: integer({ mode: 'boolean' }).notNull(),
  /** The order in which the desk goes through the applications; those not named follow by number. */
  agenda: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
})
