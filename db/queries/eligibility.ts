/** What eligibility rests on, and what named persons decided about it. */
import { eq } from 'drizzle-orm'
import type { ReadHandle } from '../open.ts'
import { eligibilityDecisions, eligibilityFacts } from '../schema/round.ts'

type EligibilityFactRecord = typeof eligibilityFacts.$inferSelect
export type EligibilityDecisionRecord = typeof eligibilityDecisions.$inferSelect

export function allEligibilityFacts(handle: ReadHandle): EligibilityFactRecord[] {
  return handle.select().from(eligibilityFacts).all()
}

export function eligibilityFactsOf(handle: ReadHandle, packet: string): EligibilityFactRecord[] {
  return handle.select().from(eligibilityFacts).where(eq(eligibilityFacts.packet, packet)).all()
}

export function eligibilityDecisionsOf(handle: ReadHandle, packet: string): EligibilityDecisionRecord[] {
  return handle.select().from(eligibilityDecisions).where(eq(eligibilityDecisions.packet, packet)).all()
}
