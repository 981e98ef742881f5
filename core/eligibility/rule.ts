/** The language of eligibility rules: one closed vocabulary, so that each rule can be weighed, explained and linted. */
import * as z from 'zod'
import { eligibilityFact } from './known-facts.ts'

const words = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
const factKey = z.string()
/** A number as a decimal string, or a word of the fact's ordered list. */
const bound = z.string().min(1)

const titleEntry = z.strictObject({
  name: z.string().min(1),
  /** Other spellings of the same title. */
  also: z.array(z.string().min(1)).default([]),
})

/** One condition. Conditions nest; what a condition cannot tell stays open. */
export type Condition =
  /** The fact is as wanted. */
  | { kind: 'is'; fact: string; want: boolean }
  /** There is one at all. */
  | { kind: 'exists'; fact: string }
  | { kind: 'at-least'; fact: string; bound: string }
  /** `edge` is said where the fact is the very bound. */
  | { kind: 'at-most'; fact: string; bound: string; edge?: Words }
  | { kind: 'equals'; fact: string; value: string }
  /** Inside `from`…`to`, both included; inside the wider border a person decides. */
  | { kind: 'between'; fact: string; from: string; to: string; border?: Border }
  /** No such event, or it is at least so long ago. */
  | { kind: 'none-since'; fact: string; bound: string }
  | { kind: 'among'; fact: string; values: string[] }
  /** Holds a title of the list; where the list is open (等), an unknown title is for a person. */
  | { kind: 'title'; fact: string; titles: Title[]; open: boolean }
  | { kind: 'contest'; fact: string; level: string; place?: number }
  /** Not later than this moment (included); a date means its whole day. */
  | { kind: 'by'; fact: string; until: string }
  /** The level applied for is above the fact's level; with `steps`, by exactly so many. */
  | { kind: 'above'; fact: string; steps?: number }
  /** Reached; not there yet is conditional, below is a miss. */
  | { kind: 'awaited'; fact: string; bound: string }
  /** Only a person can say. */
  | { kind: 'judgement'; question: Words }
  | { kind: 'not'; of: Condition }
  | { kind: 'all'; of: Condition[] }
  /** One route is enough. */
  | { kind: 'any'; of: Condition[] }
  /** Asked only where `if` holds; elsewhere `otherwise`, or the rule does not apply. */
  | { kind: 'when'; if: Condition; demand: Condition; otherwise?: Condition }
  /** By the level applied for; a level that is left out has no such rule. */
  | { kind: 'by-level'; levels: Record<string, Condition> }
  /** A miss goes to a person where the exception may hold (破格, heirs of heritage). */
  | { kind: 'unless'; of: Condition; exception: Condition; why: Words }
  /** Holds always; for `otherwise`. */
  | { kind: 'holds'; why: Words }

type Words = z.infer<typeof words>
type Border = { from: string; to: string; why: Words }
export type Title = { name: string; also: string[] }

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('is'), fact: factKey, want: z.boolean() }),
    z.strictObject({ kind: z.literal('exists'), fact: factKey }),
    z.strictObject({ kind: z.literal('at-least'), fact: factKey, bound }),
    z.strictObject({ kind: z.literal('at-most'), fact: factKey, bound, edge: words.optional() }),
    z.strictObject({ kind: z.literal('equals'), fact: factKey, value: bound }),
    z.strictObject({
      kind: z.literal('between'),
      fact: factKey,
      from: bound,
      to: bound,
      border: z.strictObject({ from: bound, to: bound, why: words }).optional(),
    }),
    z.strictObject({ kind: z.literal('none-since'), fact: factKey, bound }),
    z.strictObject({ kind: z.literal('among'), fact: factKey, values: z.array(z.string().min(1)).min(1) }),
    z.strictObject({
      kind: z.literal('title'),
      fact: factKey,
      titles: z.array(titleEntry).min(1),
      open: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('contest'),
      fact: factKey,
      level: bound,
      place: z.int().min(1).optional(),
    }),
    z.strictObject({ kind: z.literal('by'), fact: factKey, until: z.string().min(10) }),
    z.strictObject({ kind: z.literal('above'), fact: factKey, steps: z.int().min(1).optional() }),
    z.strictObject({ kind: z.literal('awaited'), fact: factKey, bound }),
    z.strictObject({ kind: z.literal('judgement'), question: words }),
    z.strictObject({ kind: z.literal('not'), of: condition }),
    z.strictObject({ kind: z.literal('all'), of: z.array(condition).min(1) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(condition).min(1) }),
    z.strictObject({ kind: z.literal('when'), if: condition, demand: condition, otherwise: condition.optional() }),
    z.strictObject({ kind: z.literal('by-level'), levels: z.record(z.string(), condition) }),
    z.strictObject({ kind: z.literal('unless'), of: condition, exception: condition, why: words }),
    z.strictObject({ kind: z.literal('holds'), why: words }),
  ]),
)

