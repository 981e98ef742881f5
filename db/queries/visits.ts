/** Site visits: plan, records, signatures, and what devices have with them. */
import { and, asc, eq } from 'drizzle-orm'
import type { VisitStop } from '#core/visits/record.ts'
import type { ReadHandle, WriteHandle } from '../open.ts'
import { visitDrafts, visitPlanDraft, visitSignatures, visitStops, visits } from '../schema/round.ts'

export type VisitRecord = typeof visits.$inferSelect
export type VisitSignatureRecord = typeof visitSignatures.$inferSelect
export type VisitDraftRecord = typeof visitDrafts.$inferSelect

export function allVisits(handle: ReadHandle): VisitRecord[] {
  return handle.select().from(visits).all()
}

export function allVisitSignatures(handle: ReadHandle): VisitSignatureRecord[] {
  return handle.select().from(visitSignatures).all()
}

/** The settled plan in the order of the route; nothing before one is settled. */
export function visitRoute(handle: ReadHandle): VisitStop[] {
  return handle
    .select()
    .from(visitStops)
    .orderBy(asc(visitStops.position))
    .all()
    .map(({ stop }) => stop)
}

/** The plan that is being made; null when none is. */
export function planDraft(handle: ReadHandle): { stops: VisitStop[]; at: string } | null {
  const row = handle.select().from(visitPlanDraft).get()
  return row ? { stops: row.stops, at: row.at } : null
}

export function savePlanDraft(handle: WriteHandle, round: string, draft: { stops: VisitStop[]; at: string }): void {
  handle
    .insert(visitPlanDraft)
    .values({ round, ...draft })
    .onConflictDoUpdate({ target: visitPlanDraft.round, set: draft })
    .run()
}

export function dropPlanDraft(handle: WriteHandle): void {
  handle.delete(visitPlanDraft).run()
}

export function allVisitDrafts(handle: ReadHandle): VisitDraftRecord[] {
  return handle.select().from(visitDrafts).all()
}

/** What one member's device has said of one visit. */
export function visitDraft(
  handle: ReadHandle,
  { packet, expert }: { packet: string; expert: string },
): VisitDraftRecord | undefined {
  return handle
    .select()
    .from(visitDrafts)
    .where(and(eq(visitDrafts.packet, packet), eq(visitDrafts.expert, expert)))
    .get()
}

export function saveVisitDraft(handle: WriteHandle, draft: VisitDraftRecord): void {
  const { packet: _, expert: __, ...row } = draft
  handle
    .insert(visitDrafts)
    .values(draft)
    .onConflictDoUpdate({ target: [visitDrafts.packet, visitDrafts.expert], set: row })
    .run()
}
