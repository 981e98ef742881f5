/** The result and the papers made of it. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { Door } from '#core/ledger/entry.ts'
import type { Missing, SheetState } from './common.ts'

export type ResultRow = {
  packet: string
  no: number
  workshop: string
  unit: string
  leader: string
  occupation: string
  /** One per panel member in seat order; null: recused or not submitted. */
  scores: { expert: string; total: string | null; state: SheetState; enteredBy: Door | null }[]
  counted: number
  /** The adopted aggregate, exact as "p/q", and as shown. */
  exact: string | null
  shown: string | null
  mean: string | null
  trimmed: string | null
  median: string | null
  spread: { min: string; max: string; range: string; deviation: string | null } | null
  rank: number | null
  tied: boolean
  grade: Text | null
  gradeOnBase: Text | null
  gradeConflict: boolean
  vote: { for: number; against: number; abstain: number; needed: number; passed: boolean; sentence: Text } | null
  /** In a round that the score order decides: the place on the final list (null: not on it) and why it departs from it. */
  listed: { place: number | null; reason: string } | null
  decision: Text
  decisionCode: 'selected' | 'not-selected' | 'graded' | 'not-confirmed' | 'pending'
}

export type ResultView = {
  round: string
  ready: boolean
  frozen: boolean
  frozenAt: string | null
  missing: Missing[]
  aggregation: Text | null
  withRubric: boolean
  withVote: boolean
  seats: { expert: string; seat: number; name: string }[]
  rows: ResultRow[]
  consensus: {
    kendallW: { corrected: string; uncorrected: string } | null
    sentence: Text
    applicants: number
    experts: number
    /** Per expert: mean of the marks given and how far it lies from the panel's mean. */
    severity: { expert: string; name: string; mean: string; offset: string }[]
    leaveOneOut: { expert: string; name: string; changes: boolean; text: Text }[]
  } | null
}

export type ExportAnswer = { workbook: string; papers: string[]; signers: number; ledgerHead: string }
