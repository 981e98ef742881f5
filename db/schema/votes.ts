/** The named vote. */
import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ballotChoices, votePurposes } from '#core/ledger/kinds.ts'
import type { VoteRule } from '#core/round/choices.ts'
import { packetColumn } from './packets.ts'
import { expertColumn } from './people.ts'

/** One vote on one application: its first, a repeat, a run-off. Votes prepared together stand on one list. */
export const votes = sqliteTable(
  'votes',
  {
    packet: packetColumn(),
    turn: integer().notNull(),
    state: text({ enum: ['prepared', 'open', 'closed'] }).notNull(),
    purpose: text({ enum: votePurposes }).notNull(),
    reason: text().notNull(),
    /** Every application on the same ballot, this one among them. */
    list: text({ mode: 'json' }).$type<string[]>().notNull(),
    maxYes: integer('max_yes'),
    places: integer(),
    /** The rule as it was when the vote was prepared. */
    rule: text({ mode: 'json' }).$type<VoteRule>().notNull(),
    entitled: text({ mode: 'json' }).$type<string[]>().notNull(),
    recused: text({ mode: 'json' }).$type<string[]>().notNull(),
    absent: text({ mode: 'json' }).$type<string[]>().notNull(),
    preparedAt: text('prepared_at').notNull(),
    openedAt: text('opened_at'),
    closedAt: text('closed_at'),
    publishedAt: text('published_at'),
  },
  (table) => [
    primaryKey({ columns: [table.packet, table.turn] }),
    check('votes_state', sql`${table.state} in ('prepared', 'open', 'closed')`),
    check('votes_purpose', sql`${table.purpose} in ('first', 'repeat', 'run-off')`),
  ],
)

export const ballots = sqliteTable(
  'ballots',
  {
    packet: packetColumn(),
    turn: integer().notNull(),
    expert: expertColumn(),
    choice: text({ enum: ballotChoices }).notNull(),
    at: text().notNull(),
    door: text({ enum: ['desk', 'seat', 'command-line'] }).notNull(),
    second: text().notNull(),
    note: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.packet, table.turn, table.expert] }),
    check('ballots_choice', sql`${table.choice} in ('for', 'against', 'abstain', 'invalid')`),
  ],
)
