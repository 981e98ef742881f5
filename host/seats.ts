/** Who has a seat in the room, with its number and role: members, waiting alternates, and those who run or watch it. */
import type { SeatRole } from '#core/panel/roles.ts'
import { allAlternates, allExperts, allMembers, allOfficers } from '#db/queries/people.ts'
import { whileLedgerStands } from '#db/while-ledger-stands.ts'
import type { Room } from './room.ts'

export type Seated = { readonly expert: string; readonly seat: number; readonly name: string; readonly role: SeatRole }

/** In seat order: members keep their numbers, the others follow. */
export function seatedIn({ file }: Pick<Room, 'file'>): readonly Seated[] {
  return whileLedgerStands(file, 'seated', () => readSeated({ file }))
}

function readSeated(room: Pick<Room, 'file'>): Seated[] {
  const names = new Map(allExperts(room.file).map(({ id, name }) => [id, name]))
  const members = allMembers(room.file).map(({ expert, seat, chair, person }) => ({
    expert,
    seat,
    name: person.name,
    role: chair ? ('chair' as const) : ('expert' as const),
  }))
  const others = [
    ...allAlternates(room.file)
      .filter(({ replaces }) => replaces === null)
      .map(({ expert }) => ({ expert, role: 'alternate' as const })),
    ...allOfficers(room.file),
  ]
  const last = Math.max(0, ...members.map(({ seat }) => seat))
  return [
    ...members,
    ...others.map(({ expert, role }, at) => ({ expert, seat: last + 1 + at, name: names.get(expert) ?? '', role })),
  ]
}
