/** A round and its stages as screens and scripts see them. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { Refusal } from '#core/refusal.ts'
import type { ChoiceId, DecisionKind, Origin, Scheme, StageId } from '#core/scheme/scheme.ts'
import type { Missing } from './common.ts'

export type RoundSummary = {
  round: string
  title: string
  organiser: string
  scheme: string
  schemeShort: Text
  documentNumber: string
  activity: string
  activityName: Text
  stage: StageId
  stageName: Text
  packets: number
  experts: number
  createdAt: string
  sample: boolean
  /** Set where the round's file cannot be read; all but its id is then empty. */
  trouble?: Refusal
}

export type StageView = {
  id: StageId
  name: Text
  origin: Origin
  state: 'done' | 'now' | 'ahead'
  leaves: Text
  closedAt: string | null
}

/** One open question to the organiser, and the answer if there is one. */
export type ChoiceView = {
  id: ChoiceId
  name: Text
  why: Text
  /** null: not chosen yet. Shape as in core/round/choices.ts. */
  value: unknown
  /** The chosen value in words. */
  shown: Text | null
  adoptedAt: string | null
  note: string
  /** Only for the question what decides: the answers this activity allows, the suggestion first. */
  offered: DecisionKind[]
  frozen: boolean
  /** Nothing waits for it: without an answer the round goes on as it is. */
  optional: boolean
}

export type RoundView = RoundSummary & {
  document: Scheme['document']
  schemeTitle: Text
  withRubric: boolean
  /** The parts of the rubric, where there is one. */
  blocks: { id: string; name: Text; bonus: boolean }[]
  withVote: boolean
  /** What decides; null until the organiser has chosen where the document is silent. */
  decision: DecisionKind | null
  stages: StageView[]
  choices: ChoiceView[]
  /** What the stage that is open now still lacks; empty when it may be closed. */
  missing: Missing[]
  /** Warnings that do not stop the stage. */
  warnings: Text[]
  ledger: { entries: number; head: string }
  frozen: boolean
}

export type ReopeningView = {
  stage: StageId
  stageName: Text
  reason: string
  askedBy: string
  askedAt: string
  /** null while it waits. */
  granted: boolean | null
  decidedBy: string | null
  note: string | null
  decidedAt: string | null
}
