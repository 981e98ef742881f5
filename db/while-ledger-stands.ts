/** What follows from the ledger alone, kept in memory until the ledger grows: strokes of drafts then cost no second reading. */
import type { RoundFile } from './open.ts'

type Client = RoundFile['$client']
type Kept = { readonly newest: () => string; state: string; readonly values: Map<string, unknown> }
const kept = new WeakMap<Client, Kept>()

/** Names the state of a ledger. The hash is in it: a count alone comes again after a transaction that was rolled back. */
function newestOf(client: Client): () => string {
  const statement = client.prepare("select rowid || ' ' || hash from ledger order by rowid desc limit 1").pluck()
  return () => String(statement.get() ?? '')
}

/**
 * `read()`, or what it returned before when no decision was written since.
 * @param key names what is read, once in the program
 * @param read must look at nothing but rows that follow from the ledger, and at the key; its answer must not be changed
 */
export function whileLedgerStands<T>({ $client }: Pick<RoundFile, '$client'>, key: string, read: () => T): T {
  let here = kept.get($client)
  if (!here) {
    here = { newest: newestOf($client), state: '', values: new Map() }
    kept.set($client, here)
  }
  const state = here.newest()
  if (state !== here.state) {
    here.state = state
    here.values.clear()
  }
  if (here.values.has(key)) return here.values.get(key) as T
  const value = read()
  here.values.set(key, value)
  return value
}
