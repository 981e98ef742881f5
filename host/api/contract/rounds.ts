/** Rounds and their stages. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { choiceIds, decisionKinds, stageIds } from '#core/scheme/scheme.ts'
import type * as shape from '../shapes.ts'
import { answer, id, line, round } from './inputs.ts'

export const rounds = {
  list: oc.input(z.strictObject({})).output(answer<shape.RoundSummary[]>()),
  create: oc
    .input(
      z.strictObject({
        title: line.min(1),
        organiser: line.min(1),
        scheme: id,
        activity: id,
        decidedBy: z.enum(decisionKinds).optional(),
        withRubric: z.boolean().optional(),
        withVote: z.boolean().optional(),
      }),
    )
    .output(answer<shape.RoundView>()),
  /** Makes a round filled with the invented samples: packets imported and checked, panel seated, ready to score. */
  sample: oc
    .input(
      z.strictObject({
        activity: id.default('term-assessment'),
        upTo: z.enum(stageIds).default('reading'),
        experts: z.int().min(1).max(9).default(7),
        packets: z.int().min(1).max(12).default(12),
      }),
    )
    .output(answer<shape.RoundView>()),
  show: oc.input(z.strictObject(round)).output(answer<shape.RoundView>()),
  adopt: oc
    .input(z.strictObject({ ...round, choice: z.enum(choiceIds), value: z.json(), note: line.default('') }))
    .output(answer<shape.RoundView>()),
}

export const stages = {
  close: oc.input(z.strictObject({ ...round, stage: z.enum(stageIds) })).output(answer<shape.RoundView>()),
}

export const reopenings = {
  list: oc.input(z.strictObject(round)).output(answer<shape.ReopeningView[]>()),
  ask: oc
    .input(z.strictObject({ ...round, stage: z.enum(stageIds), reason: line.min(1) }))
    .output(answer<shape.ReopeningView[]>()),
  /** `approver`: the expert id of the chair or a supervisor; a seat decides for itself. */
  decide: oc
    .input(
      z.strictObject({
        ...round,
        granted: z.boolean(),
        approver: z.string().max(80).default(''),
        note: line.default(''),
      }),
    )
    .output(answer<shape.ReopeningView[]>()),
}
