/** Reopening a closed stage: asked for with a reason, approved by somebody else, and both are kept. */
import { refuse } from '#core/refusal.ts'
import { stageName } from '#core/round/stages.ts'
import type { StageId } from '#core/scheme/scheme.ts'
import { allMembers, allOfficers } from '#db/queries/people.ts'
import { allReopenings } from '#db/queries/rounds.ts'
import type { ReopeningView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter, expertIn, type Room } from '../room.ts'
import { reopeningsOf } from '../views/reopenings.ts'

/** @throws Refused `not-closed-yet`, `reopening-pending`, `result-stands`. */
export function askReopening(ctx: Ctx, input: { round: string; stage: StageId; reason: string }): ReopeningView[] {
  const room = enter(ctx, input.round)
  const { stage, reason } = input
  const name = stageName(room.scheme, room.row.activity, stage)[ctx.caller.lang]
  if (room.frozen) refuse('result-stands')
  if (!room.closed.has(stage)) refuse('not-closed-yet', { stage: name })
  const pending = allReopenings(room.file).find(({ decidedAt }) => decidedAt === null)
  if (pending) {
    refuse('reopening-pending', {
      stage: stageName(room.scheme, room.row.activity, pending.stage)[ctx.caller.lang],
    })
  }
  decide(
    ctx,
    room,
    [{ kind: 'reopening.asked', by: actorOf(ctx), subject: stage, payload: { stage, reason } }],
    ['round'],
  )
  return reopeningsOf(enter(ctx, input.round))
}

/**
 * Approves or declines what is asked. At the desk the approver is named; a seat decides for itself.
 * @throws Refused `no-reopening`, `not-approver`, `result-stands`.
 */
export function decideReopening(
  ctx: Ctx,
  input: { round: string; granted: boolean; approver: string; note: string },
): ReopeningView[] {
  const room = enter(ctx, input.round)
  if (room.frozen) refuse('result-stands')
  const pending = allReopenings(room.file).find(({ decidedAt }) => decidedAt === null) ?? refuse('no-reopening')
  const approver = approverIn(room, ctx.caller.seat?.expert ?? input.approver)
  const from = room.stages.findIndex(({ id }) => id === pending.stage)
  const stages = room.stages.slice(from).flatMap(({ id }) => (room.closed.has(id) ? [id] : []))
  const { granted, note } = input
  const payload = { stage: pending.stage, granted, decidedBy: approver.name, note, stages: granted ? stages : [] }
  const by = ctx.caller.seat ? { ...actorOf(ctx, approver), role: approver.role } : actorOf(ctx)
  decide(
    ctx,
    room,
    [{ kind: 'reopening.decided', by, subject: pending.stage, payload }],
    ['round', 'packets', 'panel', 'sheets', 'visits', 'minutes', 'votes', 'result'],
  )
  return reopeningsOf(enter(ctx, input.round))
}

/** Only the chair or a supervisor, never the clerk who asked. */
function approverIn(room: Room, expert: string) {
  const { id, name } = expertIn(room, expert)
  const isChair = allMembers(room.file).some((member) => member.expert === expert && member.chair)
  const isSupervisor = allOfficers(room.file).some((one) => one.expert === expert && one.role === 'supervisor')
  if (!isChair && !isSupervisor) return refuse('not-approver', { name })
  return { id, name, role: isChair ? ('chair' as const) : ('supervisor' as const) }
}
