/** What an act that cannot be taken back would touch, asked before it. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer, round } from './inputs.ts'

export const touchingActs = [
  'close-stage',
  'reopen-stage',
  'enter-alternate',
  'open-vote',
  'close-vote',
  'publish-vote',
  'settle-list',
  'freeze-result',
] as const

export const touches = {
  /** `of`: the stage, the member who is replaced, or the packet voted on; empty where the act needs none. */
  show: oc
    .input(z.strictObject({ ...round, act: z.enum(touchingActs), of: z.string().max(80).default('') }))
    .output(answer<shape.TouchesView>()),
}
