/** The round itself, what was adopted for it and how far it has come. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ChoiceId, Scheme, StageId } from '#core/scheme/scheme.ts'

export const rounds = sqliteTable('rounds', {
  id: text().primaryKey(),
  title: text().notNull(),
  organiser: text().notNull(),
  scheme: text().notNull(),
  schemeVersion: integer('scheme_version').notNull(),
  /** The scheme as it was when the round began: a later edition of the file never changes a running round. */
  schemeData: text('scheme_data', { mode: 'json' }).$type<Scheme>().notNull(),
  activity: text().notNull(),
  sample: integer({ mode: 'boolean' }).notNull(),
  createdAt: text('created_at').notNull(),
})

export const choices = sqliteTable('choices', {
  choice: text().$type<ChoiceId>().primaryKey(),
  value: text({ mode: 'json' }).$type<unknown>().notNull(),
  note: text().notNull(),
  at: text().notNull(),
})

export const closedStages = sqliteTable('closed_stages', {
  stage: text().$type<StageId>().primaryKey(),
  at: text().notNull(),
})

export const reopenings = sqliteTable('reopenings', {
  /** The moment it was asked for; no two at once. */
  askedAt: text('asked_at').primaryKey(),
  stage: text().$type<StageId>().notNull(),
  reason: text().notNull(),
  askedBy: text('asked_by').notNull(),
  granted: integer({ mode: 'boolean' }),
  decidedBy: text('decided_by'),
  note: text(),
  decidedAt: text('decided_at'),
})
