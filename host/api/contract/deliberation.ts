/** Minutes. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer, id, line, long, ofPacket, round } from './inputs.ts'

export const minutes = {
  list: oc.input(z.strictObject(round)).output(answer<shape.MinutesView[]>()),
  record: oc
    .input(
      z.strictObject({
        ...ofPacket,
        text: long.min(1),
        dissents: z
          .array(z.strictObject({ expert: id, text: long.min(1) }))
          .max(99)
          .default([]),
        speakers: z
          .array(z.strictObject({ expert: id, text: long.min(1) }))
          .max(200)
          .default([]),
        motions: z
          .array(z.strictObject({ text: long.min(1), by: line, outcome: line }))
          .max(50)
          .default([]),
      }),
    )
    .output(answer<shape.MinutesView[]>()),
}
