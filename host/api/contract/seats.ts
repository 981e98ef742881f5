/** Seats, the local network, and who a seat is. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer, id, line, ofExpert, round } from './inputs.ts'

export const seats = {
  codes: oc.input(z.strictObject(round)).output(answer<shape.SeatCode[]>()),
  /** New code for one seat; whatever device sat there is out. */
  renew: oc.input(z.strictObject(ofExpert)).output(answer<shape.SeatCode>()),
}

export const lan = {
  /** With `round` the certificate is of that round's authority. Without encryption only with a round to record it in, and why. */
  start: oc
    .input(
      z.strictObject({
        port: z.int().min(0).max(65_535).optional(),
        round: id.optional(),
        plain: z.boolean().optional(),
        reason: line.default(''),
      }),
    )
    .output(answer<shape.LanView>()),
  stop: oc.input(z.strictObject({})).output(answer<shape.LanView>()),
  show: oc.input(z.strictObject({})).output(answer<shape.LanView>()),
}

export const me = { show: oc.input(z.strictObject(ofExpert)).output(answer<shape.MeView>()) }
