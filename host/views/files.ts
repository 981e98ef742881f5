/** Where a packet's file lies, for those who may read it. */
import { refuse } from '#core/refusal.ts'
import { pathOf } from '#db/packet-files.ts'
import { fileOf } from '#db/queries/packets.ts'
import type { Ctx } from '../host.ts'
import { demandStage, demandUnconflicted, enter, memberIn, packetIn } from '../room.ts'

/** @throws Refused `unknown-file`; for a seat also `declaration-missing`, `recused`, `wrong-stage`. */
export function packetFile(
  ctx: Ctx,
  input: { round: string; packet: string; sha256: string },
): { path: string; name: string; mime: string } {
  const room = enter(ctx, input.round)
  packetIn(room, input.packet)
  const { seat } = ctx.caller
  if (seat) {
    demandStage(room, 'read-packets', ctx.caller.lang)
    demandUnconflicted(room, memberIn(ctx, room, seat.expert), input.packet)
  }
  const file = fileOf(room.file, input.packet, input.sha256)
  if (!file) return refuse('unknown-file', { file: input.sha256.slice(0, 12) })
  return { path: pathOf(room.folder, file.sha256), name: file.name.split('/').at(-1) ?? file.name, mime: file.mime }
}
