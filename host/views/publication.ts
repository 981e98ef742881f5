/** The public list as it hangs, and the objections to it. */
import { inNeutralOrder } from '#core/publication/neutral-order.ts'
import { isInTime, publicStanding } from '#core/publication/objection.ts'
import { allObjections, thePublication } from '#db/queries/publication.ts'
import type { PublicationView, ResultRow } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { proposed } from '../papers/sheets/ranking.ts'
import { enter, type Room } from '../room.ts'
import { rankingOfRound } from './results.ts'

/** @throws Refused `unknown-round`, `blind`. */
export function showPublication(ctx: Ctx, { round }: { round: string }): PublicationView {
  return publicationOf(enter(ctx, round))
}

/** The same, for a round already entered. */
export function publicationOf(room: Room, rows: readonly ResultRow[] = rankingOfRound(room).rows): PublicationView {
  const posted = thePublication(room.file)
  const objections = allObjections(room.file)
  const names = new Map(rows.map((row) => [row.packet, row]))
  const listed = proposed(rows).map(({ packet, no, workshop, unit, leader, occupation }) => ({
    ...{ packet, no, workshop, unit, leader, occupation },
    standing: publicStanding(packet, objections),
  }))
  return {
    round: room.id,
    ...prescribedOf(room),
    posted,
    rows: inNeutralOrder(listed, posted?.order ?? 'strokes'),
    objections: objections.map(({ id, packet, ...objection }) => ({
      objection: id,
      packet,
      no: names.get(packet)?.no ?? 0,
      workshop: names.get(packet)?.workshop ?? packet,
      inTime: posted === null || isInTime(objection.received, posted),
      ...objection,
    })),
  }
}

/** What the scheme says of the length of publicity. */
export function prescribedOf({ scheme }: Pick<Room, 'scheme'>): Pick<PublicationView, 'prescribed' | 'suggested'> {
  const rule = scheme.afterwards?.publicity
  const length = rule?.length
  const suggested = rule?.suggested
  return {
    prescribed: length
      ? { length: length.days, unit: length.unit, clause: rule.clause ?? '', place: rule.place }
      : null,
    suggested: suggested ? { length: suggested.days, unit: suggested.unit } : null,
  }
}
