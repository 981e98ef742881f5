/** Sheets and the progress of scoring. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer, id, judgementInput, line, long, ofExpert, ofSheet, proof, round } from './inputs.ts'

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
  /** The expert's own change of a submitted sheet: the reason opens it again, submitting makes a new version. */
  reopen: oc.input(z.strictObject({ ...ofSheet, reason: line.min(1) })).output(answer<shape.SheetView>()),
  /** Items on which this expert stands far from the others, after closing. */
  second: oc.input(z.strictObject(ofExpert)).output(answer<shape.SecondLookView[]>()),
  reconsider: oc
    .input(
      z.strictObject({ ...ofSheet, item: id, deduct: z.string().max(20), reason: z.string().trim().min(1).max(2_000) }),
    )
    .output(answer<shape.SecondLookView[]>()),
  return: oc
    .input(z.strictObject({ ...ofSheet, reason: line.min(1) }))
    .output(answer<Pick<shape.SheetRow, 'packet' | 'no' | 'workshop' | 'state'>[]>()),
}

const firstEntry = z.record(z.string(), judgementInput)
/** Sheets on paper, where somebody cannot or will not use a device. */
export const paperSheets = {
  /** Blank sheets as a Word file: of one expert or all, on one application or all. */
  print: oc.input(z.strictObject({ ...round, expert: id.optional(), packet: id.optional() })).output(z.file()),
  /** What to enter from a sheet: named by its printed code, or by expert and application. */
  form: oc
    .input(z.union([z.strictObject(ofSheet), z.strictObject({ ...round, code: line.min(1) })]))
    .output(answer<shape.PaperFormView>()),
  /** Entered by one person, and the deductions once more by another. */
  enter: oc
    .input(
      z.strictObject({
        ...ofSheet,
        first: line.min(1),
        judgements: firstEntry.default({}),
        opinion: long.default(''),
        second: z.strictObject({ name: line.min(1), deductions: z.record(z.string(), z.string().max(20)).default({}) }),
        /** What the scan is called in the bureau's own folders. */
        scan: line.default(''),
        /** The scan or photo itself, or where it lies on this computer. */
        file: z.file().optional(),
        path: z.string().min(1).optional(),
      }),
    )
    .output(answer<Pick<shape.SheetRow, 'packet' | 'no' | 'workshop' | 'state'>>()),
  /** The scan of a sheet that was handed in, once scoring is closed. */
  scan: oc.input(z.strictObject({ ...round, file: z.string().regex(/^[0-9a-f]{64}$/) })).output(z.file()),
}

export const reading = {
  arrange: oc
    .input(
      z.strictObject({
        ...round,
        order: z.enum(['number', 'random']).default('number'),
        farFrom: z.string().max(8).nullable().default(null),
        hint: z.boolean().default(false),
      }),
    )
    .output(answer<shape.ArrangementView>()),
  show: oc.input(z.strictObject(round)).output(answer<shape.ArrangementView>()),
}

export const doubts = {
  raise: oc
    .input(
      z.strictObject({
        ...ofSheet,
        item: id,
        page: proof.nullable().default(null),
        text: z.string().trim().min(1).max(2_000),
      }),
    )
    .output(answer<shape.DoubtView[]>()),
  list: oc.input(z.strictObject(round)).output(answer<shape.DoubtView[]>()),
  answer: oc
    .input(z.strictObject({ ...round, doubt: id, answer: z.string().trim().min(1).max(2_000) }))
    .output(answer<shape.DoubtView[]>()),
}

export const progress = { show: oc.input(z.strictObject(round)).output(answer<shape.ProgressView>()) }

const title = line.default('')
export const rubrics = {
  /** Reads a table; to adopt what came of it is `rounds.adopt` with the choice `own-rubric`. */
  read: oc.input(z.strictObject({ path: z.string().min(1), title })).output(answer<shape.RubricDraftView>()),
  upload: oc.input(z.strictObject({ file: z.file(), title })).output(answer<shape.RubricDraftView>()),
}
