/** Ends a stage once its gates are open, and so begins the next. */
import { ratio } from '#core/exact/exact.ts'
import { refuse } from '#core/refusal.ts'
import { stageName } from '#core/round/stages.ts'
import type { StageId } from '#core/scheme/scheme.ts'
import type { RoundView } from '../api/shapes.ts'
import { backUpQuietly } from '../backups.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter } from '../room.ts'
import { scoreOrder } from '../views/final-list.ts'
import { showRound } from '../views/round.ts'
import { missingNow } from '../views/situation.ts'

/** @throws Refused `wrong-stage`, `gate-closed` with everything that is missing. */
export function closeStage(ctx: Ctx, input: { round: string; stage: StageId }): RoundView {
  const room = enter(ctx, input.round)
  const { lang } = ctx.caller
  const name = (stage: StageId) => stageName(room.scheme, room.row.activity, stage)[lang]
  if (room.stage !== input.stage || room.closed.has(input.stage)) {
    refuse('wrong-stage', { now: name(room.stage), needed: name(input.stage) })
  }
  const missing = missingNow(room)
  if (missing.length > 0) {
    refuse('gate-closed', { stage: name(input.stage), missing: missing.map(({ text }) => text[lang]) })
  }
  const place = room.stages.findIndex(({ id }) => id === input.stage)
  const next = room.stages[place + 1]?.id ?? null
  // What comes after may change scores; the list the document asks for here is the one of this moment.
  const left =
    input.stage === 'reading' && room.decision === 'order'
      ? {
          order: scoreOrder(room).map(({ packet, value, rank }) => ({ packet, exact: value && ratio(value), rank })),
        }
      : {}
  decide(
    ctx,
    room,
    [{ kind: 'stage.closed', by: actorOf(ctx), subject: input.stage, payload: { stage: input.stage, next, ...left } }],
    ['round', 'packets', 'panel', 'sheets', 'visits', 'minutes', 'votes', 'result'],
  )
  ctx.host.later(backUpQuietly(ctx.host, room.id, 'stage-closed'))
  return showRound(ctx, { round: room.id })
}
