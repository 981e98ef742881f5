/** Experts, the panel, recusals, and who sits at which seat. */
import { asc, eq } from 'drizzle-orm'
import type { ReadHandle, WriteHandle } from '../open.ts'
import {
  alternates,
  attendance,
  experts,
  formerMembers,
  members,
  officers,
  recusals,
  seatKeys,
} from '../schema/round.ts'

export type ExpertRecord = typeof experts.$inferSelect
export type MemberRecord = typeof members.$inferSelect
export type RecusalRecord = typeof recusals.$inferSelect
export type SeatKeyRecord = typeof seatKeys.$inferSelect

export function allExperts(handle: ReadHandle): ExpertRecord[] {
  return handle.select().from(experts).orderBy(asc(experts.position)).all()
}

/** Panel members in seat order, each with the expert's own data. */
export function allMembers(handle: ReadHandle): (MemberRecord & { person: ExpertRecord })[] {
  return handle
    .select()
    .from(members)
    .innerJoin(experts, eq(members.expert, experts.id))
    .orderBy(asc(members.seat))
    .all()
    .map((row) => ({ ...row.members, person: row.experts }))
}

export function allRecusals(handle: ReadHandle): RecusalRecord[] {
  return handle.select().from(recusals).all()
}

export function seatKeyOf(handle: ReadHandle, expert: string): SeatKeyRecord | undefined {
  return handle.select().from(seatKeys).where(eq(seatKeys.expert, expert)).get()
}

export function allSeatKeys(handle: ReadHandle): SeatKeyRecord[] {
  return handle.select().from(seatKeys).all()
}

/** The seat whose session has that hash. */
export function seatKeyOfSession(handle: ReadHandle, sessionHash: string): SeatKeyRecord | undefined {
  return handle.select().from(seatKeys).where(eq(seatKeys.sessionHash, sessionHash)).get()
}

export function saveSeatKey(handle: WriteHandle, key: SeatKeyRecord): void {
  handle.insert(seatKeys).values(key).onConflictDoUpdate({ target: seatKeys.expert, set: key }).run()
}

export type AlternateRecord = typeof alternates.$inferSelect

/** In the order in which they step in. */
export function allAlternates(handle: ReadHandle): AlternateRecord[] {
  return handle.select().from(alternates).orderBy(asc(alternates.position)).all()
}

/** Members whose seat an alternate took. */
export function allFormerMembers(handle: ReadHandle): (typeof formerMembers.$inferSelect)[] {
  return handle.select().from(formerMembers).all()
}

export function allOfficers(handle: ReadHandle): (typeof officers.$inferSelect)[] {
  return handle.select().from(officers).all()
}

export type AttendanceRecord = typeof attendance.$inferSelect

/** Every coming and going, in order. */
export function allAttendance(handle: ReadHandle): AttendanceRecord[] {
  return handle.select().from(attendance).orderBy(asc(attendance.time)).all()
}
