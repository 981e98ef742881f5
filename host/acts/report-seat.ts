/** A seat's device says that it lives, what it believes it has sent, and what its clock says. */
import type { SeatPulse } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { enter, memberIn } from '../room.ts'

/** A clock that is off by more than this is told to the desk: a record's times come from the host, a laptop's from itself. */
const notedSeconds = 5

/**
 * @param input.at the time by the device's own clock, when it asked.
 * @throws Refused `not-allowed`, `not-on-panel`.
 */
export function reportSeat(
  ctx: Ctx,
  input: { round: string; expert: string; device: string; waiting: number; lastSent: string | null; at: string },
): SeatPulse {
  const { host } = ctx
  const room = enter(ctx, input.round)
  const member = memberIn(ctx, room, input.expert)
  const name = `${room.id}/${member.expert}`
  const before = host.reports.get(name)
  const ahead = Math.round((Date.parse(input.at) - host.now().getTime()) / 1_000)
  const clockAhead = Math.abs(ahead) > notedSeconds ? ahead : 0
  const { device, waiting, lastSent } = input
  host.reports.set(name, { device, waiting, lastSent, clockAhead })
  const now = timestamp(host)
  host.heard.set(name, now)
  if (before?.waiting !== waiting || before.clockAhead !== clockAhead) host.announce(room.id, ['devices'])
  return { now, clockAhead }
}
