/** How scoring is arranged, doubts about facts, second looks, and the entries they stand on. */
import { and, asc, eq } from 'drizzle-orm'
import type { Entry } from '#core/ledger/entry.ts'
import type { ReadHandle } from '../open.ts'
import { arrangements, doubts, ledger, reconsiderations } from '../schema/round.ts'

export type DoubtRecord = typeof doubts.$inferSelect
export type ReconsiderationRecord = typeof reconsiderations.$inferSelect

/** Applications by number and no second round, unless the secretariat has arranged it otherwise. */
export function arrangement(handle: ReadHandle): {
  order: 'number' | 'random'
  farFrom: string | null
  hint: boolean
} {
  const { order, farFrom, hint } = handle.select().from(arrangements).get() ?? {
    order: 'number' as const,
    farFrom: null,
    hint: false,
  }
  return { order, farFrom, hint }
}

export function allDoubts(handle: ReadHandle): DoubtRecord[] {
  return handle.select().from(doubts).orderBy(asc(doubts.at), asc(doubts.id)).all()
}

export function allReconsiderations(handle: ReadHandle): ReconsiderationRecord[] {
  return handle.select().from(reconsiderations).orderBy(asc(reconsiderations.at)).all()
}

/** Every entry of one kind about one subject, as they were written. */
export function entriesAbout(handle: ReadHandle, kind: string, subject: string): Entry[] {
  return handle
    .select()
    .from(ledger)
    .where(and(eq(ledger.kind, kind), eq(ledger.subject, subject)))
    .orderBy(asc(ledger.at), asc(ledger.seq))
    .all()
}
