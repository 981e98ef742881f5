/** What stands before the room, and who must leave for it and for what comes next. */
import { allFields } from '#db/queries/packets.ts'
import { allMembers, allRecusals } from '#db/queries/people.ts'
import { theFloor } from '#db/queries/room.ts'
import type { FloorItem, FloorView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, type Room, recusedPairs } from '../room.ts'
import { titleOf } from './titles.ts'

/** @throws Refused `unknown-round`. */
export function showFloor(ctx: Ctx, { round }: { round: string }): FloorView {
  return floorOf(enter(ctx, round))
}

/** The same, for a round already entered. */
export function floorOf(room: Room): FloorView {
  const { packet, since, timerEnds, muted, names, agenda } = theFloor(room.file)
  const wanted = new Map(agenda.map((id, place) => [id, place]))
  const placeOf = (id: string) => wanted.get(id) ?? agenda.length
  // Stable: those the desk has not put in order stay by number, after the others.
  const packets = acceptedPackets(room).toSorted((a, b) => placeOf(a.id) - placeOf(b.id))
  const at = packets.findIndex(({ id }) => id === packet)
  const titles = titleOf(room, allFields(room.file))
  const members = allMembers(room.file)
  const isRecused = recusedPairs(allRecusals(room.file))
  const itemOf = (place: number): FloorItem | null => {
    const found = packets[place]
    if (!found) return null
    const { workshop, unit, leader } = titles(found.id)
    const leaving = members.filter(({ expert }) => isRecused(expert, found.id))
    return {
      packet: found.id,
      no: found.no,
      workshop,
      unit,
      leader,
      leaving: leaving.map(({ expert, seat, person }) => ({ expert, seat, name: names ? person.name : '' })),
    }
  }
  return {
    item: at < 0 ? null : itemOf(at),
    next: itemOf(at + 1),
    since: at < 0 ? null : since,
    timerEnds,
    muted,
    names,
  }
}