const rule = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-[A-Z]+\d+[a-z]?$/),
  clause: z.string().min(1),
  /** Whom it binds: leader, unit, team, workshop, papers … */
  binds: words,
  /** What the document demands, shortly. */
  text: words,
  /**
   * `hard`; `soft` where the text says 一般 or 原则上, so that a miss asks for a written decision; `head` where the whole
   * list stands under 一般应具有: a miss, which the organiser may override in writing.
   */
  force: z.enum(['hard', 'soft', 'head']),
  /** Facts the sentence names when they are known; the rule does not need them. */
  about: z.array(factKey).default([]),
  /** True where the outcome hangs on the day it is asked for: ages, retirement, bans. */
  dated: z.boolean().default(false),
  condition,
})
export type EligibilityRule = z.infer<typeof rule>

/** Where an application form says something about a fact. */
const formSource = z.strictObject({
  fact: factKey,
  /** The form's field. */
  field: z.string().min(1),
  /**
   * The words themselves; the word of the fact's list that they hold; yes or no (是, 否); a whole number; or how many
   * rows of a table are filled.
   */
  read: z.enum(['words', 'word', 'yes-no', 'count', 'rows']),
  /** Other spellings of the words of the list, as forms have them: "二级" for 技师. */
  spellings: z.record(z.string(), z.array(z.string().min(1))).default({}),
})
export type FormSource = z.infer<typeof formSource>

const uniquenessKeys = ['leader', 'unit-occupation', 'unit-occupation-level'] as const
export type UniquenessKey = (typeof uniquenessKeys)[number]

/** Which sameness the document forbids, and the fact that a look into the register settles. */
const uniqueness = z.strictObject({
  /** Null where the document says nothing and a double is only pointed out. */
  rule: z.string().nullable(),
  key: z.enum(uniquenessKeys),
  fact: factKey,
})

const quota = z.strictObject({
  id: z.string().min(1),
  clause: z.string().min(1),
  text: words,
  per: z.enum(['recommender', 'round']),
  level: z.string().optional(),
  /** The kinds of recommender it binds. */
  recommenderKind: z.array(z.string().min(1)).optional(),
  /** Left out where the organiser enters the number for the year. */
  most: z.int().min(0).optional(),
  /** Over a soft quota asks for a written reason. */
  force: z.enum(['hard', 'soft']),
  /** The recommender puts its applications in order. */
  ranked: z.boolean().default(false),
})
export type Quota = z.infer<typeof quota>

/** The eligibility rules of one scheme. */
export const eligibilitySchema = z.strictObject({
  $schema: z.string().optional(),
  scheme: z.string(),
  /** The levels one can apply for, lowest first. */
  levels: z.array(z.string().min(1)).min(1),
  /** Facts no other scheme knows. */
  facts: z.array(eligibilityFact).default([]),
  fromForm: z.array(formSource).default([]),
  uniqueness: z.array(uniqueness).default([]),
  quotas: z.array(quota).default([]),
  rules: z.array(rule).min(1),
})
export type Eligibility = z.infer<typeof eligibilitySchema>

/** Reads an eligibility file. Throws a ZodError that names every wrong place. */
export function parseEligibility(data: unknown): Eligibility {
  return eligibilitySchema.parse(data)
}

/** The conditions directly inside a condition. */
export function partsOf(whole: Condition): Condition[] {
  switch (whole.kind) {
    case 'not':
      return [whole.of]
    case 'all':
    case 'any':
      return whole.of
    case 'when':
      return [whole.if, whole.demand, ...(whole.otherwise ? [whole.otherwise] : [])]
    case 'by-level':
      return Object.values(whole.levels)
    case 'unless':
      return [whole.of, whole.exception]
    default:
      return []
  }
}

/** A condition and everything inside it. */
export function everyPart(whole: Condition): Condition[] {
  return [whole, ...partsOf(whole).flatMap(everyPart)]
}
