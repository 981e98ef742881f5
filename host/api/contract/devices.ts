/** Work of several devices: bundles by stick, what has come together, what differs. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer, id, line, ofExpert, round } from './inputs.ts'

const place = z.string().min(1).max(1_000)
const passphrase = z.string().min(1).max(200).optional()

export const bundles = {
  /** What a file is, before anything is done with it. */
  look: oc.input(z.strictObject({ path: place })).output(answer<shape.BundleLook>()),
  /** For a browser, where there is no path: the file comes itself, and the answer says where it lies now. */
  receive: oc.input(z.strictObject({ file: z.file() })).output(answer<{ path: string }>()),
  /** The round for an expert's computer. */
  pack: oc.input(z.strictObject({ ...round, to: place, passphrase })).output(answer<shape.PackedBundle>()),
  /** On the expert's computer: a package becomes a round, or brings it up to date. */
  open: oc.input(z.strictObject({ path: place, passphrase })).output(answer<shape.OpenedPackage>()),
  /** On the expert's computer: what was decided there, for the secretariat only. */
  seal: oc.input(z.strictObject({ ...round, to: place })).output(answer<shape.SealedWork>()),
  /** The secretariat takes in what came back; one that is refused stops none of the others. */
  import: oc
    .input(z.strictObject({ ...round, paths: z.array(place).min(1).max(500) }))
    .output(answer<shape.WorkImport>()),
}

export const completeness = {
  /** Every expert × application: here, missing, stale, duplicate or altered. */
  show: oc.input(z.strictObject(round)).output(answer<shape.CompletenessView>()),
}

export const conflicts = {
  /** One's own versions side by side. */
  mine: oc.input(z.strictObject(ofExpert)).output(answer<shape.OwnConflict[]>()),
  decide: oc
    .input(
      z.strictObject({
        ...ofExpert,
        about: z.enum(['sheet', 'ballot']),
        packet: id,
        kept: z.string().regex(/^[0-9a-f]{64}$/),
        reason: line.default(''),
      }),
    )
    .output(answer<shape.OwnConflict[]>()),
}

export const pulse = {
  /** Every few seconds from each seat's device. */
  send: oc
    .input(
      z.strictObject({
        ...ofExpert,
        device: line,
        waiting: z.int().min(0).max(100_000),
        lastSent: z.iso.datetime().nullable(),
        at: z.iso.datetime(),
      }),
    )
    .output(answer<shape.SeatPulse>()),
}

export const devices = {
  /** Every device whose work is here, every seat, and what each has sent. */
  list: oc.input(z.strictObject(round)).output(answer<shape.DevicesView>()),
}
