/** Fixes the result: from here on nothing that went into it can change. */
import { refuse } from '#core/refusal.ts'
import type { ResultView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter } from '../room.ts'
import { computeResult, resultOf } from '../views/results.ts'

/** @throws Refused `result-frozen`, `result-incomplete`, `wrong-stage`. */
export function freezeResult(
  ctx: Ctx,
  input: { round: string; confirmed?: { chair: string; secretary: string } | undefined },
): ResultView {
  const room = enter(ctx, input.round)
  const { lang } = ctx.caller
  const { confirmed } = input
  if (room.frozen) refuse('result-frozen')
  demandStage(room, 'freeze-result', lang)
  const result = resultOf(room)
  if (!result.ready) refuse('result-incomplete', { missing: result.missing.map(({ text }) => text[lang]) })
  const rows = result.rows.map(({ packet, rank, exact, grade, decision }) => ({
    packet,
    rank,
    score: exact,
    grade: grade?.['zh-CN'] ?? null,
    decision: decision['zh-CN'],
  }))
  decide(
    ctx,
    room,
    [{ kind: 'result.frozen', by: actorOf(ctx), subject: room.id, payload: { rows, ...(confirmed && { confirmed }) } }],
    ['result', 'round'],
  )
  return computeResult(ctx, input)
}
