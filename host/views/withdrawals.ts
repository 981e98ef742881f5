/** Applications that their applicants took back, and why. They stay in the record, out of ranks, votes and quotas. */
import type { Payload } from '#core/ledger/kinds.ts'
import { entriesOf } from '#db/queries/ledger.ts'
import { whileLedgerStands } from '#db/while-ledger-stands.ts'
import type { Room } from '../room.ts'

export type Withdrawal = { readonly reason: string; readonly person: string; readonly at: string; readonly by: string }

/** By application. What was handed in anew after it was withdrawn, or passed after all, is none. */
export function withdrawalsIn({ file }: Pick<Room, 'file'>): ReadonlyMap<string, Withdrawal> {
  return whileLedgerStands(file, 'withdrawals', () => readWithdrawals(file))
}

function readWithdrawals(file: Room['file']): Map<string, Withdrawal> {
  // Rare: what was imported and checked is read only where somebody withdrew at all.
  if (entriesOf(file, ['packet.withdrawn']).length === 0) return new Map()
  const entries = entriesOf(file, ['packet.imported', 'packet.checked', 'packet.withdrawn'])
  const last = new Map(entries.map((entry) => [entry.subject, entry]))
  return new Map(
    [...last.values()].flatMap(({ kind, subject, payload, at, by }) => {
      if (kind !== 'packet.withdrawn') return []
      const { reason, person } = payload as Payload<'packet.withdrawn'>
      return [[subject, { reason, person, at, by: by.name }] as const]
    }),
  )
}
