/** Doubts about facts: an expert sees the own ones, the secretariat all. */
import { itemsOf } from '#core/scheme/scheme.ts'
import { allFields } from '#db/queries/packets.ts'
import { allMembers } from '#db/queries/people.ts'
import { allDoubts } from '#db/queries/scoring.ts'
import type { DoubtView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, type Room } from '../room.ts'
import { titleOf } from './titles.ts'

/** Every doubt, those without an answer first. */
export function listDoubts(ctx: Ctx, { round }: { round: string }): DoubtView[] {
  const views = doubtViews(enter(ctx, round))
  return [...views.filter(({ answer }) => !answer), ...views.filter(({ answer }) => answer)]
}

/** One expert's doubts about one application, as they were raised. */
export function doubtsOf(room: Room, place: { expert: string; packet: string }): DoubtView[] {
  return doubtViews(room).filter(({ expert, packet }) => expert === place.expert && packet === place.packet)
}

/** The same, for a round already entered, in the order in which they were raised. */
export function doubtViews(room: Room): DoubtView[] {
  const records = allDoubts(room.file)
  if (records.length === 0) return []
  const titles = titleOf(room, allFields(room.file))
  const members = new Map(allMembers(room.file).map((member) => [member.expert, member]))
  const numbers = new Map(acceptedPackets(room).map(({ id, no }) => [id, no]))
  const names = new Map(room.rubric ? itemsOf(room.rubric).map(({ id, name }) => [id, name]) : [])
  return records.map(({ id, expert, packet, item, page, text, at, answer, answeredAt, answeredBy }) => ({
    doubt: id,
    expert,
    expertName: members.get(expert)?.person.name ?? '',
    seat: members.get(expert)?.seat ?? 0,
    packet,
    no: numbers.get(packet) ?? 0,
    workshop: titles(packet).workshop,
    item,
    itemName: names.get(item) ?? { 'zh-CN': item, en: item },
    page: page ?? null,
    text,
    at,
    answer: answer === null ? null : { text: answer, at: answeredAt ?? '', by: answeredBy ?? '' },
  }))
}
