/** The tables of one round's file. All but those of {@link keptApart} can be rebuilt from the ledger. */
import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import type { Actor, Entry } from '#core/ledger/entry.ts'
import {
  attendanceEvents,
  ballotChoices,
  type FactValue,
  type FieldValue,
  type Notice,
  type PacketFile,
  type Payload,
  type Proof,
  votePurposes,
} from '#core/ledger/kinds.ts'
import { officerRoles } from '#core/panel/roles.ts'
import type { VoteRule } from '#core/round/choices.ts'
import type { ChoiceId, Scheme, StageId } from '#core/scheme/scheme.ts'
import type { ActSignature } from '#core/signing/act.ts'

export { arrangements, doubts, reconsiderations } from './scoring.ts'

/** Append-only: triggers refuse UPDATE and DELETE. */
export const ledger = sqliteTable(
  'ledger',
  {
    chain: text().notNull(),
    seq: integer().notNull(),
    round: text().notNull(),
    kind: text().notNull(),
    at: text().notNull(),
    by: text({ mode: 'json' }).$type<Actor>().notNull(),
    subject: text().notNull(),
    payload: text({ mode: 'json' }).$type<unknown>().notNull(),
    prev: text().notNull(),
    hash: text().notNull(),
    signature: text({ mode: 'json' }).$type<ActSignature>(),
  },
  (table) => [
    primaryKey({ columns: [table.chain, table.seq] }),
    unique('ledger_hash').on(table.hash),
    check('ledger_seq', sql`typeof(${table.seq}) = 'integer' and ${table.seq} >= 1`),
    check('ledger_hash_length', sql`length(${table.hash}) = 64 and length(${table.prev}) = 64`),
    index('ledger_by_kind').on(table.kind),
  ],
)

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

const packetColumn = () =>
  text()
    .notNull()
    .references(() => packets.id, { onDelete: 'restrict' })
const expertColumn = () =>
  text()
    .notNull()
    .references(() => experts.id, { onDelete: 'restrict' })

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

export const experts = sqliteTable('experts', {
  id: text().primaryKey(),
  position: integer().notNull(),
  name: text().notNull(),
  unit: text().notNull(),
  post: text().notNull(),
  phone: text().notNull(),
  sourceKind: text('source_kind').notNull(),
  specialty: text().notNull(),
})

export const members = sqliteTable(
  'members',
  {
    expert: expertColumn().primaryKey(),
    seat: integer().notNull(),
    chair: integer({ mode: 'boolean' }).notNull(),
    present: integer({ mode: 'boolean' }).notNull(),
    declaredAt: text('declared_at'),
  },
  (table) => [unique('members_seat').on(table.seat)],
)

/** Who steps in for an absent member; `replaces` once that happened. */
export const alternates = sqliteTable('alternates', {
  expert: expertColumn().primaryKey(),
  position: integer().notNull(),
  replaces: text(),
  reason: text(),
  at: text(),
})

/** Members whose seat an alternate took. */
export const formerMembers = sqliteTable('former_members', {
  expert: expertColumn().primaryKey(),
  seat: integer().notNull(),
  at: text().notNull(),
})

/** Who runs or watches the room and neither scores nor votes. */
export const officers = sqliteTable('officers', {
  expert: expertColumn().primaryKey(),
  role: text({ enum: officerRoles }).notNull(),
})

export const attendance = sqliteTable(
  'attendance',
  {
    expert: expertColumn(),
    time: text().notNull(),
    event: text({ enum: attendanceEvents }).notNull(),
    how: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.expert, table.time, table.event] })],
)

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

export const recusals = sqliteTable(
  'recusals',
  { expert: expertColumn(), packet: packetColumn(), kind: text().notNull(), note: text().notNull() },
  (table) => [primaryKey({ columns: [table.expert, table.packet] })],
)

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

export const visits = sqliteTable('visits', {
  packet: packetColumn().primaryKey(),
  date: text().notNull(),
  place: text().notNull(),
  present: text({ mode: 'json' }).$type<string[]>().notNull(),
  opinion: text().notNull(),
  findings: text({ mode: 'json' }).$type<Payload<'visit.recorded'>['findings']>().notNull(),
  at: text().notNull(),
})

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
})

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

/** Entries of other devices that came before what they stand on. They join the ledger when that has come too. */
export const waitingEntries = sqliteTable(
  'waiting_entries',
  { chain: text().notNull(), seq: integer().notNull(), entry: text({ mode: 'json' }).$type<Entry>().notNull() },
  (table) => [primaryKey({ columns: [table.chain, table.seq] })],
)

/** Ends of other devices' chains that came in since this device last decided; its next decision says that it knew them. */
export const unseenHeads = sqliteTable('unseen_heads', {
  chain: text().primaryKey(),
  seq: integer().notNull(),
  hash: text().notNull(),
})

/** Keys with which this round's bundles are locked, and, on a device that got the round by bundle, what it got. */
export const bundleKeys = sqliteTable('bundle_keys', { name: text().primaryKey(), value: text().notNull() })

/** How a device gets into a seat, and the device that sits there. Not a decision, so not in the ledger. */
export const seatKeys = sqliteTable('seat_keys', {
  expert: expertColumn().primaryKey(),
  token: text(),
  pin: text().notNull(),
  wrongPins: integer('wrong_pins').notNull(),
  sessionHash: text('session_hash'),
  joinedAt: text('joined_at'),
})

/** Tables that do not follow from the ledger: a rebuild leaves them alone. */
export const keptApart = [ledger, waitingEntries, unseenHeads, bundleKeys, seatKeys, floor] as const
