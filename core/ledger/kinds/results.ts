/** What is fixed, published and objected to, and the papers of it. */
import * as z from 'zod'
import { neutralOrders } from '../../publication/neutral-order.ts'
import { objectionOutcomes } from '../../publication/objection.ts'

export const resultsKinds = {
  'result.frozen': z.strictObject({
    rows: z.array(
      z.strictObject({
        packet: z.string(),
        rank: z.int().nullable(),
        score: z.string().nullable(),
        grade: z.string().nullable(),
        decision: z.string(),
      }),
    ),
    /** Who checked it in the room before it was fixed. */
    confirmed: z.strictObject({ chair: z.string(), secretary: z.string() }).optional(),
  }),
  /** Votes of a second vote among those tied at the line, and reasons that let an application past a soft rule. A later one replaces it. */
  'line.decided': z.strictObject({
    secondVote: z.record(z.string(), z.int().min(0)),
    exceptions: z.record(z.string(), z.string()),
    reason: z.string(),
  }),
  /** The public list hangs, from when to when. A later posting replaces it. */
  'list.published': z.strictObject({
    posted: z.string(),
    length: z.int(),
    unit: z.enum(['working', 'calendar']),
    place: z.string(),
    order: z.enum(neutralOrders),
    firstDay: z.string(),
    lastDay: z.string(),
    nextStep: z.string(),
  }),
  'objection.recorded': z.strictObject({
    packet: z.string(),
    received: z.string(),
    /** Who objects; never on a public paper. */
    from: z.string(),
    text: z.string(),
  }),
  'objection.decided': z.strictObject({ outcome: z.enum(objectionOutcomes), reason: z.string() }),
  'papers.exported': z.strictObject({ files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })) }),
} as const satisfies Record<string, z.ZodType>
