/** What a site visit leaves behind, as the tablet writes it, the door takes it and the ledger keeps it. */
import * as z from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const shortLine = z.string().max(200)
/** A decimal in quotes: never a binary float. */
const decimalSpelling = z.string().regex(/^\d{1,15}(\.\d{1,10})?$/)
/** A minute of the day as a watch shows it. */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** One of the team on site; `arrived` null: not there. */
export const visitor = z.strictObject({ expert: z.string().max(80), name: shortLine, arrived: clock.nullable() })
export type Visitor = z.infer<typeof visitor>

export const checkVerdicts = ['agrees', 'differs', 'not-seen'] as const
/** One item of the rubric, or one condition of the document: what the papers say against what is there. */
export const visitCheck = z.strictObject({
  about: z.string().min(1).max(80),
  claimed: z.string().max(2_000),
  seen: z.string().max(2_000),
  verdict: z.enum(checkVerdicts),
})
export type VisitCheck = z.infer<typeof visitCheck>

/** Something measured or counted on site, in its unit. */
export const measure = z.strictObject({
  name: shortLine.min(1),
  value: decimalSpelling,
  unit: z.string().max(20),
  claimed: decimalSpelling.nullable(),
  note: shortLine,
})
export type Measure = z.infer<typeof measure>

/** Bytes of a picture: which they are, and how large. */
const pictureFile = z.strictObject({
  sha256,
  size: z.int().min(1),
  width: z.int().min(1),
  height: z.int().min(1),
})

/** One photo of a visit. Its number, by seat and in the order of taking, is never given twice. */
export const visitPhoto = z.strictObject({
  ...pictureFile.shape,
  /** Whose camera: 0 is the desk. */
  seat: z.int().min(0).max(99),
  no: z.int().min(1).max(9_999),
  /** How far clockwise it must be turned to stand upright. */
  turn: z.literal([0, 90, 180, 270]),
  /** When the camera says it was taken, by the camera's clock and without a zone; null where it does not say. */
  taken: z.string().max(30).nullable(),
  /** When the device took it in, by the device's clock. */
  noted: z.iso.datetime(),
  /** Seconds by which that clock was last known to be ahead of the host's; null when they never met. */
  clockAhead: z.int().nullable(),
  caption: shortLine,
  /** The item, condition or measure it shows. */
  about: shortLine.nullable(),
  /** The picture as the camera made it, where a very large one was made smaller. */
  original: pictureFile.nullable(),
})
export type VisitPhoto = z.infer<typeof visitPhoto>

/** A number whose photo was taken out again, or never came: so that no number is missing without a word. */
export const struckPhoto = z.strictObject({
  seat: z.int().min(0).max(99),
  no: z.int().min(1).max(9_999),
  reason: shortLine,
})
export type StruckPhoto = z.infer<typeof struckPhoto>

/** What the form of a visit holds beside findings and photos. */
export const visitDetails = {
  begun: clock.nullable().default(null),
  ended: clock.nullable().default(null),
  team: z.array(visitor).max(50).default([]),
  checks: z.array(visitCheck).max(200).default([]),
  measures: z.array(measure).max(100).default([]),
} as const

/** One stop of the plan; the stops stand in the order of the route. */
export const visitStop = z.strictObject({
  packet: z.string().min(1).max(80),
  date: z.iso.date(),
  time: clock.nullable().default(null),
  place: shortLine.min(1),
  team: z.array(z.string().max(80)).min(1).max(50),
  /** 带队人. */
  lead: z.string().max(80),
  /** 记录人: whose device carries the form. */
  recorder: z.string().max(80),
})
export type VisitStop = z.infer<typeof visitStop>

type OnSite = { readonly present: readonly string[]; readonly team: readonly Visitor[] }

/** Whether somebody was there, and so signs the record: arrived with the team, or named among those present. */
export function wasOnVisit({ present, team }: OnSite, person: { expert: string; name: string }): boolean {
  return (
    present.includes(person.name) || team.some(({ expert, arrived }) => expert === person.expert && arrived !== null)
  )
}

/** Those of the team who were there and have not signed. */
export function unsignedOf(record: Pick<OnSite, 'team'> & { signatures: readonly { expert: string }[] }): Visitor[] {
  const signed = new Set(record.signatures.map(({ expert }) => expert))
  return record.team.filter(({ expert, arrived }) => arrived !== null && !signed.has(expert))
}
