/** The draw in front of witnesses: fix the pool, say the chance, list who was drawn; and repeat any draw. */
import type { Payload } from '#core/ledger/kinds.ts'
import { type DrawPlan, type DrawResult, draw, plainEntropy, planFingerprint, replayDraw } from '#core/panel/draw.ts'
import { refuse } from '#core/refusal.ts'
import { allExperts } from '#db/queries/people.ts'
import { wholePool } from '#db/queries/pool.ts'
import type { DrawView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter } from '../room.ts'
import { drawIn, drawOf } from '../views/draw.ts'
import { orRefuse } from '../views/votes.ts'

/**
 * Fixes the device's pool as it is now, and so its fingerprint. A later fixing replaces an earlier one.
 * @throws Refused `wrong-stage`, `not-in-pool` (an exclusion of somebody unknown), `draw-too-few`.
 */
export function fixDraw(ctx: Ctx, input: Omit<DrawPlan, 'pool'> & { round: string }): DrawView {
  const { round, ...wanted } = input
  const room = enter(ctx, round)
  demandStage(room, 'set-panel', ctx.caller.lang)
  const pool = wholePool(ctx.host.store.device).map(({ name, unit, classes, sourceKind }) => ({
    name,
    unit,
    classes,
    sourceKind,
  }))
  for (const { name, unit } of wanted.exclusions) {
    if (!pool.some((person) => person.name === name && person.unit === unit)) refuse('not-in-pool', { name, unit })
  }
  const plan = { ...wanted, pool } as Payload<'draw.fixed'>['plan']
  // Whether there are enough people does not hang on the chance.
  orRefuse(draw(plan, '00000'))
  const payload = { plan, fingerprint: planFingerprint(plan) }
  decide(ctx, room, [{ kind: 'draw.fixed', by: actorOf(ctx), subject: room.id, payload }], ['panel'])
  return drawOf(ctx, enter(ctx, round))
}

/**
 * Draws from the pool that was fixed, and lists the drawn as experts of the round.
 * @throws Refused `wrong-stage`, `draw-not-fixed`, `draw-entropy`, and `draw-changed` when the device's pool is not the
 * one that was fixed.
 */
export function makeDraw(
  ctx: Ctx,
  input: { round: string; fingerprint: string; entropy: string; entropySource: string },
): DrawView {
  const room = enter(ctx, input.round)
  demandStage(room, 'set-panel', ctx.caller.lang)
  const fixed = drawIn(room).plan ?? refuse('draw-not-fixed')
  const known = wholePool(ctx.host.store.device)
  const pool = known.map(({ name, unit, classes, sourceKind }) => ({ name, unit, classes, sourceKind }))
  const now = planFingerprint({ ...fixed, pool })
  const recorded = planFingerprint(fixed)
  if (now !== recorded || input.fingerprint !== recorded) {
    const other = now !== recorded ? now : input.fingerprint
    refuse('draw-changed', { recorded: recorded.slice(0, 16), now: other.slice(0, 16) })
  }
  const result = orRefuse(draw(fixed, input.entropy)) as Payload<'draw.made'>['result']
  const listed = new Set(allExperts(room.file).map(({ name, unit }) => `${name}/${unit}`))
  const by = actorOf(ctx)
  const fresh = [...result.members, ...result.alternates]
    .filter(({ name, unit }) => !listed.has(`${name}/${unit}`))
    .flatMap((drawn) => known.filter(({ name, unit }) => name === drawn.name && unit === drawn.unit))
    .map(({ name, unit, post, phone, sourceKind, classes }) => ({
      kind: 'expert.listed' as const,
      by,
      subject: ctx.host.newId('expert'),
      payload: { name, unit, post, phone, sourceKind, specialty: classes.join('、') },
    }))
  const payload = {
    fingerprint: recorded,
    entropy: plainEntropy(input.entropy),
    entropySource: input.entropySource,
    result,
  }
  decide(ctx, room, [{ kind: 'draw.made', by, subject: room.id, payload }, ...fresh], ['panel', 'round'])
  return drawOf(ctx, enter(ctx, input.round))
}

/** Repeats a draw from its transcript alone. @throws Refused `draw-changed`, `draw-entropy`, `draw-too-few`. */
export function repeatDraw(
  _: Ctx,
  { transcript }: { transcript: Parameters<typeof replayDraw>[0] },
): { same: true; result: DrawResult } {
  return { same: true, result: orRefuse(replayDraw(transcript)) }
}
