/** The final list of a round that the score order decides. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer, id, pin, round } from './inputs.ts'

export const lists = {
  show: oc.input(z.strictObject(round)).output(answer<shape.FinalListView>()),
  settle: oc
    .input(
      z.strictObject({
        ...round,
        rows: z
          .array(
            z.strictObject({
              packet: id,
              place: z.int().min(1).nullable(),
              reason: z.string().max(2_000).default(''),
            }),
          )
          .max(2_000),
        /** Opens the secretary's key, which signs a list that departs from the score order. */
        pin,
      }),
    )
    .output(answer<shape.FinalListView>()),
}
