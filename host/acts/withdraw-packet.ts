/** Writes down that an applicant takes the application back: it stays listed with the reason, and competes no longer. */
import { refuse } from '#core/refusal.ts'
import { fieldsOf } from '#db/queries/packets.ts'
import { allVotes } from '#db/queries/room.ts'
import type { PacketView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter, packetIn } from '../room.ts'
import { showPacket } from '../views/packets.ts'
import { titleOf } from '../views/titles.ts'
import { withdrawalsIn } from '../views/withdrawals.ts'

/**
 * `person` is who asked for it on the applicant's side.
 * @throws Refused `result-frozen`, `read-only-round`, `unknown-packet`, `already-withdrawn`, `vote-open`.
 */
export function withdrawPacket(
  ctx: Ctx,
  { round, packet, reason, person }: { round: string; packet: string; reason: string; person: string },
): PacketView {
  const room = enter(ctx, round)
  if (room.frozen) refuse('result-frozen')
  packetIn(room, packet)
  const { workshop } = titleOf(room, fieldsOf(room.file, packet))(packet)
  if (withdrawalsIn(room).has(packet)) refuse('already-withdrawn', { packet: workshop })
  const isOpen = allVotes(room.file).some((vote) => vote.packet === packet && vote.state === 'open')
  if (isOpen) refuse('vote-open', { packet: workshop })
  const entry = { kind: 'packet.withdrawn', by: actorOf(ctx), subject: packet, payload: { reason, person } } as const
  decide(ctx, room, [entry], ['packets', 'round', 'sheets', 'votes', 'result'])
  return showPacket(ctx, { round, packet })
}
