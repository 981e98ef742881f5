/** Sheets, doubts about facts and the second look. */
import * as z from 'zod'

import { judgement, paperEntry, proof } from './vocabulary.ts'

export const scoringKinds = {
  'sheet.submitted': z.strictObject({
    packet: z.string(),
    expert: z.string(),
    judgements: z.record(z.string(), judgement),
    opinion: z.string(),
    /** The total this expert saw when submitting; null where the round uses no rubric. */
    total: z.string().nullable(),
    /** Only of a sheet that was filled in on paper and entered by the secretariat. */
    paper: paperEntry.optional(),
  }),
  /** `number`: applications by number; `random`: in an own order for each expert. */
  'reading.arranged': z.strictObject({
    order: z.enum(['number', 'random']),
    /** Share of an item's maximum from which on an expert is asked to look again; null without a second round. */
    farFrom: z.string().nullable(),
    /** Whether an expert is told at once, not only after closing. */
    hint: z.boolean(),
  }),
  'doubt.raised': z.strictObject({
    doubt: z.string(),
    packet: z.string(),
    expert: z.string(),
    item: z.string(),
    page: proof.nullable(),
    text: z.string(),
  }),
  'doubt.answered': z.strictObject({ doubt: z.string(), packet: z.string(), answer: z.string() }),
  /** After closing: the deduction before and after; equal when the expert stays with it. */
  'item.reconsidered': z.strictObject({
    packet: z.string(),
    expert: z.string(),
    item: z.string(),
    from: z.string(),
    to: z.string(),
    reason: z.string(),
  }),
  'sheet.returned': z.strictObject({ packet: z.string(), expert: z.string(), reason: z.string() }),
} as const satisfies Record<string, z.ZodType>
