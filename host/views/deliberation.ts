/** Minutes of every accepted application. */
import { allFields } from '#db/queries/packets.ts'
import { allExperts, allMembers, allRecusals } from '#db/queries/people.ts'
import { allMinutes } from '#db/queries/room.ts'
import type { MinutesView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, recusedPairs } from '../room.ts'
import { titleOf } from './titles.ts'

/** @throws Refused `unknown-round`. */
export function listMinutes(ctx: Ctx, { round }: { round: string }): MinutesView[] {
  const room = enter(ctx, round)
  const titles = titleOf(room, allFields(room.file))
  const minutes = new Map(allMinutes(room.file).map((row) => [row.packet, row]))
  const names = new Map(allExperts(room.file).map(({ id, name }) => [id, name]))
  const members = allMembers(room.file)
  const isRecused = recusedPairs(allRecusals(room.file))
  return acceptedPackets(room).map(({ id, no }) => {
    const row = minutes.get(id)
    return {
      packet: id,
      no,
      workshop: titles(id).workshop,
      recorded: row !== undefined,
      text: row?.text ?? '',
      seats: members
        .filter(({ expert, declaredAt }) => declaredAt !== null && !isRecused(expert, id))
        .map(({ expert, seat, person }) => ({ expert, seat, name: person.name })),
      present: (row?.present ?? []).map((one) => names.get(one) ?? one),
      speakers: (row?.speakers ?? []).map((one) => ({ ...one, name: names.get(one.expert) ?? one.expert })),
      motions: row?.motions ?? [],
      dissents: (row?.dissents ?? []).map((one) => ({ ...one, name: names.get(one.expert) ?? one.expert })),
      at: row?.at ?? null,
    }
  })
}
