/** Sheets, doubts about facts and the second look. */
import { and, eq } from 'drizzle-orm'
import type { scoringKinds } from '#core/ledger/kinds/scoring.ts'
import type { Projections } from '../projection.ts'
import * as table from '../schema/round.ts'

export const scoringProjections: Pick<Projections, keyof typeof scoringKinds> = {
  'sheet.submitted': (handle, { payload, at, hash, by }) => {
    const { expert, packet, opinion } = payload
    const row = {
      state: 'submitted' as const,
      opinion,
      savedAt: at,
      submittedAt: at,
      entryHash: hash,
      door: by.door,
      returnedFor: null,
      paper: payload.paper ?? null,
    }
    handle
      .insert(table.sheets)
      .values({ expert, packet, ...row })
      .onConflictDoUpdate({ target: [table.sheets.expert, table.sheets.packet], set: row })
      .run()
    handle
      .delete(table.judgements)
      .where(and(eq(table.judgements.expert, expert), eq(table.judgements.packet, packet)))
      .run()
    for (const [item, judgement] of Object.entries(payload.judgements)) {
      handle
        .insert(table.judgements)
        .values({ expert, packet, item, ...judgement })
        .run()
    }
  },
  'reading.arranged': (handle, { round, payload, at }) => {
    const row = { ...payload, at }
    handle
      .insert(table.arrangements)
      .values({ round, ...row })
      .onConflictDoUpdate({ target: table.arrangements.round, set: row })
      .run()
  },
  'doubt.raised': (handle, { payload, at }) => {
    const { doubt, ...row } = payload
    handle
      .insert(table.doubts)
      .values({ id: doubt, ...row, at })
      .onConflictDoNothing()
      .run()
  },
  'doubt.answered': (handle, { payload, at, by }) => {
    handle
      .update(table.doubts)
      .set({ answer: payload.answer, answeredAt: at, answeredBy: by.name })
      .where(eq(table.doubts.id, payload.doubt))
      .run()
  },
  'item.reconsidered': (handle, { payload, at }) => {
    const { expert, packet, item, from, to, reason } = payload
    handle
      .insert(table.reconsiderations)
      .values({ ...payload, at })
      .onConflictDoUpdate({
        target: [table.reconsiderations.expert, table.reconsiderations.packet, table.reconsiderations.item],
        set: { from, to, reason, at },
      })
      .run()
    if (from === to) return
    const { judgements } = table
    handle
      .update(judgements)
      .set({ deduct: to, reason })
      .where(and(eq(judgements.expert, expert), eq(judgements.packet, packet), eq(judgements.item, item)))
      .run()
  },
  'sheet.returned': (handle, { payload }) => {
    handle
      .update(table.sheets)
      .set({ state: 'draft', submittedAt: null, entryHash: null, returnedFor: payload.reason, paper: null })
      .where(and(eq(table.sheets.expert, payload.expert), eq(table.sheets.packet, payload.packet)))
      .run()
  },
}
