/** This computer: how its desk is set. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { languages } from '#core/lang.ts'
import type * as shape from '../shapes.ts'
import { answer } from './inputs.ts'

export const settings = {
  show: oc.input(z.strictObject({})).output(answer<shape.DeskSettings>()),
  /** Changes what is named and leaves the rest. */
  save: oc
    .input(
      z.strictObject({
        lang: z.enum(languages).optional(),
        size: z.enum(['normal', 'large', 'largest']).optional(),
        contrast: z.enum(['normal', 'high']).optional(),
        place: z.string().max(400).optional(),
        greeted: z.boolean().optional(),
      }),
    )
    .output(answer<shape.DeskSettings>()),
}

export const diagnosis = {
  /** What this computer and its store are like; nothing of what is in the packets. */
  show: oc.input(z.strictObject({})).output(answer<shape.Diagnosis>()),
  /** The same with the log, as one file for support. */
  file: oc.input(z.strictObject({})).output(z.file()),
}

export const keys = {
  /** Whether signing keys that lie here are bound to this computer. */
  show: oc.input(z.strictObject({})).output(answer<shape.KeyBinding>()),
  makeRecovery: oc.input(z.strictObject({})).output(answer<{ passphrase: string }>()),
  recover: oc.input(z.strictObject({ passphrase: z.string().min(1).max(100) })).output(answer<shape.KeyBinding>()),
}

export const updates = {
  /** Whether an installer on a stick is the publisher's own, whole and newer. Installs nothing. */
  check: oc.input(z.strictObject({ path: z.string().min(1).max(2_000) })).output(answer<shape.UpdateAnswer>()),
}
