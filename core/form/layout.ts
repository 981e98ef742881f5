/** The layout of an application form as data: its fields in printed order. */
import * as z from 'zod'
import { originSchema, textSchema } from '../scheme/origin.ts'

/** `line`: one cell; `rows`: a repeated table; `long`: a long text; `block`: an opinion with signature, seal and date. */
export const fieldKinds = ['line', 'rows', 'long', 'block'] as const

const field = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: textSchema,
  kind: z.enum(fieldKinds),
  /** Must be masked wherever it is not needed: identity number, phones, address. */
  personal: z.boolean().default(false),
  /** Columns of a `rows` field, in printed order. */
  columns: z.array(z.strictObject({ id: z.string().min(1), label: textSchema })).optional(),
  /** Rows printed on the form; more go on an added page. */
  printedRows: z.int().min(1).optional(),
})

export const layoutSchema = z.strictObject({
  id: z.string().min(1),
  title: textSchema,
  origin: originSchema,
  fields: z.array(field).min(1),
})
export type FormLayout = z.infer<typeof layoutSchema>
