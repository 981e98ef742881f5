/** While scoring is open an expert may change a submitted sheet: with a reason, as a new version; the old one is kept. */
import { refuse } from '#core/refusal.ts'
import { oneSheet } from '#db/queries/sheets.ts'
import type { SheetView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, demandUnconflicted, enter, memberIn, packetIn } from '../room.ts'
import { sheetView } from '../views/sheets.ts'

/** @throws Refused `sheet-not-submitted`, `wrong-stage`, `recused`, `unknown-packet`. */
export function reopenSheet(
  ctx: Ctx,
  input: { round: string; expert: string; packet: string; reason: string },
): SheetView {
  const room = enter(ctx, input.round)
  const member = memberIn(ctx, room, input.expert)
  packetIn(room, input.packet)
  demandStage(room, 'score', ctx.caller.lang)
  demandUnconflicted(room, member, input.packet)
  const place = { packet: input.packet, expert: member.expert }
  if (oneSheet(room.file, place)?.state !== 'submitted') refuse('sheet-not-submitted')
  decide(
    ctx,
    room,
    [
      {
        kind: 'sheet.returned',
        by: actorOf(ctx, { id: member.expert, name: member.person.name }),
        subject: input.packet,
        payload: { ...place, reason: input.reason },
      },
    ],
    ['sheets', 'round'],
  )
  return sheetView(room, member, input.packet)
}
