/** The activity part of the scheme language: stages with gates, the panel, what decides, and the document's own steps. */
import * as z from 'zod'
import { originSchema, textSchema } from './origin.ts'

/** The stages a round can have, in the words of the room; a scheme says which it has and in which order. */
export const stageIds = [
  'import',
  'material-check',
  'panel',
  'recusal',
  'reading',
  'visit',
  'deliberation',
  'vote',
  'result',
  'export',
] as const
export type StageId = (typeof stageIds)[number]

/** What has to be true before a stage may be closed. Closed vocabulary; each gate lists what is still missing. */
export const gateIds = [
  'some-packet-imported',
  'every-packet-checked',
  'panel-valid',
  'every-declaration-made',
  'scoring-rules-adopted',
  'every-fact-recorded',
  'every-sheet-submitted',
  'every-visit-recorded',
  'every-minutes-recorded',
  'final-list-settled',
  'every-vote-closed',
  'result-frozen',
] as const
export type GateId = (typeof gateIds)[number]

/** Choices the organiser makes where the document is silent or doubtful. */
export const choiceIds = [
  'decision',
  'own-rubric',
  'with-rubric',
  'with-visit',
  'with-vote',
  'fraction',
  'bonus-in-grade',
  'aggregation',
  'vote-rule',
  'line',
] as const
export type ChoiceId = (typeof choiceIds)[number]

/** What can make the decision: a named vote on each, the grade of the points, or the score order made a final list. */
export const decisionKinds = ['vote', 'grade', 'order'] as const
export type DecisionKind = (typeof decisionKinds)[number]

const stage = z.strictObject({
  id: z.enum(stageIds),
  name: textSchema,
  origin: originSchema,
  /** The stage exists only when this choice was made so. */
  onlyWith: z.enum(['with-rubric', 'with-visit', 'with-vote']).optional(),
  /** Must hold before the stage may be closed. */
  gates: z.array(z.enum(gateIds)),
  leaves: textSchema,
})
export type StageDefinition = z.infer<typeof stage>

/** One step of the document's own procedure, in its own order; `stage` where the program carries it out. */
const step = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-[A-Z]\d+[a-z]?$/),
  name: textSchema,
  origin: originSchema,
  /** Who does it. */
  actor: textSchema,
  /** The record it must leave. */
  leaves: textSchema,
  /** Null: done outside a round, by the office itself. */
  stage: z.enum(stageIds).nullable(),
})

const panel = z.strictObject({
  minimum: z.int().min(1),
  parity: z.enum(['odd', 'any']),
  origin: originSchema,
  /** Panel sources the document names; one that is missing is a warning. */
  sources: z.array(textSchema),
  /** Where the members come from and how they are matched, when the document says so. */
  drawn: z.strictObject({ text: textSchema, origin: originSchema }).optional(),
  /**
   * Who may not sit. `own-unit`: nobody on the application of the own unit; `applicant-units`: nobody at all from a unit
   * that applies in this round. A misprinted clause is kept as `literal` beside what is `applied`.
   */
  excludes: z.strictObject({
    applied: z.enum(['own-unit', 'applicant-units']),
    origin: originSchema,
    literal: z.strictObject({ clause: z.string().min(1), text: textSchema, why: textSchema }).optional(),
  }),
})

const use = z.enum(['always', 'optional', 'never'])

/** What a passed and a failed vote, or a place on or off the list, is called. */
const verdicts = z.strictObject({ passed: textSchema, failed: textSchema })

export const activitySchema = z.strictObject({
  id: z.string().min(1),
  name: textSchema,
  clause: z.string(),
  /** `always`: the activity scores; `optional`: an organiser may adopt scoring; `never`: none exists. */
  rubric: z.strictObject({ use, id: z.string().optional(), origin: originSchema }),
  vote: z.strictObject({ use, origin: originSchema }),
  visit: z.strictObject({ use, origin: originSchema }).optional(),
  /** What makes the decision; `adopted` where the document is silent and the organiser chooses among `offered`. */
  decidedBy: z.enum([...decisionKinds, 'adopted']),
  decision: z.strictObject({
    origin: originSchema,
    /** Only with `adopted`; the first is what the program suggests. */
    offered: z.array(z.enum(decisionKinds)).min(1).optional(),
    verdicts: verdicts.optional(),
  }),
  panel,
  stages: z.array(stage).min(2),
  steps: z.array(step),
})
export type Activity = z.infer<typeof activitySchema>
