/** Adds experts to the round's list, from a roster file or by hand. */

import type { ExpertView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { readRoster } from '../intake/roster.ts'
import { actorOf, decide, demandStage, enter } from '../room.ts'
import { listExperts } from '../views/panel.ts'

type NewExpert = { name: string; unit: string; post: string; phone: string; sourceKind: string; specialty: string }

/** @throws Refused `bad-roster`, `not-found`, `wrong-stage`. Who is listed already (same name and unit) is not added again. */
export async function importExperts(
  ctx: Ctx,
  input: { round: string; path?: string | undefined; experts?: NewExpert[] | undefined },
): Promise<ExpertView[]> {
  const room = enter(ctx, input.round)
  demandStage(room, 'list-experts', ctx.caller.lang)
  const given: NewExpert[] = input.path ? await readRoster(input.path) : (input.experts ?? [])
  const listed = new Set(listExperts(ctx, input).map(({ name, unit }) => `${name}/${unit}`))
  const fresh = given.filter(({ name, unit }) => !listed.has(`${name}/${unit}`))
  if (fresh.length > 0) {
    decide(
      ctx,
      room,
      fresh.map((expert) => ({
        kind: 'expert.listed' as const,
        by: actorOf(ctx),
        subject: ctx.host.newId('expert'),
        payload: expert,
      })),
      ['panel', 'round'],
    )
  }
  return listExperts(ctx, input)
}
