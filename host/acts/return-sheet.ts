/** The secretariat gives a submitted sheet back at its expert's request; the old one stays in the ledger. */
import { refuse } from '#core/refusal.ts'
import { oneSheet } from '#db/queries/sheets.ts'
import type { SheetRow } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, memberIn, packetIn } from '../room.ts'
import { listSheets } from '../views/sheets.ts'

/** @throws Refused `sheet-not-submitted`, `wrong-stage`. */
export function returnSheet(
  ctx: Ctx,
  input: { round: string; expert: string; packet: string; reason: string },
): Pick<SheetRow, 'packet' | 'no' | 'workshop' | 'state'>[] {
  const room = enter(ctx, input.round)
  const member = memberIn(ctx, room, input.expert)
  packetIn(room, input.packet)
  demandStage(room, 'score-again', ctx.caller.lang)
  const place = { packet: input.packet, expert: member.expert }
  if (oneSheet(room.file, place)?.state !== 'submitted') refuse('sheet-not-submitted')
  decide(
    ctx,
    room,
    [
      {
        kind: 'sheet.returned',
        by: actorOf(ctx),
        subject: input.packet,
        payload: { ...place, reason: input.reason },
      },
    ],
    ['sheets', 'round'],
  )
  // The desk learns states, never marks.
  return listSheets(ctx, input).map(({ packet, no, workshop, state }) => ({ packet, no, workshop, state }))
}
