/** The scheme language: what a city's official document says, as data. A scheme file that parses here can run a round. */
import * as z from 'zod'

const decimalString = z.string().regex(/^\d{1,15}(\.\d{1,12})?$/)
const text = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })

/** Where a value comes from: the document (then with its clause) or a choice of the organiser or of the product. */
const origin = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('text'), clause: z.string().min(1) }),
  z.strictObject({ source: z.literal('adopted'), note: text.optional() }),
])
export type Origin = z.infer<typeof origin>

/** What kind of value a fact has. `counts-per-year` is one whole number for each year of the cycle. */
export const factTypes = ['yes-no', 'decimal', 'count', 'counts-per-year'] as const
const fact = z.strictObject({
  key: z.string().regex(/^[A-Z]\d_[a-z0-9_]+$/),
  name: text,
  type: z.enum(factTypes),
  unit: text.optional(),
  /** What a clerk should look for to prove it. */
  proof: text,
})
export type FactDefinition = z.infer<typeof fact>

const factKey = z.string()

/** The closed vocabulary of rubric rules; each can explain itself in a sentence. */
export const itemRule = z.discriminatedUnion('kind', [
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
  name: text,
  max: decimalString,
  /** The document's own words on how the points are given (评分标准). */
  criterion: text,
  rule: itemRule,
})
export type RubricItem = z.infer<typeof item>

const block = z.strictObject({
  id: z.string().regex(/^[A-Z]$/),
  name: text,
  /** A bonus block stands above the base points. */
  bonus: z.boolean().default(false),
  items: z.array(item).min(1),
})
export type RubricBlock = z.infer<typeof block>

const grade = z.strictObject({
  id: z.string(),
  name: text,
  /** The lowest result that still earns the grade (included). The last grade has "0". */
  from: decimalString,
  consequence: text.optional(),
})

const rubric = z.strictObject({
  id: z.string(),
  title: text,
  clause: z.string(),
  facts: z.array(fact),
  blocks: z.array(block).min(1),
  /** From the best to the worst. */
  grades: z.array(grade).min(1),
})
export type Rubric = z.infer<typeof rubric>

/** The stages a round can have, in the words of design.md; a scheme says which it has and in which order. */
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
  'every-vote-closed',
  'result-frozen',
] as const
export type GateId = (typeof gateIds)[number]

/** Choices the organiser makes where the document is silent or doubtful. */
export const choiceIds = ['fraction', 'bonus-in-grade', 'aggregation', 'vote-rule', 'with-rubric', 'with-vote'] as const
export type ChoiceId = (typeof choiceIds)[number]

const stage = z.strictObject({
  id: z.enum(stageIds),
  name: text,
  origin,
  /** The stage exists only when this choice was made with yes. */
  onlyWith: z.enum(['with-rubric', 'with-vote']).optional(),
  /** Must hold before the stage may be closed. */
  gates: z.array(z.enum(gateIds)),
  leaves: text,
})
export type StageDefinition = z.infer<typeof stage>

const activity = z.strictObject({
  id: z.string(),
  name: text,
  clause: z.string(),
  /** `always`: the document prescribes the rubric; `optional`: an organiser may adopt it; `never`: none exists. */
  rubric: z.strictObject({ use: z.enum(['always', 'optional', 'never']), id: z.string().optional(), origin }),
  vote: z.strictObject({ use: z.enum(['always', 'optional', 'never']), origin }),
  /** What makes the decision: the vote (selection) or the grade (assessment). */
  decidedBy: z.enum(['vote', 'grade']),
  panel: z.strictObject({
    minimum: z.int().min(1),
    parity: z.enum(['odd', 'any']),
    origin,
    /** Panel sources the document names; one that is missing is a warning. */
    sources: z.array(text),
  }),
  stages: z.array(stage).min(2),
})
export type Activity = z.infer<typeof activity>

const condition = z.strictObject({ id: z.string(), clause: z.string(), text: text })

const choice = z.strictObject({
  id: z.enum(choiceIds),
  name: text,
  why: text,
})

/** One official document as data. */
export const schemeSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.int().min(1),
  title: text,
  short: text,
  document: z.strictObject({
    number: z.string(),
    issuer: z.string(),
    issued: z.iso.date(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
  }),
  naming: z.strictObject({ template: z.string(), clause: z.string() }),
  activities: z.array(activity).min(1),
  rubrics: z.array(rubric),
  conditions: z.array(condition),
  materials: z.array(condition),
  choices: z.array(choice),
  /** Which reader knows the application form. */
  form: z.string(),
})
export type Scheme = z.infer<typeof schemeSchema>

/** Reads a scheme file. Throws a ZodError that names every wrong place. */
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

/** Every item of a rubric in printed order. */
export function itemsOf(rubric: Rubric): RubricItem[] {
  return rubric.blocks.flatMap((entry) => entry.items)
}
