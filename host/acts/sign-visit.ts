/** A member of the visit's team signs its record, with the own key where there is one: this text and these photos. */
import { refuse } from '#core/refusal.ts'
import { wasOnVisit } from '#core/visits/record.ts'
import { allVisits } from '#db/queries/visits.ts'
import type { VisitView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, demandUnconflicted, enter, memberIn } from '../room.ts'
import { visitOf } from '../views/visits.ts'

/** @throws Refused `visit-not-recorded`, `visit-changed`, `visit-not-planned`, `dissent-needs-text`, `recused`, `wrong-stage`. */
export function signVisit(
  ctx: Ctx,
  input: { round: string; expert: string; packet: string; record: string; answer: 'agree' | 'dissent'; text: string },
): VisitView {
  const room = enter(ctx, input.round)
  const member = memberIn(ctx, room, input.expert)
  demandStage(room, 'sign-visit', ctx.caller.lang)
  demandUnconflicted(room, member, input.packet)
  const { expert, packet, record, answer } = input
  const row = allVisits(room.file).find((one) => one.packet === packet) ?? refuse('visit-not-recorded')
  if (row.record !== record) refuse('visit-changed')
  const { present, details } = row
  if (!wasOnVisit({ present, team: details.team }, { expert, name: member.person.name })) refuse('visit-not-planned')
  const text = input.text.trim()
  if (answer === 'dissent' && text === '') refuse('dissent-needs-text')
  const by = actorOf(ctx, { id: expert, name: member.person.name })
  const payload = { packet, record, expert, answer, text }
  decide(ctx, room, [{ kind: 'visit.signed', by, subject: packet, payload }], ['visits', 'round'])
  return visitOf(room, packet)
}
