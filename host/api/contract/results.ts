/** Results and papers. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer, id, line, ofPacket, pin, round } from './inputs.ts'

export const results = {
  compute: oc.input(z.strictObject(round)).output(answer<shape.ResultView>()),
  /** The same without `consensus`, which takes far longer than the rest: for whoever waits for it after each change. */
  ranking: oc.input(z.strictObject(round)).output(answer<shape.RankingView>()),
  /** `consensus` alone. */
  consensus: oc.input(z.strictObject(round)).output(answer<shape.ResultView['consensus']>()),
  /** A second vote among those tied at the line, and reasons in writing that let an application past a soft rule. */
  decideLine: oc
    .input(
      z.strictObject({
        ...round,
        secondVote: z.record(id, z.int().min(0).max(999)).default({}),
        exceptions: z.record(id, z.string().min(1).max(2_000)).default({}),
        reason: z.string().trim().min(1).max(2_000),
        /** Opens the secretary's key, which signs it, where that is not open yet. */
        pin,
      }),
    )
    .output(answer<shape.ResultView>()),
  freeze: oc
    .input(
      z.strictObject({
        ...round,
        /** Who checked it in the room before it was fixed. */
        confirmed: z.strictObject({ chair: line.min(1), secretary: line.min(1) }).optional(),
      }),
    )
    .output(answer<shape.ResultView>()),
}

export const papers = {
  export: oc.input(z.strictObject({ ...round, out: z.string().min(1) })).output(answer<shape.ExportAnswer>()),
  /** The workbook's bytes, for a browser's download. */
  workbook: oc.input(z.strictObject(round)).output(z.file()),
  /** The workbook's sheets as pages of A4, for a page that prints them. */
  pages: oc.input(z.strictObject(round)).output(answer<shape.PrintView>()),
  /** Which Word papers there are, the filled forms and the dossiers among them. */
  list: oc.input(z.strictObject(round)).output(answer<shape.PaperName[]>()),
  /** One Word paper by its name, for a page that shows and prints it. */
  paper: oc.input(z.strictObject({ ...round, name: z.string().min(1).max(400) })).output(answer<shape.PaperView>()),
  /** How one application was decided, in one file. */
  dossier: oc.input(z.strictObject(ofPacket)).output(z.file()),
  /** Lays the templates of the notices into the store, where a bureau may change them. */
  templates: oc.input(z.strictObject(round)).output(answer<shape.TemplatesAnswer>()),
}
