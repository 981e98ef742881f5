/** Many devices: merging their chains and deciding between their versions. */
import { eq } from 'drizzle-orm'
import type { devicesKinds } from '#core/ledger/kinds/devices.ts'
import type { Projections } from '../projection.ts'
import * as table from '../schema/round.ts'

export const devicesProjections: Pick<Projections, keyof typeof devicesKinds> = {
  'ledger.merged': () => {},
  'lan.unencrypted': () => {},
  'conflict.decided': (handle, { payload }, project) => {
    const kept = handle.select().from(table.ledger).where(eq(table.ledger.hash, payload.kept)).get()
    if (kept) project(handle, kept)
  },
}
