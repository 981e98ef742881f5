/** What was decided about the line, the public list, and objections to it. */
import type { ReadHandle } from '../open.ts'
import { lineDecisions, objections, publications } from '../schema/round.ts'

/** The list as it was posted last; null before. */
export function thePublication(handle: ReadHandle) {
  const row = handle.select().from(publications).get()
  if (!row) return null
  const { round: _, ...posted } = row
  return posted
}

export type ObjectionRecord = typeof objections.$inferSelect

export function allObjections(handle: ReadHandle): ObjectionRecord[] {
  return handle.select().from(objections).all()
}

/** The last decision about the line; null without one. */
export function lineDecision(handle: ReadHandle) {
  return handle.select().from(lineDecisions).get() ?? null
}
