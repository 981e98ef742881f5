/** Who is there, and every coming and going with its time. */
import { allAttendance, allExperts, allMembers } from '#db/queries/people.ts'
import type { AttendanceView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter, type Room } from '../room.ts'

/** @throws Refused `unknown-round`. */
export function showAttendance(ctx: Ctx, { round }: { round: string }): AttendanceView {
  return attendanceOf(enter(ctx, round))
}

/** The same, for a round already entered. */
export function attendanceOf(room: Room): AttendanceView {
  const names = new Map(allExperts(room.file).map(({ id, name }) => [id, name]))
  return {
    seats: allMembers(room.file).map(({ expert, seat, person, present }) => ({
      expert,
      seat,
      name: person.name,
      present,
    })),
    events: allAttendance(room.file).map((row) => ({ ...row, name: names.get(row.expert) ?? row.expert })),
  }
}
