/** Makes the record of a site visit: who was there, what was seen, which photos show it, and the facts it changes. */

import type { Actor } from '#core/ledger/entry.ts'
import type { FactValue } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { photoName, together } from '#core/visits/photos.ts'
import type { Measure, StruckPhoto, VisitCheck, Visitor, VisitPhoto } from '#core/visits/record.ts'
import type { WriteHandle } from '#db/open.ts'
import { isKept } from '#db/packet-files.ts'
import { factsOf } from '#db/queries/packets.ts'
import type { VisitView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn, type Room } from '../room.ts'
import { listVisits } from '../views/visits.ts'
import { returnsOfBrokenSheets } from './facts-changed.ts'
import { readPhoto } from './photo-bytes.ts'
import { demandFact } from './record-facts.ts'

/** Everything a record says, from whichever door it comes. */
export type VisitInput = {
  packet: string
  date: string
  place: string
  present: string[]
  opinion: string
  findings: { fact: string; seen: FactValue; note: string }[]
  begun: string | null
  ended: string | null
  team: Visitor[]
  checks: VisitCheck[]
  measures: Measure[]
  photos: VisitPhoto[]
  struck: StruckPhoto[]
}

/**
 * At the desk: from paper, or with photos of a card that `visits.attach` has taken in.
 * @throws Refused `unknown-fact`, `bad-fact`, `wrong-stage`, `unknown-packet`, `visit-photos-missing`, `visit-number-twice`.
 */
export function recordVisit(ctx: Ctx, input: VisitInput & { round: string }): VisitView[] {
  const room = enter(ctx, input.round)
  demandStage(room, 'record-visit', ctx.caller.lang)
  const { round: _, ...record } = input
  writeVisit(ctx, room, actorOf(ctx), { ...record, without: [] })
  return listVisits(ctx, input)
}

/** Writes the record and every fact it changes, all or nothing. */
export function writeVisit(
  ctx: Ctx,
  room: Room,
  by: Actor,
  { packet, findings: seenFacts, ...record }: VisitInput & { without: string[] },
  alongside?: (handle: WriteHandle) => void,
): void {
  packetIn(room, packet)
  for (const { fact, seen } of seenFacts) demandFact(room.rubric, fact, seen)
  demandNumbers(record.photos, record.struck)
  const photos = together(record.photos)
  demandPhotos(room, photos)
  const known = new Map(factsOf(room.file, packet).map((row) => [row.key, row]))
  const findings = seenFacts.map((one) => ({ ...one, claimed: known.get(one.fact)?.value ?? null }))
  const visit = ctx.host.newId('visit')
  const changed = findings.filter(({ claimed, seen }) => JSON.stringify(claimed) !== JSON.stringify(seen))
  const facts = changed.map(({ fact, claimed, seen, note }) => ({
    kind: 'fact.recorded' as const,
    by,
    subject: packet,
    payload: { key: fact, from: claimed, value: seen, proof: known.get(fact)?.proof ?? null, note, visit },
  }))
  const payload = {
    ...record,
    packet,
    visit,
    findings,
    // What the bytes themselves say counts, not what a device said of them.
    photos: photos.map((photo) => ({ ...photo, ...readPhoto(room.folder, photo.sha256) })),
  }
  const seenNow = Object.fromEntries(changed.map(({ fact, seen }) => [fact, seen]))
  decide(
    ctx,
    room,
    [
      { kind: 'visit.recorded', by, subject: packet, payload },
      ...facts,
      ...returnsOfBrokenSheets(room, { packet, changed: seenNow, by }),
    ],
    ['visits', 'packets', 'sheets', 'round'],
    alongside,
  )
}

function demandNumbers(photos: readonly VisitPhoto[], struck: readonly StruckPhoto[]): void {
  const names = [...photos, ...struck].map(photoName)
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  if (twice.length > 0) refuse('visit-number-twice', { photos: [...new Set(twice)] })
}

/** A record is final only when every photo it names lies on the host. */
function demandPhotos(room: Room, photos: readonly VisitPhoto[]): void {
  const missing = photos.filter((photo) => !isKept(room.folder, photo))
  if (missing.length > 0) refuse('visit-photos-missing', { count: missing.length, photos: missing.map(photoName) })
}
