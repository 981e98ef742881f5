/** Pieces every part of a scheme is made of: a text in both languages, an exact decimal, and where a value comes from. */
import * as z from 'zod'

/** A decimal not below 0, in quotes, so that nothing is lost on the way. */
export const decimalString = z.string().regex(/^\d{1,15}(\.\d{1,12})?$/)

export const textSchema = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })

/** Where a value comes from: the document (then with its clause), or a choice of the organiser or of the product. */
export const originSchema = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('text'), clause: z.string().min(1) }),
  z.strictObject({ source: z.literal('adopted'), note: textSchema.optional() }),
])
export type Origin = z.infer<typeof originSchema>

/** The clause an origin names; null for what was adopted. */
export function clauseOf(origin: Origin): string | null {
  return origin.source === 'text' ? origin.clause : null
}
