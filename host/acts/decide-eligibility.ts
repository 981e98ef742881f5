/** A named person confirms or overrides what the machine made of one rule. The machine never refuses an applicant. */
import { confirms, type Verdict } from '#core/eligibility/eligibility.ts'
import { refuse } from '#core/refusal.ts'
import type { EligibilityView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter } from '../room.ts'
import { showEligibility } from '../views/eligibility.ts'

/**
 * A reason is asked for whenever the person says more than the machine did.
 * @throws Refused `unknown-rule`, `rule-not-asked`, `reason-missing`, `wrong-stage`, `unknown-packet`.
 */
export function decideEligibility(
  ctx: Ctx,
  input: { round: string; packet: string; rule: string; verdict: Verdict; person: string; reason: string },
): EligibilityView {
  const room = enter(ctx, input.round)
  demandStage(room, 'check-packets', ctx.caller.lang)
  const { rules } = showEligibility(ctx, input)
  const rule =
    rules.find(({ id }) => id === input.rule) ??
    refuse('unknown-rule', { rule: input.rule, known: rules.map(({ id }) => id) })
  if (rule.outcome === 'na') refuse('rule-not-asked', { rule: rule.id })
  const [person, reason] = [input.person.trim(), input.reason.trim()]
  if (!person || (!reason && !confirms(rule.outcome, input.verdict))) refuse('reason-missing', { rule: rule.id })
  decide(
    ctx,
    room,
    [
      {
        kind: 'eligibility.decided',
        by: actorOf(ctx),
        subject: input.packet,
        payload: { rule: rule.id, machine: rule.outcome, verdict: input.verdict, person, reason },
      },
    ],
    ['packets'],
  )
  return showEligibility(ctx, input)
}
