/** The ledger as it lies on disk. */
import { desc, eq, sql } from 'drizzle-orm'
import { type Entry, inOrder } from '#core/ledger/entry.ts'
import type { ReadHandle, WriteHandle } from '../open.ts'
import { ledger } from '../schema/round.ts'

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
