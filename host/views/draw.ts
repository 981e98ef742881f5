/** The draw of this round: what was fixed, and what came of it. */
import type { Payload } from '#core/ledger/kinds.ts'
import { planFingerprint } from '#core/panel/draw.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { allExperts } from '#db/queries/people.ts'
import type { DrawView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter, type Room } from '../room.ts'

/** @throws Refused `unknown-round`. */
export function showDraw(ctx: Ctx, { round }: { round: string }): DrawView {
  return drawOf(enter(ctx, round))
}

/** The same, for a round already entered. */
export function drawOf(room: Room): DrawView {
  const entries = allEntries(room.file)
  const fixed = entries.findLast(({ kind }) => kind === 'draw.fixed')
  if (!fixed)
    return { plan: null, fingerprint: null, fixedAt: null, transcript: null, madeAt: null, members: [], alternates: [] }
  const { plan } = fixed.payload as Payload<'draw.fixed'>
  const fingerprint = planFingerprint(plan)
  const made = entries.findLast(
    ({ kind, payload }) => kind === 'draw.made' && (payload as Payload<'draw.made'>).fingerprint === fingerprint,
  )
  const drawn = made ? (made.payload as Payload<'draw.made'>) : null
  const ids = new Map(allExperts(room.file).map(({ id, name, unit }) => [`${name}/${unit}`, id]))
  const idsOf = (people: readonly { name: string; unit: string }[]) =>
    people.flatMap(({ name, unit }) => ids.get(`${name}/${unit}`) ?? [])
  return {
    plan,
    fingerprint,
    fixedAt: fixed.at,
    transcript: drawn && {
      plan,
      fingerprint,
      entropy: drawn.entropy,
      entropySource: drawn.entropySource,
      result: drawn.result,
    },
    madeAt: made?.at ?? null,
    members: idsOf(drawn?.result.members ?? []),
    alternates: idsOf(drawn?.result.alternates ?? []),
  }
}
