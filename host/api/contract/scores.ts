/** Scores side by side for the deliberation. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer, ofPacket, round } from './inputs.ts'

export const scores = {
  list: oc.input(z.strictObject(round)).output(answer<shape.ScoreLine[]>()),
  show: oc.input(z.strictObject(ofPacket)).output(answer<shape.ScoresView>()),
}
