/** Visits and minutes of every accepted application. */
import { allFields } from '#db/queries/packets.ts'
import { allExperts } from '#db/queries/people.ts'
import { allMinutes, allVisits } from '#db/queries/room.ts'
import type { MinutesView, VisitView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, same } from '../room.ts'
import { titleOf } from './titles.ts'

/** @throws Refused `unknown-round`. */
export function listVisits(ctx: Ctx, { round }: { round: string }): VisitView[] {
  const room = enter(ctx, round)
  const titles = titleOf(room, allFields(room.file))
  const visits = new Map(allVisits(room.file).map((row) => [row.packet, row]))
  const names = new Map((room.rubric?.facts ?? []).map(({ key, name }) => [key, name]))
  return acceptedPackets(room).map(({ id, no }) => {
    const visit = visits.get(id)
    return {
      packet: id,
      no,
      workshop: titles(id).workshop,
      recorded: visit !== undefined,
      date: visit?.date ?? null,
      place: visit?.place ?? '',
      present: visit?.present ?? [],
      opinion: visit?.opinion ?? '',
      findings: (visit?.findings ?? []).map((one) => ({ ...one, name: names.get(one.fact) ?? same(one.fact) })),
      at: visit?.at ?? null,
    }
  })
}

/** @throws Refused `unknown-round`. */
export function listMinutes(ctx: Ctx, { round }: { round: string }): MinutesView[] {
  const room = enter(ctx, round)
  const titles = titleOf(room, allFields(room.file))
  const minutes = new Map(allMinutes(room.file).map((row) => [row.packet, row]))
  const names = new Map(allExperts(room.file).map(({ id, name }) => [id, name]))
  return acceptedPackets(room).map(({ id, no }) => {
    const row = minutes.get(id)
    return {
      packet: id,
      no,
      workshop: titles(id).workshop,
      recorded: row !== undefined,
      text: row?.text ?? '',
      present: (row?.present ?? []).map((one) => names.get(one) ?? one),
      speakers: (row?.speakers ?? []).map((one) => ({ ...one, name: names.get(one.expert) ?? one.expert })),
      motions: row?.motions ?? [],
      dissents: (row?.dissents ?? []).map((one) => ({ ...one, name: names.get(one.expert) ?? one.expert })),
      at: row?.at ?? null,
    }
  })
}
