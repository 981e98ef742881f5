/** What the desk puts before the room. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer, id, round } from './inputs.ts'

export const floor = {
  show: oc.input(z.strictObject(round)).output(answer<shape.FloorView>()),
  set: oc
    .input(
      z.strictObject({
        ...round,
        packet: id.nullable().optional(),
        /** The order in which the desk goes on from here; whoever is not named follows by number. */
        agenda: z.array(id).max(2_000).optional(),
        /** Seconds from now; null stops the timer. */
        timer: z.int().min(10).max(7_200).nullable().optional(),
        muted: z.boolean().optional(),
        names: z.boolean().optional(),
      }),
    )
    .output(answer<shape.FloorView>()),
}
