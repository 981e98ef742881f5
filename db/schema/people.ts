/** The people of the room. */
import { integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { attendanceEvents } from '#core/ledger/kinds.ts'
import { officerRoles } from '#core/panel/roles.ts'
import { packetColumn } from './packets.ts'

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

/** A column that names an expert. */
export const expertColumn = () =>
  text()
    .notNull()
    .references(() => experts.id, { onDelete: 'restrict' })

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

export const recusals = sqliteTable(
  'recusals',
  { expert: expertColumn(), packet: packetColumn(), kind: text().notNull(), note: text().notNull() },
  (table) => [primaryKey({ columns: [table.expert, table.packet] })],
)

/** How a device gets into a seat, and the device that sits there. Not a decision, so not in the ledger. */
export const seatKeys = sqliteTable('seat_keys', {
  expert: expertColumn().primaryKey(),
  token: text(),
  pin: text().notNull(),
  wrongPins: integer('wrong_pins').notNull(),
  sessionHash: text('session_hash'),
  joinedAt: text('joined_at'),
})
