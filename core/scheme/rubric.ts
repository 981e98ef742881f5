/** The rubric part of the scheme language: facts, items with their rules, blocks and grades. */
import * as z from 'zod'
import { decimalString, originSchema, textSchema } from './origin.ts'

/** What kind of value a fact has. `counts-per-year` is one whole number for each year of the cycle. */
const factTypes = ['yes-no', 'decimal', 'count', 'counts-per-year'] as const
const fact = z.strictObject({
  key: z.string().regex(/^[A-Z]\d+_[a-z0-9_]+$/),
  name: textSchema,
  type: z.enum(factTypes),
  unit: textSchema.optional(),
  /** What a clerk should look for to prove it. */
  proof: textSchema,
})
export type FactDefinition = z.infer<typeof fact>

const factKey = z.string()

/** The closed vocabulary of rubric rules; each can explain itself in a sentence. */
const itemRule = z.discriminatedUnion('kind', [
  /** The whole maximum when the fact is true, else nothing. */
  z.strictObject({ kind: z.literal('all-or-nothing'), fact: factKey }),
  /** Nothing when `exists` is false; else the maximum less what an expert deducts, with a reason. */
  z.strictObject({ kind: z.literal('judgement'), exists: factKey.optional() }),
  /** The maximum less `deduct` for each `unit` short of `target`, not below zero. */
  z.strictObject({
    kind: z.literal('shortfall'),
    fact: factKey,
    target: decimalString,
    unit: decimalString,
    deduct: decimalString,
    /** True where a part of a unit can be missing, so that the reading of fractions matters. */
    fractions: z.boolean(),
  }),
  /** Nothing at zero, the maximum from `target` on, between them an expert deducts more than nothing, with a reason. */
  z.strictObject({ kind: z.literal('standard-or-judgement'), fact: factKey, target: decimalString }),
  /** The maximum less a fixed deduction for each part that is missing. */
  z.strictObject({
    kind: z.literal('fixed-deductions'),
    parts: z.array(z.strictObject({ fact: factKey, deduct: decimalString })).min(1),
  }),
  /** Nothing when no year has any, the maximum when every year has at least one, else an expert decides, with a reason. */
  z.strictObject({ kind: z.literal('every-year'), fact: factKey }),
  /** So much for each head, up to the maximum. */
  z.strictObject({
    kind: z.literal('per-head'),
    parts: z.array(z.strictObject({ fact: factKey, each: decimalString })).min(1),
  }),
])
export type ItemRule = z.infer<typeof itemRule>

const item = z.strictObject({
  id: z.string().regex(/^[A-Z]\d+$/),
  name: textSchema,
  max: decimalString,
  /** The document's own words on how the points are given (评分标准). */
  criterion: textSchema,
  rule: itemRule,
})
export type RubricItem = z.infer<typeof item>

const block = z.strictObject({
  id: z.string().regex(/^[A-Z]$/),
  name: textSchema,
  /** A bonus block stands above the base points. */
  bonus: z.boolean().default(false),
  items: z.array(item).min(1),
})
export type RubricBlock = z.infer<typeof block>

const grade = z.strictObject({
  id: z.string(),
  name: textSchema,
  /** The lowest result that still earns the grade (included). The last grade has "0". */
  from: decimalString,
  /** Where the bound comes from: a document may name grades without numbers, then the number is adopted. */
  origin: originSchema,
  consequence: textSchema.optional(),
})

export const rubricSchema = z.strictObject({
  id: z.string().min(1),
  title: textSchema,
  /** Whose table it is: the document's annex, or one that the organiser adopts because the document has none. */
  origin: originSchema,
  facts: z.array(fact),
  blocks: z.array(block).min(1),
  /** From the best to the worst; empty where points only order and grade nobody. */
  grades: z.array(grade),
})
export type Rubric = z.infer<typeof rubricSchema>

/** Every item of a rubric in printed order. */
export function itemsOf(rubric: Rubric): RubricItem[] {
  return rubric.blocks.flatMap((entry) => entry.items)
}
