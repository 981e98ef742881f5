/** Experts, panel, attendance and declarations. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { conflictKinds } from '#core/ledger/kinds.ts'
import type * as shape from '../shapes.ts'
import { answer, expertInput, id, line, ofExpert, round } from './inputs.ts'

export const experts = {
  import: oc
    .input(
      z.union([
        z.strictObject({ ...round, path: z.string().min(1) }),
        z.strictObject({ ...round, experts: z.array(expertInput).min(1).max(200) }),
      ]),
    )
    .output(answer<shape.ExpertView[]>()),
  upload: oc.input(z.strictObject({ ...round, file: z.file() })).output(answer<shape.ExpertView[]>()),
  list: oc.input(z.strictObject(round)).output(answer<shape.ExpertView[]>()),
}

export const panel = {
  set: oc
    .input(z.strictObject({ ...round, members: z.array(id).min(1).max(99), chair: id.nullable().default(null) }))
    .output(answer<shape.PanelView>()),
  show: oc.input(z.strictObject(round)).output(answer<shape.PanelView>()),
  /** Who is in the room. Absent members are out of "present" in every vote opened afterwards. */
  attend: oc.input(z.strictObject({ ...round, present: z.array(id).max(99) })).output(answer<shape.PanelView>()),
}

export const recusals = {
  show: oc.input(z.strictObject(ofExpert)).output(answer<shape.DeclarationView>()),
  declare: oc
    .input(
      z.strictObject({
        ...ofExpert,
        conflicts: z
          .array(z.strictObject({ packet: id, kind: z.enum(conflictKinds), note: line.default('') }))
          .max(1_000),
        /** Needed only to change a declaration already made. */
        reason: line.default(''),
      }),
    )
    .output(answer<shape.DeclarationView>()),
}
