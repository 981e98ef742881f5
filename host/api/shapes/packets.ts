/** Applications, their fields, files and facts. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { FactValue, FieldValue, PacketFile, Proof } from '#core/ledger/kinds.ts'
import type { Refusal } from '#core/refusal.ts'
import type { PacketState } from './common.ts'

export type PacketRow = {
  packet: string
  no: number
  workshop: string
  unit: string
  leader: string
  occupation: string
  source: string
  state: PacketState
  files: number
  pages: number
  warnings: number
  emptyFields: number
  factsRecorded: number
  factsWanted: number
  visited: boolean
  minuted: boolean
}

export type FieldView = {
  id: string
  label: Text
  kind: 'line' | 'long' | 'rows' | 'block'
  /** Columns of a `rows` field. */
  columns: { id: string; label: Text }[]
  value: FieldValue | null
  /** Where on the form it stands; null for what nobody read. */
  readFrom: Text | null
  correction: { from: FieldValue | null; reason: string; at: string; by: string } | null
  personal: boolean
}

export type PacketView = PacketRow & {
  fields: FieldView[]
  fileList: (PacketFile & { problemText: Text | null })[]
  skipped: string[]
  warningTexts: Text[]
  materials: { id: string; clause: string; text: Text; present: boolean | null }[]
  conditions: { id: string; clause: string; text: Text }[]
  check: { outcome: 'accepted' | 'returned'; note: string; at: string; by: string } | null
  facts: FactView[]
}

export type FactView = {
  key: string
  item: string
  name: Text
  type: 'yes-no' | 'decimal' | 'count' | 'counts-per-year'
  unit: Text | null
  proofHint: Text
  value: FactValue | null
  proof: Proof | null
  note: string
  /** Recorded at the desk from papers, or changed by a site visit. */
  visit: string | null
  at: string | null
}

export type ImportAnswer = {
  imported: {
    packet: string
    source: string
    files: { name: string; kind: string; pages: number | null }[]
    pages: number
    fields: Record<string, FieldValue>
    warnings: string[]
  }[]
  refused: { source: string; code: string; message: string; detail: Refusal['detail'] }[]
}
