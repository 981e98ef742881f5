/** Votes, with choices hidden until they are closed. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { Origin } from '#core/scheme/scheme.ts'
import type { BallotPaper } from '#core/vote/list.ts'
import type { Abstention } from '#core/vote/rule.ts'

type Choice = 'for' | 'against' | 'abstain'

export type VoteTally = {
  for: number
  against: number
  abstain: number
  /** Chosen: enough votes for, a quorum, and (on a list with places) within them. */
  passed: boolean
  /** Enough votes, but level with others where the places run out: only a run-off decides. */
  tied: boolean
  sentence: Text
}

/** The latest vote on one application. */
export type VoteView = {
  packet: string
  no: number
  workshop: string
  unit: string
  leader: string
  /** `prepared`: the rule is fixed and the numbers stand on the wall, nobody can vote yet. */
  state: 'not-opened' | 'prepared' | 'open' | 'closed'
  /** 1 for the first vote on this application, 2 for its first repeat or run-off. */
  turn: number
  purpose: 'first' | 'repeat' | 'run-off'
  reason: string
  /** The others on the same ballot; null for a vote on this application alone. */
  list: { packets: string[]; maxYes: number | null; places: number | null } | null
  appointed: number
  recused: number
  entitled: number
  present: number
  /** Votes in favour that are needed, by the adopted rule. */
  needed: number
  /** Heads that must be there; null where the rule asks for none. */
  quorum: { needed: number; met: boolean } | null
  rule: Text
  abstention: Abstention
  adoptedAt: string
  /** What the document says of the vote itself; where `adopted`, the rule is the organiser's. */
  origin: Origin
  /** Choices stay null until the vote is closed. */
  ballots: {
    expert: string
    seat: number
    name: string
    state: 'waiting' | 'voted' | 'absent' | 'recused'
    choice: Choice | 'invalid' | null
    /** Who compared the paper ballot with what the desk entered; empty for a member's own hand. */
    second: string
  }[]
  /** issued = returned = valid + invalid, once closed. */
  paper: BallotPaper | null
  tally: VoteTally | null
  closedAt: string | null
  /** Until then only the desk knows what was counted. */
  publishedAt: string | null
  /** The votes on it before the latest, each as it was counted. */
  earlier: (Pick<
    VoteView,
    'turn' | 'purpose' | 'reason' | 'list' | 'appointed' | 'recused' | 'present' | 'needed' | 'paper'
  > & {
    tally: VoteTally
    closedAt: string | null
    /** Whose ballot was on paper, by seat, with who compared it. */
    byHand: { seat: number; name: string; second: string }[]
  })[]
}

export type VotesView = { ruleAdopted: boolean; rule: Text | null; votes: VoteView[]; present: string[] }

/** One line of a member's ballot. */
export type BallotLine = {
  vote: VoteView
  may: boolean
  /** Why not, when `may` is false. */
  why: Text | null
  /** The member's own choice so far; it can be changed until the vote is closed. */
  voted: Choice | 'invalid' | null
}

/** What one seat needs to vote: the open vote, and whether it may and did. */
export type MyVoteView = {
  open: VoteView | null
  may: boolean
  why: Text | null
  voted: Choice | 'invalid' | null
  /** Every application on the ballot, the first of them `open`; one for a vote on one application. */
  lines: BallotLine[]
  maxYes: number | null
  done: number
  of: number
}
