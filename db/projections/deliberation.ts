/** What decisions do to the rows: visits, minutes and the final list. */
import type { deliberationKinds } from '#core/ledger/kinds/deliberation.ts'
import type { Projections } from '../projection.ts'
import * as table from '../schema/round.ts'

export const deliberationProjections: Pick<Projections, keyof typeof deliberationKinds> = {
  'minutes.recorded': (handle, { payload, at }) => {
    const { packet, ...row } = payload
    handle
      .insert(table.minutes)
      .values({ packet, ...row, at })
      .onConflictDoUpdate({ target: table.minutes.packet, set: { ...row, at } })
      .run()
  },
  'list.settled': (handle, { payload }) => {
    handle.delete(table.finalList).run()
    for (const row of payload.rows) handle.insert(table.finalList).values(row).run()
  },
}
