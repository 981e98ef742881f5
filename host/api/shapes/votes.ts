/** Votes, with choices hidden until they are closed. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'

export type VoteView = {
  packet: string
  no: number
  workshop: string
  unit: string
  leader: string
  state: 'not-opened' | 'open' | 'closed'
  appointed: number
  recused: number
  entitled: number
  present: number
  /** Votes in favour that are needed, by the adopted rule. */
  needed: number
  rule: Text
  adoptedAt: string
  /** Choices stay null until the vote is closed. */
  ballots: {
    expert: string
    seat: number
    name: string
    state: 'waiting' | 'voted' | 'absent' | 'recused'
    choice: 'for' | 'against' | 'abstain' | null
  }[]
  tally: { for: number; against: number; abstain: number; passed: boolean; sentence: Text } | null
}

export type VotesView = { ruleAdopted: boolean; rule: Text | null; votes: VoteView[]; present: string[] }

/** What one seat needs to vote: the open vote, and whether it may and did. */
export type MyVoteView = {
  open: VoteView | null
  may: boolean
  /** Why not, when `may` is false. */
  why: Text | null
  voted: 'for' | 'against' | 'abstain' | null
  done: number
  of: number
}
