/** The named vote. */
import * as z from 'zod'
import { voteRuleSchema } from '../../round/choices.ts'

import { ballotChoices, votePurposes } from './vocabulary.ts'

export const votesKinds = {
  /** What is to be voted on and by which rule: from here on the rule is fixed. Several packets make one list. */
  'vote.prepared': z.strictObject({
    packets: z.array(z.string()).min(1),
    /** 1 for the first vote on these packets, 2 for the first repeat or run-off, and so on. */
    turn: z.int().min(1),
    purpose: z.enum(votePurposes),
    reason: z.string(),
    /** Of a list: how many one ballot may agree to, and how many can be chosen; null: no limit. */
    maxYes: z.int().min(1).nullable(),
    places: z.int().min(1).nullable(),
    rule: voteRuleSchema,
  }),
  'vote.withdrawn': z.strictObject({ packets: z.array(z.string()), turn: z.int(), reason: z.string() }),
  'vote.opened': z.strictObject({
    packet: z.string(),
    turn: z.int().default(1),
    entitled: z.array(z.string()),
    recused: z.array(z.string()),
  }),
  /** A later entry of the same expert takes the place of the earlier while the vote is open. */
  'ballot.cast': z.strictObject({
    packet: z.string(),
    turn: z.int().default(1),
    expert: z.string(),
    choice: z.enum(ballotChoices),
    /** Who compared a paper ballot that the desk entered; empty for a member's own hand. */
    second: z.string().default(''),
    note: z.string().default(''),
  }),
  'vote.published': z.strictObject({ packets: z.array(z.string()), turn: z.int() }),
  'vote.closed': z.strictObject({
    packet: z.string(),
    turn: z.int().default(1),
    invalid: z.int().default(0),
    absent: z.array(z.string()),
    for: z.int(),
    against: z.int(),
    abstain: z.int(),
    needed: z.int(),
    passed: z.boolean(),
  }),
} as const satisfies Record<string, z.ZodType>
