/** Plans the site visits: kept as a draft while it is made, a decision of the round once it is settled. */
import { Refused } from '#core/refusal.ts'
import { planProblems } from '#core/visits/plan.ts'
import type { VisitStop } from '#core/visits/record.ts'
import { dropPlanDraft, savePlanDraft } from '#db/queries/visits.ts'
import type { VisitPlanView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { actorOf, decide, demandStage, enter } from '../room.ts'
import { planGround, showPlan } from '../views/visits.ts'

/**
 * A draft may hold anything; what is settled holds for everybody.
 * @throws Refused `wrong-stage`, `unknown-packet`, `visit-planned-twice`, `visit-stranger`, `visit-recused`, `visit-not-in-team`.
 */
export function planVisits(
  ctx: Ctx,
  input: { round: string; stops: VisitStop[]; settle: boolean; note: string },
): VisitPlanView {
  const room = enter(ctx, input.round)
  demandStage(room, 'plan-visits', ctx.caller.lang)
  const { stops, note } = input
  if (input.settle) {
    const [problem] = planProblems(stops, planGround(room))
    if (problem) throw new Refused(problem)
    const decision = { kind: 'visits.planned' as const, by: actorOf(ctx), subject: room.id, payload: { stops, note } }
    decide(ctx, room, [decision], ['visits', 'round'], dropPlanDraft)
  } else {
    room.file.transaction((handle) => savePlanDraft(handle, room.id, { stops, at: timestamp(ctx.host) }), {
      behavior: 'immediate',
    })
    ctx.host.announce(room.id, ['visits'])
  }
  return showPlan(ctx, input)
}
