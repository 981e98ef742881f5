/** Minutes and the final list. */
import * as z from 'zod'

export const deliberationKinds = {
  'minutes.recorded': z.strictObject({
    packet: z.string(),
    text: z.string(),
    dissents: z.array(z.strictObject({ expert: z.string(), text: z.string() })),
    /** Who sat at this item: present and not recused. */
    present: z.array(z.string()).default([]),
    speakers: z.array(z.strictObject({ expert: z.string(), text: z.string() })).default([]),
    motions: z.array(z.strictObject({ text: z.string(), by: z.string(), outcome: z.string() })).default([]),
  }),
  /** The final list against the score order; `place` null: not on it. A later list replaces it. */
  'list.settled': z.strictObject({
    rows: z.array(z.strictObject({ packet: z.string(), place: z.int().min(1).nullable(), reason: z.string() })),
  }),
} as const satisfies Record<string, z.ZodType>
