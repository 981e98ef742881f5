/** Keys in what eligibility rests on, each fact with the page that proves it. */
import { askedFacts } from '#core/eligibility/application.ts'
import { factProblem } from '#core/eligibility/read.ts'
import type { Proof } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { eligibilityFactsOf } from '#db/queries/eligibility.ts'
import type { EligibilityValue, EligibilityView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn } from '../room.ts'
import { eligibilityIn, showEligibility } from '../views/eligibility.ts'
import { demandPage } from './record-facts.ts'

type FactInput = { key: string; value: EligibilityValue; proof: Proof | null; note: string }

/** @throws Refused `unknown-fact`, `bad-input`, `unknown-file`, `wrong-stage`. Nothing is kept when one of many is wrong. */
export function recordEligibility(
  ctx: Ctx,
  input: { round: string; packet: string; facts: FactInput[] },
): EligibilityView {
  const room = enter(ctx, input.round)
  demandStage(room, 'check-packets', ctx.caller.lang)
  packetIn(room, input.packet)
  const asked = new Map(askedFacts(eligibilityIn(room)).map((fact) => [fact.key, fact]))
  for (const { key, value, proof } of input.facts) {
    const fact = asked.get(key) ?? refuse('unknown-fact', { fact: key, known: [...asked.keys()] })
    const problem = factProblem(fact, value)
    if (problem) refuse('bad-input', { problems: problem.why })
    if (proof) demandPage(room, input.packet, proof)
  }
  const before = new Map(eligibilityFactsOf(room.file, input.packet).map((row) => [row.key, row.value ?? null]))
  const by = actorOf(ctx)
  decide(
    ctx,
    room,
    input.facts.map(({ key, value, proof, note }) => ({
      kind: 'eligibility.recorded' as const,
      by,
      subject: input.packet,
      payload: { key, from: before.get(key) ?? null, value, proof, note },
    })),
    ['packets'],
  )
  return showEligibility(ctx, input)
}
