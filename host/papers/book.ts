/** Everything the papers of one round are made from, gathered once, so that every paper says the same. */
import type { NeutralOrder } from '#core/publication/neutral-order.ts'
import type { PublicStanding } from '#core/publication/objection.ts'
import type {
  MinutesView,
  PacketState,
  PanelView,
  ResultView,
  RoundView,
  SheetView,
  VisitView,
  VotesView,
} from '#host/api/shapes.ts'

/** One application as the papers about it need it: what was corrected, what was lacking, and its way through the ledger. */
export type PaperPacket = {
  packet: string
  no: number
  workshop: string
  unit: string
  leader: string
  occupation: string
  state: PacketState
  /** What the check noted. */
  note: string
  /** Papers that were not there. */
  missing: string[]
  corrections: { label: string; from: string; to: string; reason: string }[]
  /** The applicant's own form, by its fingerprint; null where it is no Word file. */
  form: { sha256: string; name: string } | null
  trail: { seq: number; at: string; what: string; who: string; hash: string }[]
}

/** The public list: where it hangs, from when to when, and what objections did to its entries. */
export type PaperPublication = {
  order: NeutralOrder
  posted: string | null
  length: number
  unit: 'working' | 'calendar'
  days: { firstDay: string; lastDay: string; nextStep: string } | null
  standing: Record<string, PublicStanding>
}

export type PaperBook = {
  round: RoundView
  /** Version of the scheme the round runs by; {@link RoundView} does not carry it, and every page must name it. */
  schemeVersion: number
  panel: PanelView
  result: ResultView
  /** Every submitted sheet, by seat, then by application. Empty judgements where the round uses no rubric. */
  sheets: SheetView[]
  visits: VisitView[]
  minutes: MinutesView[]
  votes: VotesView
  /** Every application of the round, also those that were sent back. */
  packets: PaperPacket[]
  /** Null before a list was prepared. */
  publication: PaperPublication | null
  /** When the papers were made, ISO 8601 with zone. */
  madeAt: string
}
