/** Site visits: the plan, what was seen, and who signed for it. */
import * as z from 'zod'
import { struckPhoto, visitDetails, visitPhoto, visitStop } from '../../visits/record.ts'
import { factValue, hex64 } from './vocabulary.ts'

/** What a member of the team says of the record. */
export const visitAnswers = ['agree', 'dissent'] as const

export const visitsKinds = {
  /** The whole plan, in the order of the route; a later one replaces it. */
  'visits.planned': z.strictObject({ stops: z.array(visitStop), note: z.string() }),
  /** A later record of the same application replaces it; both stay. */
  'visit.recorded': z.strictObject({
    packet: z.string(),
    date: z.string(),
    place: z.string(),
    present: z.array(z.string()),
    opinion: z.string(),
    findings: z.array(
      z.strictObject({ fact: z.string(), claimed: factValue.nullable(), seen: factValue, note: z.string() }),
    ),
    /** Its own name, which the facts that changed by it name. Empty in records from before visits had one. */
    visit: z.string().default(''),
    ...visitDetails,
    photos: z.array(visitPhoto).default([]),
    struck: z.array(struckPhoto).default([]),
    /** Members whose devices had the visit with them and were not waited for. */
    without: z.array(z.string()).default([]),
  }),
  /** One of the team signs the record whose entry has that hash. */
  'visit.signed': z.strictObject({
    packet: z.string(),
    record: hex64,
    expert: z.string(),
    answer: z.enum(visitAnswers),
    text: z.string(),
  }),
} as const satisfies Record<string, z.ZodType>
