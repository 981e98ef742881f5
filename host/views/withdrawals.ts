/** Applications that their applicants took back, and why. They stay in the record, out of ranks, votes and quotas. */
import type { Payload } from '#core/ledger/kinds.ts'
import { entriesOf } from '#db/queries/ledger.ts'
import { allPackets, type PacketRecord } from '#db/queries/packets.ts'
import type { Room } from '../room.ts'

export type Withdrawal = { readonly reason: string; readonly person: string; readonly at: string; readonly by: string }

/** By application. What was withdrawn and later handed in anew, or passed after all, is none. */
export function withdrawalsIn(
  { file }: Pick<Room, 'file'>,
  packets: readonly PacketRecord[] = allPackets(file),
): Map<string, Withdrawal> {
  const entries = entriesOf(file, ['packet.withdrawn'])
  const last = new Map(entries.map((entry) => [entry.subject, entry]))
  return new Map(
    packets.flatMap(({ id, state, checkedAt }) => {
      const entry = last.get(id)
      if (!entry || state !== 'returned' || checkedAt !== entry.at) return []
      const { reason, person } = entry.payload as Payload<'packet.withdrawn'>
      return [[id, { reason, person, at: entry.at, by: entry.by.name }] as const]
    }),
  )
}
