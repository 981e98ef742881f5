/** Settles the final list after deliberation; what departs from the score order carries its reason. */
import { refuse } from '#core/refusal.ts'
import { placesFit } from '#core/round/final-list.ts'
import { isMoveByHand } from '#core/round/moves.ts'
import type { FinalListView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, actorOf, decide, demandStage, enter, packetIn } from '../room.ts'
import { demandSecretaryKey, openSecretaryKey } from '../signing/act-signatures.ts'
import { departuresIn, scoreOrder, showFinalList } from '../views/final-list.ts'

/**
 * Applications that are not named, or whose place is null, are not on the list. A later list replaces an earlier one.
 * @throws Refused `no-final-list`, `wrong-stage`, `unknown-packet`, `bad-places`, `departure-needs-reason`;
 * `key-locked`, `wrong-key-pin` where it departs: a move by hand is signed.
 */
export async function settleList(
  ctx: Ctx,
  input: { round: string; rows: { packet: string; place: number | null; reason: string }[]; pin?: string | undefined },
): Promise<FinalListView> {
  await openSecretaryKey(ctx, input.round, input.pin)
  const room = enter(ctx, input.round)
  const { lang } = ctx.caller
  if (room.decision !== 'order') refuse('no-final-list')
  demandStage(room, 'settle-list', lang)
  for (const { packet } of input.rows) packetIn(room, packet)
  const given = new Map(input.rows.map((row) => [row.packet, row]))
  const places = input.rows.flatMap(({ place }) => (place === null ? [] : [place]))
  if (given.size !== input.rows.length || !placesFit(places)) refuse('bad-places', { places: places.map(String) })
  const order = scoreOrder(room)
  const strange = input.rows.find(({ packet }) => !order.some((entry) => entry.packet === packet))
  if (strange) refuse('unknown-packet', { packet: strange.packet })
  const rows = acceptedPackets(room).map(({ id }) => ({
    packet: id,
    place: given.get(id)?.place ?? null,
    reason: given.get(id)?.reason.trim() ?? '',
  }))
  const bare = departuresIn(order, new Map(rows.map(({ packet, place }) => [packet, place]))).filter(
    ({ packet }) => rows.find((row) => row.packet === packet)?.reason === '',
  )
  if (bare.length > 0) refuse('departure-needs-reason', { items: bare.map(({ because }) => because[lang]) })
  if (isMoveByHand({ kind: 'list.settled', payload: { rows } })) demandSecretaryKey(ctx, room)
  decide(
    ctx,
    room,
    [{ kind: 'list.settled', by: actorOf(ctx), subject: room.id, payload: { rows } }],
    ['minutes', 'result', 'round'],
  )
  return showFinalList(ctx, input)
}
