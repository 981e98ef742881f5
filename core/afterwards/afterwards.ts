/** What follows a selection, as data: publicity, money, assessments and their consequences, yearly duties. */
import * as z from 'zod'

const words = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
const wan = z.string().regex(/^\d{1,6}(\.\d{1,4})?$/)
const dayOfYear = z.string().regex(/^\d\d-\d\d$/)
const months = z.int().min(1).max(120)

/** What can become of a workshop. */
export const workshopStates = ['building', 'standing', 'rectifying', 'downgraded', 'revoked'] as const
export type WorkshopState = (typeof workshopStates)[number]

/** What can happen to it. `ground-found`: a ground of revocation that the document lists is found. */
export const workshopEvents = [
  'assessed-excellent',
  'assessed-qualified',
  'assessed-unqualified',
  'ordered-to-rectify',
  'reassessed-qualified',
  'reassessed-unqualified',
  'ground-found',
] as const
export type WorkshopEventKind = (typeof workshopEvents)[number]

/** What a step brings with it. */
export const effectKinds = [
  'title-cancelled',
  'plaque-returned',
  'money-recovered',
  'prize-paid',
  'ban',
  'preferred',
  'announced',
] as const
export type EffectKind = (typeof effectKinds)[number]

const step = z.strictObject({
  from: z.array(z.enum(workshopStates)).min(1),
  event: z.enum(workshopEvents),
  /** Several where the organiser chooses, on record. */
  to: z.array(z.enum(workshopStates)).min(1),
  clause: z.string().min(1),
  text: words,
  /** How long the workshop has to put things right; `entered` where the document names no length. */
  rectification: z
    .discriminatedUnion('length', [
      z.strictObject({ length: z.literal('maximum'), months }),
      z.strictObject({ length: z.literal('exact'), months }),
      z.strictObject({ length: z.literal('entered') }),
    ])
    .optional(),
  /** What else it brings; revocation always cancels the title. */
  effects: z.array(z.enum(effectKinds)).default([]),
})
export type Step = z.infer<typeof step>

const reminder = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  clause: z.string().min(1),
  text: words,
  when: z.discriminatedUnion('kind', [
    /** Each year: the day to think of it, and the last day on which it is in time. */
    z.strictObject({ kind: z.literal('yearly'), remind: dayOfYear, due: dayOfYear }),
    /** Opens so many months before the end of the building period, and is due by its end. */
    z.strictObject({ kind: z.literal('before-end'), months: z.int().min(0).max(24) }),
    /** Every so many months, counted from the day named: the naming or the end of the building period. */
    z.strictObject({ kind: z.literal('every'), months, after: z.enum(['named', 'end']) }),
  ]),
})
export type ReminderRule = z.infer<typeof reminder>

export const afterwardsSchema = z.strictObject({
  $schema: z.string().optional(),
  scheme: z.string(),
  publicity: z.strictObject({
    /** Null where the document names no length: the organiser adopts one. */
    length: z.strictObject({ days: z.int().min(1), unit: z.enum(['working', 'calendar']) }).nullable(),
    /** What to offer where it is null, labelled as adopted. */
    suggested: z.strictObject({ days: z.int().min(1), unit: z.enum(['working', 'calendar']) }).optional(),
    clause: z.string().nullable(),
    place: words.nullable(),
    /** What must wait for it. */
    before: words.nullable(),
  }),
  money: z.strictObject({
    /** Paid once for each workshop named; null where another authority sets the sum. */
    subsidies: z.array(z.strictObject({ level: z.string(), wan: wan.nullable() })).min(1),
    clause: z.string().min(1),
    /** A workshop that rises gets the difference only. */
    difference: z.string().nullable(),
    /** What the unit adds; `least` null where the document names no sum. */
    matching: z
      .strictObject({ least: wan.nullable(), required: z.boolean(), clause: z.string().min(1), text: words })
      .nullable(),
    /** No subsidy for what higher money already pays. */
    noDouble: z.strictObject({ clause: z.string().min(1), text: words }).nullable(),
    /** Once, for a workshop assessed as excellent. */
    prize: z.strictObject({ wan, clause: z.string().min(1) }).nullable(),
    recovery: words.nullable(),
  }),
  /** Months of the building period; null where there is none. */
  period: z.strictObject({ months, clause: z.string().min(1) }).nullable(),
  /** Revocation on listed grounds only within so many months of the naming. */
  watch: z.strictObject({ months, clause: z.string().min(1) }).nullable(),
  grounds: z.array(z.strictObject({ clause: z.string().min(1), text: words })).default([]),
  ban: z.strictObject({ months, clause: z.string().min(1), binds: words }).nullable(),
  steps: z.array(step),
  reminders: z.array(reminder),
})
export type Afterwards = z.infer<typeof afterwardsSchema>

/** Reads an afterwards file. Throws a ZodError that names every wrong place. */
export function parseAfterwards(data: unknown): Afterwards {
  return afterwardsSchema.parse(data)
}
