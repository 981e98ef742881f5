/** Sheets, and what surrounds scoring. */
import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PaperEntry, Proof } from '#core/ledger/kinds.ts'
import { packetColumn } from './packets.ts'
import { expertColumn } from './people.ts'

export const sheets = sqliteTable(
  'sheets',
  {
    expert: expertColumn(),
    packet: packetColumn(),
    state: text({ enum: ['seen', 'draft', 'submitted'] }).notNull(),
    opinion: text().notNull(),
    savedAt: text('saved_at'),
    submittedAt: text('submitted_at'),
    entryHash: text('entry_hash'),
    door: text({ enum: ['desk', 'seat', 'command-line'] }),
    returnedFor: text('returned_for'),
    /** Of a sheet filled in on paper: who entered it, twice. */
    paper: text({ mode: 'json' }).$type<PaperEntry | null>(),
  },
  (table) => [
    primaryKey({ columns: [table.expert, table.packet] }),
    check('sheets_state', sql`${table.state} in ('seen', 'draft', 'submitted')`),
  ],
)

export const judgements = sqliteTable(
  'judgements',
  {
    expert: expertColumn(),
    packet: packetColumn(),
    item: text().notNull(),
    /** Exact decimal; never a binary float. */
    deduct: text().notNull(),
    reason: text().notNull(),
    pins: text({ mode: 'json' }).$type<Proof[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.expert, table.packet, table.item] }),
    check('judgements_deduct', sql`typeof(${table.deduct}) = 'text'`),
  ],
)

/** One row: how scoring is arranged in this round. */
export const arrangements = sqliteTable('arrangements', {
  round: text().primaryKey(),
  order: text({ enum: ['number', 'random'] }).notNull(),
  /** Share of an item's maximum from which on an expert stands far from the others; null without a second round. */
  farFrom: text('far_from'),
  hint: integer({ mode: 'boolean' }).notNull(),
  at: text().notNull(),
})

export const doubts = sqliteTable('doubts', {
  id: text().primaryKey(),
  expert: expertColumn(),
  packet: packetColumn(),
  item: text().notNull(),
  page: text({ mode: 'json' }).$type<Proof | null>(),
  text: text().notNull(),
  at: text().notNull(),
  answer: text(),
  answeredAt: text('answered_at'),
  answeredBy: text('answered_by'),
})

/** What an expert said of an item on which the others stand far away: the deduction before and after, and why. */
export const reconsiderations = sqliteTable(
  'reconsiderations',
  {
    expert: expertColumn(),
    packet: packetColumn(),
    item: text().notNull(),
    from: text().notNull(),
    to: text().notNull(),
    reason: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.expert, table.packet, table.item] }),
    check('reconsiderations_deduct', sql`typeof(${table.from}) = 'text' and typeof(${table.to}) = 'text'`),
  ],
)
