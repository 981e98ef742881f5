/** The result and the papers made of it. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { Door } from '#core/ledger/entry.ts'
import type { LineRule, LineState } from '#core/ranking/line.ts'
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
  /** The adopted step that told it from applications with the same result. */
  tieBrokenBy: Text | null
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
  /** True where blocks weigh: the scores of the rows are then on a scale of a hundred, the sheets' totals are not. */
  weighed: boolean
  withRubric: boolean
  withVote: boolean
  seats: { expert: string; seat: number; name: string }[]
  rows: ResultRow[]
  /** Applications that do not compete, with the reason: taken back, or not passed by the material check. */
  outside: { packet: string; no: number; workshop: string; unit: string; reason: Text }[]
  /** Who is above the line and why, everybody listed; null where an assessment gives grades. */
  line: {
    /** The most that may be selected; null without a limit. */
    places: number | null
    /** Whom the vote passed although the line leaves them out: more passed than there are places, say. */
    beyond: string[]
    /** What was decided beside the rules, by application: votes of the second vote, reasons for exceptions. */
    decided: { secondVote: Record<string, number>; exceptions: Record<string, string> }
    rows: {
      packet: string
      no: number
      workshop: string
      unit: string
      state: LineState
      rule: LineRule
      /** What the panel's final list made of it where that differs from the line. */
      listed: 'left-out' | 'taken-in' | null
      because: Text
      toDiffer: Text | null
      wayOut: Text | null
    }[]
  } | null
  /** Kendall's W over the applications that every expert scored; null where it is undefined. */
  kendallW: { corrected: string; uncorrected: string } | null
  consensus: {
    kendallW: { corrected: string; uncorrected: string } | null
    icc: { single: string; panel: string } | null
    /** The one sentence for the minutes, with its caveat. */
    sentence: Text
    /** Applications that every expert scored; figures of agreement are over these. */
    applicants: number
    experts: number
    /** Per expert: mean of the marks, how far it lies from the panel's mean, and how far the marks spread. */
    severity: { expert: string; name: string; mean: string; offset: string; deviation: string | null }[]
    leaveOneOut: { expert: string; name: string; changes: boolean; text: Text }[]
    /** What dropping the highest and lowest scores changes, or not dropping them. */
    trimming: Text
    outliers: { expert: string; name: string; packet: string; no: number; score: string; expected: string }[]
    /** Items that experts judge: percent of pairs of experts with the same points, and mean range. */
    items: { item: string; name: Text; max: string; same: string | null; range: string | null }[]
    /** Ranks that hold nine of ten draws of the panel. */
    intervals: { packet: string; no: number; rank: number | null; low: number; high: number }[]
    draw: { seed: number; times: number }
  } | null
}

/** The result without what is drawn and recounted to see how firm it is: there at once after each change. */
export type RankingView = Omit<ResultView, 'consensus'>

/** `unfilled`: numbers of the applications whose own form could not be filled, a scan or an old .doc say. */
export type ExportAnswer = {
  workbook: string
  papers: string[]
  signers: number
  unfilled: number[]
  ledgerHead: string
}

/** Where the templates lie, and which of them were written now: those already there stay as they are. */
export type TemplatesAnswer = { folder: string; files: string[] }
