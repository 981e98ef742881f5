/** Takes in a recommending unit's ranked list; a newer list of the same name takes the older one's place. */
import path from 'node:path'
import type { RecommendedView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { readRecommended } from '../intake/recommended.ts'
import { actorOf, decide, demandStage, enter } from '../room.ts'
import { showRecommended } from '../views/recommended.ts'

/** @throws Refused `not-found`, `bad-table`, `wrong-stage`, `unknown-round`. */
export async function importRecommended(ctx: Ctx, input: { round: string; path: string }): Promise<RecommendedView> {
  const room = enter(ctx, input.round)
  demandStage(room, 'import-packets', ctx.caller.lang)
  const rows = await readRecommended(input.path)
  const source = path.basename(input.path)
  const payload = { source, rows: rows.map((row) => ({ ...row })) }
  decide(ctx, room, [{ kind: 'recommended.listed', by: actorOf(ctx), subject: source, payload }], ['packets'])
  return showRecommended(ctx, input)
}
