/** The round itself and its stages. */
import * as z from 'zod'
import { choiceIds, stageIds } from '../../scheme/scheme.ts'

export const roundKinds = {
  'round.created': z.strictObject({
    title: z.string(),
    organiser: z.string(),
    scheme: z.string(),
    schemeVersion: z.int(),
    schemeFingerprint: z.string(),
    activity: z.string(),
    /** True for rounds filled with invented samples; printed on every paper. */
    sample: z.boolean(),
  }),
  'choice.adopted': z.strictObject({ choice: z.enum(choiceIds), value: z.json(), note: z.string() }),
  'stage.closed': z.strictObject({
    stage: z.enum(stageIds),
    next: z.enum(stageIds).nullable(),
    /** The list in score order that the end of scoring leaves where that order decides (Luzhou 第七条（四）3). */
    order: z
      .array(z.strictObject({ packet: z.string(), exact: z.string().nullable(), rank: z.int().nullable() }))
      .optional(),
  }),
  'reopening.asked': z.strictObject({ stage: z.enum(stageIds), reason: z.string() }),
  'reopening.decided': z.strictObject({
    stage: z.enum(stageIds),
    granted: z.boolean(),
    decidedBy: z.string(),
    note: z.string(),
    /** The stages that are open again: the one asked for and all after it. */
    stages: z.array(z.enum(stageIds)),
  }),
} as const satisfies Record<string, z.ZodType>
