/** The scheme language: what a city's official document says, as data. A scheme that parses here can run a round. */
import * as z from 'zod'
import { afterwardsSchema } from '../afterwards/afterwards.ts'
import { eligibilitySchema } from '../eligibility/rule.ts'
import { layoutSchema } from '../form/layout.ts'
import { type Activity, activitySchema, choiceIds } from './activity.ts'
import { clauseSchema } from './clauses.ts'
import { originSchema, textSchema } from './origin.ts'
import { type Rubric, rubricSchema } from './rubric.ts'

export {
  type Activity,
  type ChoiceId,
  choiceIds,
  type DecisionKind,
  decisionKinds,
  type GateId,
  type StageDefinition,
  type StageId,
  stageIds,
} from './activity.ts'
export { clauseOf, type Origin } from './origin.ts'
export {
  type FactDefinition,
  type ItemRule,
  itemsOf,
  type Rubric,
  type RubricBlock,
  type RubricItem,
} from './rubric.ts'

const condition = z.strictObject({ id: z.string().min(1), clause: z.string().min(1), text: textSchema })

/** What a packet must hold, with every limit that can be counted. */
const material = condition.extend({
  limits: z
    .strictObject({
      /** Characters as Word counts them, without spaces. */
      characters: z.strictObject({ min: z.int(), max: z.int() }).optional(),
      pages: z.int().min(1).optional(),
      singlePdf: z.boolean().optional(),
      copies: z.int().min(1).optional(),
      sealed: z.boolean().optional(),
      /** Words every photocopy must carry. */
      marked: z.string().optional(),
    })
    .optional(),
})

/** Until when something must arrive. Without `time` the whole last day counts; the named minute is still in time. */
const deadline = z.strictObject({
  id: z.string().min(1),
  clause: z.string().min(1),
  text: textSchema,
  from: z.iso.date().optional(),
  date: z.iso.date(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
})

const choice = z.strictObject({ id: z.enum(choiceIds), name: textSchema, why: textSchema })

/** One official document as data. */
export const schemeSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.int().min(1),
  title: textSchema,
  short: textSchema,
  document: z.strictObject({
    number: z.string().min(1),
    issuer: z.string().min(1),
    issued: z.iso.date(),
    validFrom: z.iso.date(),
    /** Null: no end is named. */
    validTo: z.iso.date().nullable(),
    /** A standing rule, or a notice for one round only. */
    kind: z.enum(['standing-rule', 'one-round-notice']),
  }),
  /** The document's own word for who leads a workshop. */
  leader: textSchema,
  levels: z.array(z.strictObject({ id: z.string().min(1), name: textSchema, origin: originSchema })).min(1),
  naming: z.strictObject({ template: z.string().min(1), origin: originSchema }),
  activities: z.array(activitySchema).min(1),
  rubrics: z.array(rubricSchema).default([]),
  conditions: z.array(condition),
  /** The same conditions as rules the program can weigh. */
  eligibility: eligibilitySchema.optional(),
  /** Publicity, money, consequences and yearly duties. */
  afterwards: afterwardsSchema.optional(),
  materials: z.array(material),
  deadlines: z.array(deadline).optional(),
  choices: z.array(choice),
  /** The application form: the name of one the program knows, or its layout. */
  form: z.union([z.string().min(1), layoutSchema]),
  /** Every article of the document: what encodes it, or why nothing does. */
  clauses: z.array(clauseSchema).optional(),
})
export type Scheme = z.infer<typeof schemeSchema>

/** Reads a scheme. Throws a ZodError that names every wrong place. */
export function parseScheme(data: unknown): Scheme {
  return schemeSchema.parse(data)
}

/** The activity of that id. */
export function activityOf(scheme: Scheme, id: string): Activity | undefined {
  return scheme.activities.find((entry) => entry.id === id)
}

/** The rubric an activity may use, if it may use one. */
export function rubricOf(scheme: Scheme, activity: Activity): Rubric | undefined {
  return scheme.rubrics.find((entry) => entry.id === activity.rubric.id)
}
