/** What happened in the room: visits, minutes, votes and ballots. */
import type { ReadHandle } from '../open.ts'
import { ballots, finalList, minutes, visits, votes } from '../schema/round.ts'

export type VisitRecord = typeof visits.$inferSelect
export type MinutesRecord = typeof minutes.$inferSelect
export type VoteRecord = typeof votes.$inferSelect
export type BallotRecord = typeof ballots.$inferSelect

export function allVisits(handle: ReadHandle): VisitRecord[] {
  return handle.select().from(visits).all()
}

export function allMinutes(handle: ReadHandle): MinutesRecord[] {
  return handle.select().from(minutes).all()
}

/** Rows of the final list; none before it is settled. */
export function finalListRows(handle: ReadHandle): (typeof finalList.$inferSelect)[] {
  return handle.select().from(finalList).all()
}

export function allVotes(handle: ReadHandle): VoteRecord[] {
  return handle.select().from(votes).all()
}

export function allBallots(handle: ReadHandle): BallotRecord[] {
  return handle.select().from(ballots).all()
}
