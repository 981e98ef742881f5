/** What everybody in the room sees. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { StageId } from '#core/scheme/scheme.ts'
import type { SheetState } from './common.ts'
import type { FloorView } from './floor.ts'
import type { StageView } from './rounds.ts'
import type { VoteView } from './votes.ts'

type WallDrawn = { name: string; unit: string; class: string }

export type WallView = {
  title: string
  organiser: string
  activityName: Text
  sample: boolean
  stages: StageView[]
  stage: StageId
  seats: { seat: number; name: string; joined: boolean; submitted: number; of: number; present: boolean }[]
  counts: Record<SheetState, number>
  vote: VoteView | null
  /** The ballot of several applications that `vote` stands on; null otherwise, and while its ballots are read out. */
  list: {
    lines: {
      no: number
      workshop: string
      recused: number
      present: number
      needed: number
      /** Once published. */
      for: number | null
      outcome: Text | null
      passed: boolean
    }[]
    seats: { seat: number; name: string; state: VoteView['ballots'][number]['state'] }[]
    voted: number
    of: number
  } | null
  /** A closed vote while its ballots are read aloud: the seats read, and the count so far. */
  readOut: { seats: number[]; for: number; against: number; abstain: number; invalid: number } | null
  /** The draw of experts, as it goes on: the plan that was fixed, then the chance and who was drawn. */
  draw: {
    fingerprint: string
    pool: number
    excluded: { name: string; unit: string; reason: string }[]
    places: { class: string; count: number }[]
    alternates: number
    witnesses: string[]
    drawn: { entropy: string; entropySource: string; members: WallDrawn[]; alternates: WallDrawn[] } | null
  } | null
  floor: FloorView
  voteDone: number
  voteOf: number
  /** Shown only after the result is frozen. */
  decisions: { no: number; workshop: string; decision: Text; tally: string | null }[] | null
  head: string
}
