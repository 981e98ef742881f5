/** Visits and minutes. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { FactValue } from '#core/ledger/kinds.ts'

export type VisitView = {
  packet: string
  no: number
  workshop: string
  recorded: boolean
  date: string | null
  place: string
  present: string[]
  opinion: string
  findings: { fact: string; name: Text; claimed: FactValue | null; seen: FactValue; note: string }[]
  /** What a change of facts did to each expert's total: before and after. */
  at: string | null
}

export type MinutesView = {
  packet: string
  no: number
  workshop: string
  recorded: boolean
  text: string
  dissents: { expert: string; name: string; text: string }[]
  /** Who sat at this item. */
  present: string[]
  speakers: { expert: string; name: string; text: string }[]
  motions: { text: string; by: string; outcome: string }[]
  at: string | null
}
