/** A form map: how the fields of an application form are found on paper. Data; any scheme can bring its own. */
import * as z from 'zod'
import type { FormField } from './forms.ts'

/** What a value must look like; the desk shows what does not. */
export const valueKinds = [
  'identity',
  'phone',
  'date',
  'month',
  'area',
  'money',
  'level',
  'sex',
  'count',
  'email',
] as const
export type ValueKind = (typeof valueKinds)[number]

/** Labels and headings as printed and as offices vary them, without white space, with narrow brackets. */
const printed = z.array(z.string().min(1)).min(1)

const mappedField = z.strictObject({
  /** `line`: one cell; `rows`: a repeated table; `long`: a long text; `block`: an opinion with signature and seal. */
  kind: z.enum(['line', 'rows', 'long', 'block']).default('line'),
  printed,
  /** Stands on the cover, in a paragraph or in a table of its own. */
  cover: z.boolean().default(false),
  reads: z.enum(valueKinds).optional(),
  /** The label counts for this field only behind that other field, where a form prints one label twice. */
  after: z.string().optional(),
  /** The value stands under the label, not beside it. */
  below: z.boolean().default(false),
  /** The columns of a `rows` field, in printed order. */
  columns: z.record(z.string(), z.strictObject({ printed, reads: z.enum(valueKinds).optional() })).optional(),
})
export type MappedField = z.infer<typeof mappedField>

const formMapSchema = z.strictObject({
  id: z.string().min(1),
  /** A document with fewer different labels is some other document. */
  enough: z.int().min(1),
  /** Printed inside cells that are to be filled in: not what an applicant wrote. */
  hints: z.array(z.string()),
  /** By field id. Fields that mean the same bear the same id in every form: `leader_name`, `cover_unit` … */
  fields: z.record(z.string(), mappedField),
})
export type FormMap = z.infer<typeof formMapSchema>

/** One row of a repeated table, by column id. */
export type FormRow = Readonly<Record<string, string>>

/** @throws ZodError, or Error where a map contradicts itself: rows without columns, `after` a field that is not there. */
export function parseFormMap(data: unknown): FormMap {
  const map = formMapSchema.parse(data)
  for (const [id, { kind, columns, after }] of Object.entries(map.fields)) {
    if ((kind === 'rows') !== (columns !== undefined)) throw new Error(`${map.id}: ${id} is rows, or has columns`)
    if (after !== undefined && !(after in map.fields))
      throw new Error(`${map.id}: ${id} is after ${after}, which is no field`)
  }
  return map
}

/**
 * The map of a form that nobody mapped: each field stands beside its own label, or beside one that another form prints for
 * the field of the same id.
 */
export function plainMap(id: string, fields: readonly FormField[], known: readonly FormMap[] = []): FormMap {
  const mapped = fields.map(({ id: field, kind, label, columns }) => [
    field,
    known.map((map) => map.fields[field]).find((other) => other?.kind === kind && other.after === undefined) ?? {
      kind,
      printed: [label['zh-CN']],
      cover: field.startsWith('cover_'),
      ...(kind === 'rows' && {
        columns: Object.fromEntries(columns.map((column) => [column.id, { printed: [column.label['zh-CN']] }])),
      }),
    },
  ])
  const enough = Math.max(1, Math.min(8, Math.ceil(fields.length / 3)))
  return parseFormMap({ id, enough, hints: [], fields: Object.fromEntries(mapped) })
}
