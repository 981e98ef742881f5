/** Constitutes the panel: distinct people, odd, enough of them (the scheme's or the organiser's numbers). */
import { Refused, refuse } from '#core/refusal.ts'
import type { PanelView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, expertIn } from '../room.ts'
import { showPanel } from '../views/panel.ts'
import { constitutionRefusals } from '../views/panel-rules.ts'

/** @throws Refused `unknown-expert`, `duplicate-member`, `small-panel`, `even-panel`, `not-on-panel`, `wrong-stage`. */
export function setPanel(
  ctx: Ctx,
  input: { round: string; members: string[]; chair: string | null; alternates: string[] },
): PanelView {
  const room = enter(ctx, input.round)
  demandStage(room, 'set-panel', ctx.caller.lang)
  for (const member of input.members) expertIn(room, member)
  const [problem] = constitutionRefusals(room, input.members)
  if (problem) throw new Refused(problem)
  for (const alternate of input.alternates) {
    const { name } = expertIn(room, alternate)
    if (input.members.includes(alternate)) refuse('duplicate-member', { members: [name] })
  }
  if (input.chair !== null && !input.members.includes(input.chair)) refuse('not-on-panel', { expert: input.chair })
  decide(
    ctx,
    room,
    [
      {
        kind: 'panel.constituted',
        by: actorOf(ctx),
        subject: room.id,
        payload: { members: input.members, chair: input.chair, alternates: input.alternates },
      },
    ],
    ['panel', 'round'],
  )
  return showPanel(ctx, input)
}
