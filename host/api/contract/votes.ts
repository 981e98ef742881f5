/** Named votes. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { ballotChoices, votePurposes } from '#core/ledger/kinds.ts'
import type * as shape from '../shapes.ts'
import { answer, id, line, ofExpert, ofPacket, ofSheet, round } from './inputs.ts'

const choice = z.enum(ballotChoices)
/** Another person than the clerk, who enters the paper ballot once more without seeing the first entry. */
const secondPerson = line.min(1)

export const votes = {
  list: oc.input(z.strictObject(round)).output(answer<shape.VotesView>()),
  mine: oc.input(z.strictObject(ofExpert)).output(answer<shape.MyVoteView>()),
  /** Fixes the rule and says who may vote. Several packets stand on one list. */
  prepare: oc
    .input(
      z.strictObject({
        ...round,
        packets: z.array(id).min(1).max(200),
        maxYes: z.int().min(1).nullable().default(null),
        places: z.int().min(1).nullable().default(null),
        purpose: z.enum(votePurposes).default('first'),
        reason: line.default(''),
      }),
    )
    .output(answer<shape.VotesView>()),
  /** Takes back what was prepared, before anybody could vote. */
  withdraw: oc.input(z.strictObject({ ...ofPacket, reason: line.min(1) })).output(answer<shape.VotesView>()),
  /** Opens what was prepared; prepares it first where nothing was. */
  open: oc.input(z.strictObject(ofPacket)).output(answer<shape.VoteView>()),
  cast: oc
    .input(
      z.strictObject({
        ...ofSheet,
        choice,
        second: z.strictObject({ name: secondPerson, choice }).optional(),
        note: line.default(''),
      }),
    )
    .output(answer<shape.MyVoteView>()),
  /** One ballot for a whole list. */
  castList: oc
    .input(
      z.strictObject({
        ...ofExpert,
        choices: z.record(id, choice),
        second: z.strictObject({ name: secondPerson, choices: z.record(id, choice) }).optional(),
        note: line.default(''),
      }),
    )
    .output(answer<shape.MyVoteView>()),
  close: oc.input(z.strictObject(ofPacket)).output(answer<shape.VoteView>()),
  /** Shows the room the first ballots of a closed vote, as they are read aloud. */
  readOut: oc.input(z.strictObject({ ...ofPacket, upTo: z.int().min(0).max(99) })).output(answer<shape.VoteView>()),
  publish: oc.input(z.strictObject(ofPacket)).output(answer<shape.VoteView>()),
}
