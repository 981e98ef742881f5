/** What is fixed, published and objected to, and the papers of it. */
import { eq } from 'drizzle-orm'
import type { resultsKinds } from '#core/ledger/kinds/results.ts'
import type { Projections } from '../projection.ts'
import * as table from '../schema/round.ts'

export const resultsProjections: Pick<Projections, keyof typeof resultsKinds> = {
  'result.frozen': (handle, { round, payload, at }) => {
    const row = { rows: payload.rows, at }
    handle
      .insert(table.results)
      .values({ round, ...row })
      .onConflictDoUpdate({ target: table.results.round, set: row })
      .run()
  },
  'line.decided': (handle, { round, payload, at }) => {
    const row = { ...payload, at }
    handle
      .insert(table.lineDecisions)
      .values({ round, ...row })
      .onConflictDoUpdate({ target: table.lineDecisions.round, set: row })
      .run()
  },
  'list.published': (handle, { round, payload }) => {
    handle
      .insert(table.publications)
      .values({ round, ...payload })
      .onConflictDoUpdate({ target: table.publications.round, set: payload })
      .run()
  },
  'objection.recorded': (handle, { subject, payload }) => {
    handle
      .insert(table.objections)
      .values({ id: subject, ...payload, outcome: null })
      .onConflictDoNothing()
      .run()
  },
  'objection.decided': (handle, { subject, payload, at, by }) => {
    handle
      .update(table.objections)
      .set({ ...payload, decidedAt: at, decidedBy: by.name })
      .where(eq(table.objections.id, subject))
      .run()
  },
  'papers.exported': () => {},
}
