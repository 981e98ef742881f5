/** Everything the papers of one round are made from, gathered once, so that every paper says the same. */

import type { Entry } from '#core/ledger/entry.ts'
import type { NeutralOrder } from '#core/publication/neutral-order.ts'
import type { PublicStanding } from '#core/publication/objection.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import type {
  AttendanceView,
  FinalAnswer,
  MinutesView,
  MoneyView,
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
/** One person on the list of signers. */
export type ListedSigner = {
  person: string
  name: string
  unit: string
  role: string
  answer: { answer: FinalAnswer; text: string; witness: string; at: string } | null
  /** Handwriting as a PNG; null without. */
  picture: Uint8Array | null
  /** Null for somebody who has none. */
  certificate: { fingerprint: string; algorithm: string; since: string } | null
  /** True when a digital signature of this person is expected in the workbook. */
  signs: boolean
}

export type SigningBook = { authority: { fingerprint: string; second: boolean }; people: ListedSigner[] }

export type PaperBook = {
  round: RoundView
  /** Version of the scheme the round runs by; {@link RoundView} does not carry it, and every page must name it. */
  schemeVersion: number
  panel: PanelView
  /** Every coming and going that was noted, in the order of its time. */
  attendance: AttendanceView['events']
  result: ResultView
  /** Every submitted sheet, by seat, then by application. Empty judgements where the round uses no rubric. */
  sheets: SheetView[]
  visits: VisitView[]
  /** Photos of the visits made small, JPEG, by the hash of the whole photo; those that could not be drawn are left out. */
  visitThumbs: ReadonlyMap<string, Uint8Array>
  minutes: MinutesView[]
  votes: VotesView
  /** Every application of the round, also those that were sent back. */
  packets: PaperPacket[]
  /** Null before a list was prepared. */
  publication: PaperPublication | null
  /** Keys, answers and who is expected to sign; null while the round has no authority. */
  signing: SigningBook | null
  /** What the selected workshops are paid; null where nothing is selected or the document pays nothing. */
  money: MoneyView | null
  /** The scheme as the round runs by it. */
  scheme: Scheme
  /** The ledger the papers were made from. */
  entries: readonly Entry[]
  /** When the papers were made, ISO 8601 with zone. */
  madeAt: string
}
