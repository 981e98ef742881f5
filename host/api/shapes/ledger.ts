/** The ledger and its check. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { Entry } from '#core/ledger/entry.ts'
import type { EntryGroup } from '#core/ledger/sentences.ts'
import type { ActSignature } from '#core/signing/act.ts'

export type LedgerView = { entries: Entry[]; head: string }

/** An entry as people read it. */
export type LedgerRow = Pick<Entry, 'chain' | 'seq' | 'kind' | 'at' | 'by' | 'prev' | 'hash'> & {
  group: EntryGroup
  title: Text
  /** What was decided, in one plain sentence. */
  sentence: Text
  /** The whole content as canonical JSON; null while it is not to be seen. */
  content: string | null
  /** Whose key signed it; `own`: the person's who acted, else of the secretary who entered it for them. */
  signature: (ActSignature & { name: string; own: boolean }) | null
}

export type LedgerPage = {
  head: string
  /** All entries of the ledger, and how many the filters leave. */
  entries: number
  found: number
  rows: LedgerRow[]
  /** Everybody who decided something: an expert's id, or the role of whoever is none. */
  people: { person: string; name: string; role: Entry['by']['role'] }[]
}

export type LedgerCheck = {
  ok: boolean
  entries: number
  head: string
  problems: { seq: number; chain: string; why: string }[]
}

/** What looking at every byte that a decision hangs on has found; each finding is a sentence. */
export type RoundProof = { ok: boolean; entries: number; files: number; head: string; findings: Text[] }
