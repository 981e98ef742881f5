/** The final list beside the score order. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'

export type FinalListView = {
  round: string
  settled: boolean
  /** In score order. `place` is the place on the list, null when not on it; `departure` says how the two differ. */
  rows: {
    packet: string
    no: number
    workshop: string
    unit: string
    /** The aggregate as "p/q", and as shown. */
    exact: string | null
    score: string | null
    rank: number | null
    tied: boolean
    /** Where it stood when scoring ended, before the re-check on site; null in rounds that did not keep it. */
    before: { rank: number | null; score: string | null } | null
    place: number | null
    reason: string
    departure: Text | null
  }[]
}
