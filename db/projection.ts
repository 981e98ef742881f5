/** The shape of what a kind of decision does to the rows. */
import type { Entry } from '#core/ledger/entry.ts'
import type { EntryKind, Payload } from '#core/ledger/kinds.ts'
import type { WriteHandle } from './open.ts'

/** Changes the rows as one entry demands. */
export type Project = (handle: WriteHandle, entry: Entry) => void

/** Of every kind of decision, what it does; `project` is for a decision that makes an earlier entry count again. */
export type Projections = {
  [K in EntryKind]: (handle: WriteHandle, entry: Entry<K, Payload<K>>, project: Project) => void
}
