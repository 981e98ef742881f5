/** Records the deliberation on one application, with every dissent in its author's words. */
import type { Payload } from '#core/ledger/kinds.ts'
import { allMembers } from '#db/queries/people.ts'
import type { MinutesView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, demandUnconflicted, enter, expertIn, memberIn, packetIn } from '../room.ts'
import { listMinutes } from '../views/deliberation.ts'
import { electorateNow } from '../views/votes.ts'

/** @throws Refused `not-on-panel` and `recused` (of a dissenter), `wrong-stage`, `unknown-packet`. */
export function recordMinutes(
  ctx: Ctx,
  input: Omit<Payload<'minutes.recorded'>, 'present'> & { round: string },
): MinutesView[] {
  const room = enter(ctx, input.round)
  demandStage(room, 'record-minutes', ctx.caller.lang)
  packetIn(room, input.packet)
  // The recorder's seat writes for others: who may speak is asked of the panel, not of the caller.
  const known = { ...ctx, caller: { ...ctx.caller, seat: null } }
  for (const { expert } of [...input.dissents, ...input.speakers]) {
    demandUnconflicted(room, memberIn(known, room, expert), input.packet)
  }
  const { round: _, ...said } = input
  const recorder = ctx.caller.seat && expertIn(room, ctx.caller.seat.expert)
  const by = recorder ? { ...actorOf(ctx, recorder), role: 'recorder' as const } : actorOf(ctx)
  const { entitled, absent } = electorateNow(room, allMembers(room.file), input.packet)
  const present = entitled.filter((expert) => !absent.includes(expert))
  decide(
    ctx,
    room,
    [{ kind: 'minutes.recorded', by, subject: input.packet, payload: { ...said, present } }],
    ['minutes', 'packets', 'round'],
  )
  return listMinutes(ctx, input)
}
