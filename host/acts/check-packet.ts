/** A person passes an application's papers, sends them back to be completed, or takes back what was said of them. */
import { refuse } from '#core/refusal.ts'
import type { PacketView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn } from '../room.ts'
import { showPacket } from '../views/packets.ts'

/** @throws Refused `bad-input` (sent back without a note, unknown material), `wrong-stage`, `unknown-packet`. */
export function checkPacket(
  ctx: Ctx,
  input: {
    round: string
    packet: string
    outcome: 'accepted' | 'returned' | 'unchecked'
    note: string
    materials: Record<string, boolean>
  },
): PacketView {
  const room = enter(ctx, input.round)
  demandStage(room, 'check-packets', ctx.caller.lang)
  packetIn(room, input.packet)
  const known = new Set(room.scheme.materials.map(({ id }) => id))
  const strange = Object.keys(input.materials).filter((id) => !known.has(id))
  if (strange.length > 0) refuse('bad-input', { problems: strange })
  if (input.outcome === 'returned' && input.note.trim() === '') {
    refuse('bad-input', {
      problems: ctx.caller.lang === 'en' ? 'say what has to be completed' : '退回补正须写明缺什么',
    })
  }
  const { outcome, note, materials } = input
  decide(
    ctx,
    room,
    [{ kind: 'packet.checked', by: actorOf(ctx), subject: input.packet, payload: { outcome, note, materials } }],
    ['packets', 'round'],
  )
  return showPacket(ctx, input)
}
