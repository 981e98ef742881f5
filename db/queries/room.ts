/** What happened in the room: minutes, votes and ballots. */
import { asc } from 'drizzle-orm'
import type { ReadHandle, WriteHandle } from '../open.ts'
import { ballots, finalList, floor, minutes, votes } from '../schema/round.ts'

export type MinutesRecord = typeof minutes.$inferSelect
export type VoteRecord = typeof votes.$inferSelect
export type BallotRecord = typeof ballots.$inferSelect

export function allMinutes(handle: ReadHandle): MinutesRecord[] {
  return handle.select().from(minutes).all()
}

/** Rows of the final list; none before it is settled. */
export function finalListRows(handle: ReadHandle): (typeof finalList.$inferSelect)[] {
  return handle.select().from(finalList).all()
}

/** Every vote there was, a packet's earlier turns before its later ones. */
export function allVotes(handle: ReadHandle): VoteRecord[] {
  return handle.select().from(votes).orderBy(asc(votes.turn)).all()
}

export function allBallots(handle: ReadHandle): BallotRecord[] {
  return handle.select().from(ballots).all()
}

export type FloorRecord = Omit<typeof floor.$inferSelect, 'round'>

/** What stands before the room; nothing at first. */
export function theFloor(handle: ReadHandle): FloorRecord {
  const row = handle.select().from(floor).get()
  if (row) return row
  return { packet: null, since: null, timerEnds: null, reading: null, muted: false, names: true, agenda: [] }
}

export function saveFloor(handle: WriteHandle, round: string, row: FloorRecord): void {
  handle
    .insert(floor)
    .values({ ...row, round })
    .onConflictDoUpdate({ target: floor.round, set: row })
    .run()
}
