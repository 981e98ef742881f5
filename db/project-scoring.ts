/** What decisions around scoring do to the rows. */
import { and, eq } from 'drizzle-orm'
import type { Projections } from './project.ts'
import * as table from './schema/round.ts'

type ScoringKind = 'reading.arranged' | 'doubt.raised' | 'doubt.answered' | 'item.reconsidered'

export const scoringProjections: Pick<Projections, ScoringKind> = {
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
}
