/** The round itself and its stages. */
import { and, eq, isNull } from 'drizzle-orm'
import type { roundKinds } from '#core/ledger/kinds/round.ts'
import type { Projections } from '../projection.ts'
import * as table from '../schema/round.ts'

export const roundProjections: Pick<Projections, keyof typeof roundKinds> = {
  // The round's own row carries the scheme's data, which the ledger names by fingerprint: the act writes it.
  'round.created': () => {},
  'choice.adopted': (handle, { payload, at }) => {
    const row = { value: payload.value as unknown, note: payload.note, at }
    handle
      .insert(table.choices)
      .values({ choice: payload.choice, ...row })
      .onConflictDoUpdate({ target: table.choices.choice, set: row })
      .run()
  },
  'stage.closed': (handle, { payload, at }) => {
    handle.insert(table.closedStages).values({ stage: payload.stage, at }).onConflictDoNothing().run()
  },
  'reopening.asked': (handle, { payload, at, by }) => {
    handle
      .insert(table.reopenings)
      .values({ ...payload, askedAt: at, askedBy: by.name })
      .onConflictDoNothing()
      .run()
  },
  'reopening.decided': (handle, { payload, at }) => {
    const { stage, granted, decidedBy, note, stages } = payload
    handle
      .update(table.reopenings)
      .set({ granted, decidedBy, note, decidedAt: at })
      .where(and(eq(table.reopenings.stage, stage), isNull(table.reopenings.decidedAt)))
      .run()
    if (!granted) return
    for (const open of stages) handle.delete(table.closedStages).where(eq(table.closedStages.stage, open)).run()
  },
}
