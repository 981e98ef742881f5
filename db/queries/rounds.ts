/** The round itself: its row, choices, closed stages, frozen result. */

import { asc } from 'drizzle-orm'
import type { Choices } from '#core/round/choices.ts'
import type { StageId } from '#core/scheme/scheme.ts'
import type { ReadHandle } from '../open.ts'
import { choices, closedStages, reopenings, results, rounds } from '../schema/round.ts'

export type RoundRow = typeof rounds.$inferSelect

export function theRound(handle: ReadHandle): RoundRow | undefined {
  return handle.select().from(rounds).get()
}

export type ChoiceRow = typeof choices.$inferSelect

export function choiceRows(handle: ReadHandle): ChoiceRow[] {
  return handle.select().from(choices).all()
}

export function choicesMade(handle: ReadHandle): Choices {
  return Object.fromEntries(choiceRows(handle).map(({ choice, value }) => [choice, value])) as Choices
}

export function stagesClosed(handle: ReadHandle): Map<StageId, string> {
  return new Map(
    handle
      .select()
      .from(closedStages)
      .all()
      .map(({ stage, at }) => [stage, at]),
  )
}

export function frozenResult(handle: ReadHandle) {
  return handle.select().from(results).get() ?? null
}

export type ReopeningRecord = typeof reopenings.$inferSelect

/** Every request to reopen a stage, in order. */
export function allReopenings(handle: ReadHandle): ReopeningRecord[] {
  return handle.select().from(reopenings).orderBy(asc(reopenings.askedAt)).all()
}
