/** How acts and views become handlers of a door. */
import { implement } from '@orpc/server'
import { commitTogether } from '../../group-commit.ts'
import type { Ctx } from '../../host.ts'
import { enter } from '../../room.ts'
import { deskContract, seatContract, wallContract } from '../contract.ts'
import { watchChanges } from '../live.ts'

export type Call<I> = { context: Ctx; input: I }
/** An act or view as a handler: context first, input second. */
export const by =
  <I, O>(deed: (ctx: Ctx, input: I) => O) =>
  ({ context, input }: Call<I>) =>
    deed(context, input)

/** An act of a seat as a handler: made durable together with those of the other seats that come in the same moment. */
export const together =
  <I extends { round: string }, O>(deed: (ctx: Ctx, input: I) => O) =>
  ({ context, input }: Call<I>) =>
    commitTogether(enter(context, input.round).file, () => deed(context, input))

export const live = {
  watch: ({ context, input, signal }: Call<{ round: string | null }> & { signal?: AbortSignal | undefined }) =>
    watchChanges(context, input, signal),
}

export const desk = implement(deskContract).$context<Ctx>()
export const seat = implement(seatContract).$context<Ctx>()
export const wall = implement(wallContract).$context<Ctx>()
