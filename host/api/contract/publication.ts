/** The public list and objections to it. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { neutralOrders } from '#core/publication/neutral-order.ts'
import { objectionOutcomes } from '#core/publication/objection.ts'
import type * as shape from '../shapes.ts'
import { answer, id, line, long, ofPacket, round } from './inputs.ts'

export const publication = {
  show: oc.input(z.strictObject(round)).output(answer<shape.PublicationView>()),
  post: oc
    .input(
      z.strictObject({
        ...round,
        posted: z.iso.date(),
        length: z.int().min(1).max(60),
        unit: z.enum(['working', 'calendar']),
        place: line.min(1),
        order: z.enum(neutralOrders).default('strokes'),
        /** Region whose own holidays count as well. */
        region: line.optional(),
      }),
    )
    .output(answer<shape.PublicationView>()),
  object: oc
    .input(z.strictObject({ ...ofPacket, received: z.iso.date(), from: line.min(1), text: long.min(1) }))
    .output(answer<shape.PublicationView>()),
  decide: oc
    .input(z.strictObject({ ...round, objection: id, outcome: z.enum(objectionOutcomes), reason: long.min(1) }))
    .output(answer<shape.PublicationView>()),
}
