/** The tables around scoring: how it is arranged, what experts doubt and what they looked at again. */

import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Proof } from '#core/ledger/kinds.ts'
import { experts, packets } from './round.ts'

const packetColumn = () =>
  text()
    .notNull()
    .references(() => packets.id, { onDelete: 'restrict' })
const expertColumn = () =>
  text()
    .notNull()
    .references(() => experts.id, { onDelete: 'restrict' })

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
