/** Schemes: what there is, one in full, a check of a file, and a new version. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer, id, line } from './inputs.ts'

export const schemes = {
  list: oc.input(z.strictObject({})).output(answer<shape.SchemeSummary[]>()),
  show: oc.input(z.strictObject({ scheme: id, version: z.int().min(1).optional() })).output(answer<shape.SchemeView>()),
  /** A scheme folder, its scheme.json or a whole scheme in one file; or the scheme itself. Nothing is kept. */
  check: oc
    .input(z.union([z.strictObject({ path: z.string().min(1) }), z.strictObject({ scheme: z.json() })]))
    .output(answer<shape.SchemeCheck>()),
  /** Keeps a scheme made in the program: a new one, or the next version of one there is, with the reason. */
  save: oc.input(z.strictObject({ scheme: z.json(), reason: line.min(1) })).output(answer<shape.SchemeView>()),
}
