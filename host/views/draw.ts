/** The draw of this round: what was fixed, and what came of it. */
import { text } from '#core/lang.ts'
import type { Payload } from '#core/ledger/kinds.ts'
import { planFingerprint } from '#core/panel/draw.ts'
import { suggestedConflicts } from '#core/panel/validity.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { allFields, allPackets } from '#db/queries/packets.ts'
import { allExperts } from '#db/queries/people.ts'
import { wholePool } from '#db/queries/pool.ts'
import type { DrawView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter, type Room } from '../room.ts'
import { titleOf } from './titles.ts'

/** @throws Refused `unknown-round`. */
export function showDraw(ctx: Ctx, { round }: { round: string }): DrawView {
  return drawOf(ctx, enter(ctx, round))
}

/** The same, for a round already entered. */
export function drawOf(ctx: Ctx, room: Room): DrawView {
  const { plan, fingerprint, fixedAt, made } = drawIn(room)
  const ids = new Map(allExperts(room.file).map(({ id, name, unit }) => [`${name}/${unit}`, id]))
  const idsOf = (people: readonly { name: string; unit: string }[]) =>
    people.flatMap(({ name, unit }) => ids.get(`${name}/${unit}`) ?? [])
  return {
    suggested: exclusionsToAsk(ctx, room),
    plan,
    fingerprint,
    fixedAt,
    transcript: plan && fingerprint && made ? { plan, fingerprint, ...made.payload } : null,
    madeAt: made?.at ?? null,
    members: idsOf(made?.payload.result.members ?? []),
    alternates: idsOf(made?.payload.result.alternates ?? []),
  }
}

type DrawKept = {
  plan: Payload<'draw.fixed'>['plan'] | null
  fingerprint: string | null
  fixedAt: string | null
  made: { at: string; payload: Omit<Payload<'draw.made'>, 'fingerprint'> } | null
}

/** The last plan fixed, and the draw made from it. */
export function drawIn(room: Pick<Room, 'file'>): DrawKept {
  const entries = allEntries(room.file)
  const fixed = entries.findLast(({ kind }) => kind === 'draw.fixed')
  if (!fixed) return { plan: null, fingerprint: null, fixedAt: null, made: null }
  const { plan } = fixed.payload as Payload<'draw.fixed'>
  const fingerprint = planFingerprint(plan)
  const entry = entries.findLast(
    ({ kind, payload }) => kind === 'draw.made' && (payload as Payload<'draw.made'>).fingerprint === fingerprint,
  )
  if (!entry) return { plan, fingerprint, fixedAt: fixed.at, made: null }
  const { entropy, entropySource, result } = entry.payload as Payload<'draw.made'>
  return { plan, fingerprint, fixedAt: fixed.at, made: { at: entry.at, payload: { entropy, entropySource, result } } }
}

function exclusionsToAsk(ctx: Ctx, room: Room): DrawView['suggested'] {
  const titles = titleOf(room, allFields(room.file))
  const packets = allPackets(room.file).map(({ id }) => ({ id, unit: titles(id).unit }))
  const pool = wholePool(ctx.host.store.device)
  const asked = pool.flatMap((person) => [
    { id: person.id, unit: person.unit, person, isPast: false },
    ...person.pastUnits.map((unit) => ({ id: person.id, unit, person, isPast: true })),
  ])
  return asked.flatMap(({ person: { name, unit }, unit: other, isPast }) =>
    suggestedConflicts({ experts: [{ id: name, unit: other }], packets })
      .slice(0, 1)
      .map((conflict) => ({
        name,
        unit,
        reason: isPast
          ? text(`曾在申报单位“${conflict.unit}”任职`, `worked for the applicant unit, ${conflict.unit}`)
          : text(`现为申报单位“${conflict.unit}”的人`, `works for the applicant unit, ${conflict.unit}`),
      })),
  )
}
