/** Notes when somebody came or went. A seat can only say that its own expert has arrived. */
import type { Payload } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { allAttendance } from '#db/queries/people.ts'
import type { AttendanceView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { actorOf, decide, enter, memberIn } from '../room.ts'
import { attendanceOf } from '../views/attendance.ts'

type Noted = Pick<Payload<'attendance.noted'>, 'expert' | 'event'> & { time?: string | undefined }

/** @throws Refused `not-on-panel`, `not-allowed`. */
export function noteAttendance(ctx: Ctx, input: Noted & { round: string }): AttendanceView {
  const room = enter(ctx, input.round)
  const { expert, person, present } = memberIn(ctx, room, input.expert)
  const isOwn = ctx.caller.seat !== null
  if (isOwn && input.event !== 'arrived' && input.event !== 'late') refuse('not-allowed')
  // A device that comes back after a pause is no second arrival.
  const isKnown = allAttendance(room.file).some((one) => one.expert === expert)
  if (isOwn && present && isKnown) return attendanceOf(room)
  const time = isOwn ? timestamp(ctx.host) : (input.time ?? timestamp(ctx.host))
  const by = isOwn ? actorOf(ctx, { id: expert, name: person.name }) : actorOf(ctx)
  const payload = { expert, event: input.event, time, how: isOwn ? ('seat' as const) : ('hand' as const) }
  decide(ctx, room, [{ kind: 'attendance.noted', by, subject: expert, payload }], ['panel', 'votes'])
  return attendanceOf(enter(ctx, input.round))
}
