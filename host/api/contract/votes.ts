/** Named votes. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { voteChoices } from '#core/ledger/kinds.ts'
import type * as shape from '../shapes.ts'
import { answer, ofExpert, ofPacket, ofSheet, round } from './inputs.ts'

export const votes = {
  list: oc.input(z.strictObject(round)).output(answer<shape.VotesView>()),
  mine: oc.input(z.strictObject(ofExpert)).output(answer<shape.MyVoteView>()),
  open: oc.input(z.strictObject(ofPacket)).output(answer<shape.VoteView>()),
  cast: oc.input(z.strictObject({ ...ofSheet, choice: z.enum(voteChoices) })).output(answer<shape.MyVoteView>()),
  close: oc.input(z.strictObject(ofPacket)).output(answer<shape.VoteView>()),
}
