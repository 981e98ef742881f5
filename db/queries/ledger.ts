/** The ledger as it lies on disk. */
import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { inOrder, mergedKind, type Seen } from '#core/ledger/causality.ts'
import type { Entry } from '#core/ledger/entry.ts'
import type { EntryKind } from '#core/ledger/kinds.ts'
import type { ReadHandle, WriteHandle } from '../open.ts'
import { ledger, unseenHeads, waitingEntries } from '../schema/round.ts'

export function appendEntry(handle: WriteHandle, entry: Entry): void {
  handle.insert(ledger).values(entry).run()
}

export function lastOfChain(handle: ReadHandle, chain: string): Pick<Entry, 'seq' | 'hash'> | null {
  const found = handle
    .select({ seq: ledger.seq, hash: ledger.hash })
    .from(ledger)
    .where(eq(ledger.chain, chain))
    .orderBy(desc(ledger.seq))
    .limit(1)
    .get()
  return found ?? null
}

/** Every entry in the order in which it was decided. */
export function allEntries(handle: ReadHandle): Entry[] {
  return inOrder(handle.select().from(ledger).all())
}

/** The entries of some kinds, in the order in which they were decided. */
export function entriesOf(handle: ReadHandle, kinds: readonly EntryKind[]): Entry[] {
  // What devices knew of each other decides the order, so those entries are read along.
  const wanted = inArray(ledger.kind, [...kinds, mergedKind])
  const known = new Set<string>(kinds)
  return inOrder(handle.select().from(ledger).where(wanted).all()).filter(({ kind }) => known.has(kind))
}

export function countEntries(handle: ReadHandle): number {
  return handle.select({ n: sql<number>`count(*)` }).from(ledger).get()?.n ?? 0
}

/** The last entry of each chain. */
export function chainHeads(handle: ReadHandle): Pick<Entry, 'chain' | 'hash'>[] {
  return handle
    .select({ chain: ledger.chain, hash: ledger.hash, seq: sql<number>`max(${ledger.seq})` })
    .from(ledger)
    .groupBy(ledger.chain)
    .all()
}

/** Entries that wait for what they stand on. */
export function allWaiting(handle: ReadHandle): Entry[] {
  return handle
    .select()
    .from(waitingEntries)
    .all()
    .map(({ entry }) => entry)
}

export function replaceWaiting(handle: WriteHandle, entries: readonly Entry[]): void {
  handle.delete(waitingEntries).run()
  for (const entry of entries) {
    handle.insert(waitingEntries).values({ chain: entry.chain, seq: entry.seq, entry }).run()
  }
}

/** Ends of other chains that this device has not yet acknowledged in a decision of its own. */
export function unseenEnds(handle: ReadHandle): Seen[] {
  return handle.select().from(unseenHeads).orderBy(asc(unseenHeads.chain)).all()
}

export function noteUnseen(handle: WriteHandle, ends: readonly Seen[]): void {
  for (const end of ends) {
    handle.insert(unseenHeads).values(end).onConflictDoUpdate({ target: unseenHeads.chain, set: end }).run()
  }
}

export function forgetUnseen(handle: WriteHandle): void {
  handle.delete(unseenHeads).run()
}
