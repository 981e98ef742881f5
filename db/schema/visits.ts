/** Site visits: the plan and the records follow from the ledger; drafts and what devices carry do not. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Payload } from '#core/ledger/kinds.ts'
import type { StruckPhoto, VisitPhoto, VisitStop } from '#core/visits/record.ts'
import { packetColumn } from './packets.ts'

type Recorded = Payload<'visit.recorded'>

export const visits = sqliteTable('visits', {
  packet: packetColumn().primaryKey(),
  date: text().notNull(),
  place: text().notNull(),
  present: text({ mode: 'json' }).$type<string[]>().notNull(),
  opinion: text().notNull(),
  findings: text({ mode: 'json' }).$type<Recorded['findings']>().notNull(),
  at: text().notNull(),
  /** Hash of the entry: what the team signs. */
  record: text().notNull().default(''),
  by: text().notNull().default(''),
  details: text({ mode: 'json' })
    .$type<Omit<Recorded, 'packet' | 'date' | 'place' | 'present' | 'opinion' | 'findings'>>()
    .notNull()
    .default({
      visit: '',
      begun: null,
      ended: null,
      team: [],
      checks: [],
      measures: [],
      photos: [],
      struck: [],
      without: [],
    }),
})

/** The plan as it was settled. */
export const visitStops = sqliteTable('visit_stops', {
  packet: packetColumn().primaryKey(),
  /** Place in the route, from 1. */
  position: integer().notNull(),
  stop: text({ mode: 'json' }).$type<VisitStop>().notNull(),
})

export const visitSignatures = sqliteTable(
  'visit_signatures',
  {
    packet: packetColumn(),
    expert: text().notNull(),
    /** The record that was signed; one of an older record counts no more. */
    record: text().notNull(),
    answer: text().$type<Payload<'visit.signed'>['answer']>().notNull(),
    text: text().notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.packet, table.expert] })],
)

/** A plan that is being made: no decision. One row. */
export const visitPlanDraft = sqliteTable('visit_plan_draft', {
  round: text().primaryKey(),
  stops: text({ mode: 'json' }).$type<VisitStop[]>().notNull(),
  at: text().notNull(),
})

/** What one member's device says of a visit: its draft of the record, and the photos it names. No decision. */
export const visitDrafts = sqliteTable(
  'visit_drafts',
  {
    /** Refers to no row: a rebuild empties the packets and leaves drafts alone. */
    packet: text().notNull(),
    expert: text().notNull(),
    /** A name the browser gave itself. */
    device: text().notNull(),
    /** Grows with every change the host has taken. */
    revision: integer().notNull(),
    state: text().$type<'carried' | 'draft' | 'handed-in'>().notNull(),
    /** Null for members who only take photos. */
    form: text({ mode: 'json' }).$type<unknown>(),
    photos: text({ mode: 'json' }).$type<VisitPhoto[]>().notNull(),
    struck: text({ mode: 'json' }).$type<StruckPhoto[]>().notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.packet, table.expert] })],
)
