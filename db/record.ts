/** Writes decisions: the ledger entry and the rows that follow from it, in one transaction, durable on return. */
import type { Draft, Entry } from '#core/ledger/entry.ts'
import { chainOn } from '#core/ledger/entry.ts'
import { type EntryKind, entryKinds, type Payload } from '#core/ledger/kinds.ts'
import type { RoundFile, WriteHandle } from './open.ts'
import { project } from './project.ts'
import { appendEntry, forgetUnseen, lastOfChain, unseenEnds } from './queries/ledger.ts'

/** A decision that is to be written. */
export type Decision = { [K in EntryKind]: Draft<K, Payload<K>> }[EntryKind]

/**
 * Appends decisions to this device's chain and projects each onto the rows, all or nothing.
 * @param alongside rows that are no decisions but must change in the same transaction.
 */
export function record(
  file: RoundFile,
  place: { round: string; chain: string },
  decisions: readonly Decision[],
  alongside?: (handle: WriteHandle) => void,
): Entry[] {
  return file.transaction(
    (handle) => {
      let previous: Pick<Entry, 'seq' | 'hash'> | null = lastOfChain(handle, place.chain)
      const written = [...acknowledged(handle, decisions[0]), ...decisions].map((decision) => {
        const payload = entryKinds[decision.kind].parse(decision.payload)
        const entry = chainOn({ ...decision, payload }, { ...place, previous })
        appendEntry(handle, entry)
        project(handle, entry)
        previous = entry
        return entry
      })
      alongside?.(handle)
      return written
    },
    { behavior: 'immediate' },
  )
}

/** Says, before the first decision after a merge, what this device has from others: so that causes come before effects. */
function acknowledged(handle: WriteHandle, first: Decision | undefined): Decision[] {
  const seen = unseenEnds(handle)
  if (seen.length === 0 || !first) return []
  forgetUnseen(handle)
  const by = { role: 'program', name: 'program', door: first.by.door } as const
  return [
    { kind: 'ledger.merged', at: first.at, by, subject: seen.map(({ chain }) => chain).join(' '), payload: { seen } },
  ]
}
