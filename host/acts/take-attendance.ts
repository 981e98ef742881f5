/** Notes who is in the room. */
import type { PanelView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter, memberIn } from '../room.ts'
import { showPanel } from '../views/panel.ts'

/** @throws Refused `not-on-panel`. */
export function takeAttendance(ctx: Ctx, input: { round: string; present: string[] }): PanelView {
  const room = enter(ctx, input.round)
  for (const expert of input.present) memberIn(ctx, room, expert)
  const payload = { present: [...new Set(input.present)] }
  decide(ctx, room, [{ kind: 'attendance.taken', by: actorOf(ctx), subject: room.id, payload }], ['panel', 'votes'])
  return showPanel(ctx, input)
}
