/** Sheets as their expert sees them, and progress as the room does. Types only: nothing here runs. */

import type { Text } from '#core/lang.ts'
import type { Judgement, PacketFile, PaperEntry } from '#core/ledger/kinds.ts'
import type { RubricDraft } from '#core/rubric/adopted.ts'
import type { StageId } from '#core/scheme/scheme.ts'
import type { SheetState } from './common.ts'
import type { FactView, FieldView } from './packets.ts'

/** One row of "my applications". */
export type SheetRow = {
  packet: string
  no: number
  workshop: string
  unit: string
  occupation: string
  state: SheetState
  /** Items that still wait for this expert; 0 when complete. */
  open: number
  items: number
  /** Own total once complete; null before and where there is no rubric. */
  total: string | null
  returned: string | null
  /** When this expert last saved or submitted it. */
  savedAt: string | null
}

export type ItemView = {
  id: string
  name: Text
  max: string
  criterion: Text
  /** `fact`: follows from facts. `judgement`: this expert decides. */
  kind: 'fact' | 'judgement'
  points: string | null
  derivation: Text | null
  facts: FactView[]
  judgement: Judgement | null
  /** Highest deduction an expert may make here; null for `fact` items. */
  maxDeduct: string | null
  /** True below a standard: full marks are not to be had there, something must be deducted. */
  mustDeduct: boolean
  /** A hint while scoring, where the organiser wanted one: this expert stands far from those who have submitted. */
  isFar: boolean
}

export type SheetView = SheetRow & {
  expert: string
  expertName: string
  seat: number
  leader: string
  blocks: { id: string; name: Text; bonus: boolean; subtotal: string | null; max: string; items: ItemView[] }[]
  base: string | null
  bonus: string | null
  grade: string | null
  opinion: string
  openItems: string[]
  submittedAt: string | null
  entryHash: string | null
  /** Of a sheet that was filled in on paper. */
  paper: PaperEntry | null
  /** Opened again by its expert, not returned by the secretariat. */
  reopened: boolean
  /** Every version handed in so far, the first first. */
  versions: VersionView[]
  /** Second looks after closing: points before and after, equal when the expert stayed. */
  looks: { item: string; from: string; to: string; reason: string; at: string }[]
  doubts: DoubtView[]
  rubricTitle: Text | null
  rubricClause: string | null
  fieldViews: FieldView[]
  files: (PacketFile & { problemText: Text | null })[]
}

export type ProgressView = {
  stage: StageId
  seats: { expert: string; seat: number; name: string; joined: boolean; lastHeard: string | null }[]
  rows: {
    packet: string
    no: number
    workshop: string
    unit: string
    states: SheetState[]
    active: number
    valid: boolean
  }[]
  counts: Record<SheetState, number>
}

/** What came of a table of a rubric: what must be mended, what to look at, and the rubric to adopt. */
export type RubricDraftView = RubricDraft

/** One version of a sheet that was handed in; the last is the one that counts. */
export type VersionView = {
  version: number
  at: string
  total: string | null
  paper: PaperEntry | null
  /** Why the version before was opened again, and whether its own expert did it; null for the first. */
  because: { reason: string; own: boolean } | null
}

/** An expert's doubt about the facts of an item, and what the secretariat said to it. */
export type DoubtView = {
  doubt: string
  expert: string
  expertName: string
  seat: number
  packet: string
  no: number
  workshop: string
  item: string
  itemName: Text
  page: { file: string; page: number } | null
  text: string
  at: string
  answer: { text: string; at: string; by: string } | null
}

/** An item on which this expert stands far from the others: own points only. */
export type SecondLookView = {
  packet: string
  no: number
  workshop: string
  item: string
  itemName: Text
  criterion: Text
  max: string
  maxDeduct: string
  mustDeduct: boolean
  /** Points before anybody looked again. */
  points: string
  reason: string
  answer: { points: string; reason: string; at: string } | null
}

/** How sheets are filled in; `fixed` once reading has begun. */
export type ArrangementView = { order: 'number' | 'random'; farFrom: string | null; hint: boolean; fixed: boolean }

/** What is entered from one paper sheet: the items its expert decided. */
export type PaperFormView = {
  packet: string
  no: number
  workshop: string
  expert: string
  expertName: string
  seat: number
  state: SheetState
  withRubric: boolean
  items: { id: string; name: Text; max: string; mustDeduct: boolean }[]
}
