/** The ledger and its check. Types only: nothing here runs. */
import type { Entry } from '#core/ledger/entry.ts'

export type LedgerView = { entries: Entry[]; head: string }

export type LedgerCheck = {
  ok: boolean
  entries: number
  head: string
  problems: { seq: number; chain: string; why: string }[]
}
