import type { visitsKinds } from '#core/ledger/kinds/visits.ts'
import { entryKinds } from '#core/ledger/kinds.ts'
import type { Projections } from '../projection.ts'
import * as table from '../schema/round.ts'

export const visitsProjections: Pick<Projections, keyof typeof visitsKinds> = {
  'visits.planned': (handle, { payload }) => {
    handle.delete(table.visitStops).run()
    for (const [at, stop] of payload.stops.entries()) {
      handle
        .insert(table.visitStops)
        .values({ packet: stop.packet, position: at + 1, stop })
        .run()
    }
  },
  'visit.recorded': (handle, { payload, at, hash, by }) => {
    // An entry from before visits had photos is read with nothing in their places.
    const whole = entryKinds['visit.recorded'].parse(payload)
    const { packet, date, place, present, opinion, findings, ...details } = whole
    const row = { date, place, present, opinion, findings, details, at, record: hash, by: by.name }
    handle
      .insert(table.visits)
      .values({ packet, ...row })
      .onConflictDoUpdate({ target: table.visits.packet, set: row })
      .run()
  },
  'visit.signed': (handle, { payload, at }) => {
    const { packet, expert, ...row } = payload
    handle
      .insert(table.visitSignatures)
      .values({ packet, expert, ...row, at })
      .onConflictDoUpdate({
        target: [table.visitSignatures.packet, table.visitSignatures.expert],
        set: { ...row, at },
      })
      .run()
  },
}
