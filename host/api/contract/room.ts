/** What everybody in the room sees, and the news of changes. */
import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer, id, round } from './inputs.ts'

export const wall = { show: oc.input(z.strictObject(round)).output(answer<shape.WallView>()) }

export const live = {
  /** Says what changed, from now on; the first event says everything did. */
  watch: oc.input(z.strictObject({ round: id.nullable() })).output(eventIterator(answer<shape.LiveEvent>())),
}
