/** Everything the papers of one round are made from, gathered once, so that every paper says the same. */
import type {
  MinutesView,
  PanelView,
  ResultView,
  RoundView,
  SheetView,
  VisitView,
  VotesView,
} from '#host/api/shapes.ts'

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
  /** When the papers were made, ISO 8601 with zone. */
  madeAt: string
}
