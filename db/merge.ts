/** Takes entries of other devices into a round's file; what was decided here stays, and the rows follow from the whole. */
import type { Seen } from '#core/ledger/causality.ts'
import type { Entry } from '#core/ledger/entry.ts'
import { type EntryKind, entryKinds } from '#core/ledger/kinds.ts'
import { mergeEntries } from '#core/ledger/merge.ts'
import { refuse } from '#core/refusal.ts'
import type { RoundFile } from './open.ts'
import { allEntries, allWaiting, appendEntry, noteUnseen, replaceWaiting } from './queries/ledger.ts'
import { theRound } from './queries/rounds.ts'
import { rebuild } from './replay.ts'

export type MergeReport = {
  /** Entries that are new in the ledger. */
  added: Entry[]
  /** Of those that came, how many were here already. */
  known: number
  /** Entries that came before what they stand on. */
  waiting: Entry[]
  /** The whole ledger after the merge. */
  ledger: Entry[]
}

/**
 * Merges, all or nothing. Idempotent, and blind to order: the same entries give the same file.
 * @param chain this device's own chain, whose decisions it need not acknowledge.
 * @throws Refused `altered-entry`, `forked-chain`, `other-round`, `unknown-round`, `newer-bundle` (kinds of decisions this
 * version does not know).
 */
export function mergeInto(file: RoundFile, chain: string, arriving: readonly Entry[]): MergeReport {
  for (const { kind, payload } of arriving) {
    if (!entryKinds[kind as EntryKind]?.safeParse(payload).success) refuse('newer-bundle')
  }
  const row = theRound(file)
  if (!row) return refuse('unknown-round', { round: file.$client.name })
  let report: MergeReport = { added: [], known: 0, waiting: [], ledger: [] }
  rebuild(file, row.schemeData, (handle) => {
    const before = allEntries(handle)
    const { ledger, waiting } = mergeEntries(row.id, [...before, ...allWaiting(handle)], arriving)
    const here = new Set(before.map(({ hash }) => hash))
    const added = ledger.filter(({ hash }) => !here.has(hash))
    report = { added, known: arriving.filter(({ hash }) => here.has(hash)).length, waiting, ledger }
    replaceWaiting(handle, waiting)
    if (added.length === 0) return null
    for (const entry of added) appendEntry(handle, entry)
    noteUnseen(handle, endsOf(added, chain))
    return ledger
  })
  return report
}

/** The last entry of every chain but one's own. */
export function endsOf(entries: readonly Entry[], own: string): Seen[] {
  return [...Map.groupBy(entries, ({ chain }) => chain)]
    .filter(([chain]) => chain !== own)
    .map(([chain, links]) => {
      const last = links.reduce((a, b) => (a.seq > b.seq ? a : b))
      return { chain, seq: last.seq, hash: last.hash }
    })
}
