/** What the organiser chooses where the document is silent, and whether it is chosen yet. */
import * as z from 'zod'
import { isDecimal } from '../exact/exact.ts'
import { countedOver } from '../ranking/counting.ts'
import { wayOuts } from '../ranking/line.ts'
import { aggregations } from '../ranking/values.ts'
import { rubricSchema } from '../scheme/rubric.ts'
import { type ChoiceId, decisionKinds } from '../scheme/scheme.ts'
import { abstentions } from '../vote/rule.ts'

const share = z.strictObject({
  numerator: z.int().min(1),
  denominator: z.int().min(1),
  base: z.enum(['present', 'entitled', 'appointed']),
})

/** A named vote's rule: more than (`strict`) or at least a share of a base, how many must be there, what an abstention is. */
export const voteRuleSchema = share
  .extend({
    strict: z.boolean(),
    quorum: share.nullable().default(null),
    abstention: z.enum(abstentions).default('counts'),
  })
  .refine((rule) => rule.numerator <= rule.denominator, { message: 'numerator above denominator' })
export type VoteRule = z.infer<typeof voteRuleSchema>

/** Where the line is: places, reserve, what tells equals apart (in order), and what to do with equals at the last place. */
export const lineSchema = z.strictObject({
  places: z.int().min(1).max(10_000).nullable(),
  reserve: z.int().min(0).max(1_000).default(0),
  steps: z
    .array(z.string().regex(/^(mean|trimmed-mean|median|votes|block-[A-Z])$/))
    .max(8)
    .default([]),
  wayOut: z.enum(wayOuts).nullable().default(null),
})
export type LineChoice = z.infer<typeof lineSchema>

/** A method alone, or with what it goes over and how the blocks weigh. */
const countingSchema = z.union([
  z.enum(aggregations),
  z.strictObject({
    method: z.enum(aggregations),
    over: z.enum(countedOver).default('total'),
    weights: z
      .record(z.string(), z.string().refine(isDecimal, { message: 'not a decimal' }))
      .nullable()
      .default(null),
  }),
])

/** The value each choice may take. */
export const choiceSchemas = {
  decision: z.enum(decisionKinds),
  fraction: z.enum(['linear', 'floor', 'ceil']),
  'bonus-in-grade': z.boolean(),
  aggregation: countingSchema,
  'vote-rule': voteRuleSchema,
  /** The organiser's own rubric instead of the suggested one; null goes back to that. */
  'own-rubric': rubricSchema.nullable(),
  'with-rubric': z.boolean(),
  'with-visit': z.boolean(),
  'with-vote': z.boolean(),
  line: lineSchema,
} as const satisfies Record<ChoiceId, z.ZodType>

/** The choices made so far in one round; a missing key is a choice nobody has made. */
export type Choices = { readonly [K in ChoiceId]?: z.infer<(typeof choiceSchemas)[K]> }
