/** Objections to the public list: taken in, and decided with a reason. */

import type { ObjectionOutcome } from '#core/publication/objection.ts'
import { refuse } from '#core/refusal.ts'
import { allObjections, thePublication } from '#db/queries/publication.ts'
import type { PublicationView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn } from '../room.ts'
import { publicationOf } from '../views/publication.ts'

/** Holds the entry; the others go on. @throws Refused `not-published`, `not-on-the-list`, `unknown-packet`, `wrong-stage`. */
export function recordObjection(
  ctx: Ctx,
  input: { round: string; packet: string; received: string; from: string; text: string },
): PublicationView {
  const room = enter(ctx, input.round)
  demandStage(room, 'publish', ctx.caller.lang)
  if (!thePublication(room.file)) refuse('not-published')
  const { no } = packetIn(room, input.packet)
  const listed = publicationOf(room).rows.some(({ packet }) => packet === input.packet)
  if (!listed) refuse('not-on-the-list', { no })
  const { packet, received, from, text } = input
  const subject = ctx.host.newId('objection')
  const payload = { packet, received, from, text }
  decide(ctx, room, [{ kind: 'objection.recorded', by: actorOf(ctx), subject, payload }], ['result'])
  return publicationOf(room)
}

/** @throws Refused `unknown-objection`, `objection-decided`, `wrong-stage`. */
export function decideObjection(
  ctx: Ctx,
  input: { round: string; objection: string; outcome: ObjectionOutcome; reason: string },
): PublicationView {
  const room = enter(ctx, input.round)
  demandStage(room, 'publish', ctx.caller.lang)
  const known = allObjections(room.file).find(({ id }) => id === input.objection)
  if (!known) return refuse('unknown-objection', { objection: input.objection })
  if (known.outcome !== null) refuse('objection-decided')
  const payload = { outcome: input.outcome, reason: input.reason }
  decide(ctx, room, [{ kind: 'objection.decided', by: actorOf(ctx), subject: known.id, payload }], ['result'])
  return publicationOf(room)
}
