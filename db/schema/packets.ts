/** Packets, their files and fields, and the facts read from them. */
import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import type { FactValue, FieldValue, Notice, PacketFile, Payload, Proof } from '#core/ledger/kinds.ts'

export const packets = sqliteTable(
  'packets',
  {
    id: text().primaryKey(),
    no: integer().notNull(),
    source: text().notNull(),
    state: text({ enum: ['unchecked', 'accepted', 'returned'] }).notNull(),
    skipped: text({ mode: 'json' }).$type<string[]>().notNull(),
    warnings: text({ mode: 'json' }).$type<Notice[]>().notNull(),
    materials: text({ mode: 'json' }).$type<Record<string, boolean>>().notNull(),
    note: text().notNull(),
    checkedAt: text('checked_at'),
    checkedBy: text('checked_by'),
    version: integer().notNull().default(1),
    doubts: text({ mode: 'json' }).$type<Payload<'packet.imported'>['doubts']>().notNull().default([]),
    importedAt: text('imported_at').notNull().default(''),
  },
  (table) => [
    unique('packets_no').on(table.no),
    check('packets_state', sql`${table.state} in ('unchecked', 'accepted', 'returned')`),
  ],
)

/** A column that names a packet. */
export const packetColumn = () =>
  text()
    .notNull()
    .references(() => packets.id, { onDelete: 'restrict' })

export const packetFields = sqliteTable(
  'packet_fields',
  {
    packet: packetColumn(),
    field: text().notNull(),
    value: text({ mode: 'json' }).$type<FieldValue>().notNull(),
    readFrom: text('read_from').notNull(),
    correctedFrom: text('corrected_from', { mode: 'json' }).$type<FieldValue | null>(),
    correctionReason: text('correction_reason'),
    correctedAt: text('corrected_at'),
    correctedBy: text('corrected_by'),
  },
  (table) => [primaryKey({ columns: [table.packet, table.field] })],
)

export const packetFiles = sqliteTable(
  'packet_files',
  {
    packet: packetColumn(),
    position: integer().notNull(),
    sha256: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: ['form', 'pdf', 'photo', 'sheet', 'other'] }).notNull(),
    mime: text().notNull(),
    size: integer().notNull(),
    pages: integer(),
    problem: text({ mode: 'json' }).$type<Notice | null>(),
    photo: text({ mode: 'json' }).$type<PacketFile['photo']>(),
  },
  (table) => [
    primaryKey({ columns: [table.packet, table.position] }),
    check('packet_files_kind', sql`${table.kind} in ('form', 'pdf', 'photo', 'sheet', 'other')`),
    index('packet_files_by_hash').on(table.sha256),
  ],
)

/** Versions of packets that a newer one superseded, whole: their files stay in the store. */
export const packetVersions = sqliteTable(
  'packet_versions',
  {
    packet: packetColumn(),
    version: integer().notNull(),
    source: text().notNull(),
    importedAt: text('imported_at').notNull(),
    files: text({ mode: 'json' }).$type<PacketFile[]>().notNull(),
    fields: text({ mode: 'json' }).$type<Payload<'packet.imported'>['fields']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.packet, table.version] })],
)

/** Each import as it ended, for the report. */
export const imports = sqliteTable('imports', {
  /** Hash of its entry. */
  entry: text().primaryKey(),
  at: text().notNull(),
  by: text().notNull(),
  imported: text({ mode: 'json' }).$type<Payload<'import.finished'>['imported']>().notNull(),
  refused: text({ mode: 'json' }).$type<Payload<'import.finished'>['refused']>().notNull(),
  cancelled: integer({ mode: 'boolean' }).notNull(),
})

export const facts = sqliteTable(
  'facts',
  {
    packet: packetColumn(),
    key: text().notNull(),
    value: text({ mode: 'json' }).$type<FactValue>().notNull(),
    proof: text({ mode: 'json' }).$type<Proof | null>(),
    note: text().notNull(),
    visit: text(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.packet, table.key] })],
)

export const eligibilityFacts = sqliteTable(
  'eligibility_facts',
  {
    packet: packetColumn(),
    key: text().notNull(),
    value: text({ mode: 'json' }).$type<Payload<'eligibility.recorded'>['value']>(),
    proof: text({ mode: 'json' }).$type<Proof | null>(),
    note: text().notNull(),
    at: text().notNull(),
    by: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.packet, table.key] })],
)

export const eligibilityDecisions = sqliteTable(
  'eligibility_decisions',
  {
    packet: packetColumn(),
    rule: text().notNull(),
    machine: text().$type<Payload<'eligibility.decided'>['machine']>().notNull(),
    verdict: text().$type<Payload<'eligibility.decided'>['verdict']>().notNull(),
    person: text().notNull(),
    reason: text().notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.packet, table.rule] })],
)

/** How far the text of a file in the store was read, for searching. No decision: it is read again where it is missing. */
export const paperReads = sqliteTable('paper_reads', {
  sha256: text().primaryKey(),
  state: text({ enum: ['text', 'none', 'unread'] }).notNull(),
})

/** The text of each page that has one. */
export const paperTexts = sqliteTable(
  'paper_texts',
  { sha256: text().notNull(), page: integer().notNull(), text: text().notNull() },
  (table) => [primaryKey({ columns: [table.sha256, table.page] })],
)
