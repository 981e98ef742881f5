/** Sheets and the progress of scoring. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer, judgementInput, line, long, ofExpert, ofSheet, round } from './inputs.ts'

export const sheets = {
  list: oc.input(z.strictObject(ofExpert)).output(answer<shape.SheetRow[]>()),
  show: oc.input(z.strictObject(ofSheet)).output(answer<shape.SheetView>()),
  /** Saved at every stroke; durable when answered. */
  save: oc
    .input(
      z.strictObject({
        ...ofSheet,
        judgements: z.record(z.string(), judgementInput.nullable()).default({}),
        opinion: long.optional(),
      }),
    )
    .output(answer<shape.SheetView>()),
  submit: oc
    .input(
      z.strictObject({
        ...ofSheet,
        judgements: z.record(z.string(), judgementInput).optional(),
        opinion: long.optional(),
      }),
    )
    .output(answer<shape.SheetView>()),
  return: oc
    .input(z.strictObject({ ...ofSheet, reason: line.min(1) }))
    .output(answer<Pick<shape.SheetRow, 'packet' | 'no' | 'workshop' | 'state'>[]>()),
}

export const progress = { show: oc.input(z.strictObject(round)).output(answer<shape.ProgressView>()) }

const title = line.default('')
export const rubrics = {
  /** Reads a table; to adopt what came of it is `rounds.adopt` with the choice `own-rubric`. */
  read: oc.input(z.strictObject({ path: z.string().min(1), title })).output(answer<shape.RubricDraftView>()),
  upload: oc.input(z.strictObject({ file: z.file(), title })).output(answer<shape.RubricDraftView>()),
}
