/** What everybody in the room sees. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { StageId } from '#core/scheme/scheme.ts'
import type { SheetState } from './common.ts'
import type { FloorView } from './floor.ts'
import type { StageView } from './rounds.ts'
import type { VoteView } from './votes.ts'

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
  /** A closed vote while its ballots are read aloud: the seats read, and the count so far. */
  readOut: { seats: number[]; for: number; against: number; abstain: number; invalid: number } | null
  floor: FloorView
  voteDone: number
  voteOf: number
  /** Shown only after the result is frozen. */
  decisions: { no: number; workshop: string; decision: Text; tally: string | null }[] | null
  head: string
}
