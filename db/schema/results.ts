/** What is fixed, published and objected to. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Payload } from '#core/ledger/kinds.ts'
import { packetColumn } from './packets.ts'

export const results = sqliteTable('results', {
  round: text().primaryKey(),
  rows: text({ mode: 'json' }).$type<Payload<'result.frozen'>['rows']>().notNull(),
  at: text().notNull(),
})

/** What was decided in writing about the line, the last word of it. */
export const lineDecisions = sqliteTable('line_decisions', {
  round: text().primaryKey(),
  secondVote: text('second_vote', { mode: 'json' }).$type<Payload<'line.decided'>['secondVote']>().notNull(),
  exceptions: text({ mode: 'json' }).$type<Payload<'line.decided'>['exceptions']>().notNull(),
  reason: text().notNull(),
  at: text().notNull(),
})

export const publications = sqliteTable('publications', {
  round: text().primaryKey(),
  posted: text().notNull(),
  length: integer().notNull(),
  unit: text({ enum: ['working', 'calendar'] }).notNull(),
  place: text().notNull(),
  order: text({ enum: ['strokes', 'pinyin', 'number'] }).notNull(),
  firstDay: text('first_day').notNull(),
  lastDay: text('last_day').notNull(),
  nextStep: text('next_step').notNull(),
})

export const objections = sqliteTable('objections', {
  id: text().primaryKey(),
  packet: packetColumn(),
  received: text().notNull(),
  from: text().notNull(),
  text: text().notNull(),
  outcome: text({ enum: ['upheld', 'rejected'] }),
  reason: text().notNull().default(''),
  decidedAt: text('decided_at'),
  decidedBy: text('decided_by'),
})
