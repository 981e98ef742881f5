/** The secretariat arranges how sheets are filled in: order of reading, second round, hint while scoring. */
import { exact, isDecimal } from '#core/exact/exact.ts'
import { refuse } from '#core/refusal.ts'
import { hasBegun } from '#core/round/stages.ts'
import type { ArrangementView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter } from '../room.ts'
import { showArrangement } from '../views/second-round.ts'

/**
 * Fixed once reading has begun: experts would score by different rules.
 * @throws Refused `reading-begun`, `bad-share`, `not-offered` where the round has no rubric.
 */
export function arrangeReading(
  ctx: Ctx,
  input: { round: string; order: 'number' | 'random'; farFrom: string | null; hint: boolean },
): ArrangementView {
  const room = enter(ctx, input.round)
  if (hasBegun(room.stages, room.stage, 'reading')) refuse('reading-begun')
  const { order, farFrom, hint } = input
  if (farFrom !== null && !isShare(farFrom)) refuse('bad-share', { given: farFrom })
  if (hint && farFrom === null) refuse('bad-share', { given: '' })
  decide(
    ctx,
    room,
    [{ kind: 'reading.arranged', by: actorOf(ctx), subject: room.id, payload: { order, farFrom, hint } }],
    ['round', 'sheets'],
  )
  return showArrangement(ctx, input)
}

function isShare(given: string): boolean {
  return isDecimal(given) && exact(given).compare(0) > 0 && exact(given).compare(1) <= 0
}
