/** Records the deliberation on one application, with every dissent in its author's words. */
import type { Payload } from '#core/ledger/kinds.ts'
import type { MinutesView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, demandUnconflicted, enter, memberIn, packetIn } from '../room.ts'
import { listMinutes } from '../views/deliberation.ts'

/** @throws Refused `not-on-panel` and `recused` (of a dissenter), `wrong-stage`, `unknown-packet`. */
export function recordMinutes(
  ctx: Ctx,
  input: { round: string; packet: string; text: string; dissents: Payload<'minutes.recorded'>['dissents'] },
): MinutesView[] {
  const room = enter(ctx, input.round)
  demandStage(room, 'record-minutes', ctx.caller.lang)
  packetIn(room, input.packet)
  for (const { expert } of input.dissents) demandUnconflicted(room, memberIn(ctx, room, expert), input.packet)
  const { packet, text, dissents } = input
  decide(
    ctx,
    room,
    [{ kind: 'minutes.recorded', by: actorOf(ctx), subject: packet, payload: { packet, text, dissents } }],
    ['minutes', 'packets', 'round'],
  )
  return listMinutes(ctx, input)
}
