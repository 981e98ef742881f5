/** Scores side by side, once scoring is closed. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { ScanFile } from '#core/ledger/kinds.ts'
import type { SheetState } from './common.ts'

/** What one expert gave one item, with the reason and how many pages were pinned. */
export type ScoreCell = { points: string | null; reason: string; pages: number; far: boolean }

/** One application: experts across, items down. */
export type ScoresView = {
  packet: string
  no: number
  workshop: string
  withRubric: boolean
  seats: {
    expert: string
    seat: number
    name: string
    state: SheetState
    total: string | null
    /** Stands far from the others who count. */
    far: boolean
    opinion: string
    /** The scan of the paper it was filled in on, where one was attached. */
    scan: ScanFile | null
  }[]
  /** Items that experts judge, one cell a seat; items that follow from facts have the same points for everybody. */
  judged: { item: string; name: Text; max: string; cells: ScoreCell[]; mean: string | null; range: string | null }[]
  derived: { item: string; name: Text; max: string; points: string | null; derivation: Text | null }[]
  mean: string | null
  range: string | null
  /** Facts that somebody doubted, or that were seen otherwise on site. */
  disputed: Dispute[]
}

export type Dispute = {
  name: Text
  from: 'doubt' | 'visit'
  /** Who doubted; empty for a visit. */
  by: string
  text: Text
  /** The answer to a doubt; empty while it is open. */
  answer: string
}

/** Every application in one line, to be put in order by number, score or spread. */
export type ScoreLine = {
  packet: string
  no: number
  workshop: string
  rank: number | null
  score: string | null
  range: string | null
  far: number
  disputed: number
}
