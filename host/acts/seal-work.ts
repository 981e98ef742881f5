/** What was decided on this device since the package goes back to the secretariat, locked so that only it can open it. */
import { refuse } from '#core/refusal.ts'
import { bundleKey } from '#db/queries/bundle-keys.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { filesNamed, labelOf } from '../archive/contents.ts'
import { type Manifest, manifestSchema } from '../archive/manifest.ts'
import { type Packed, writeBundle } from '../archive/pack.ts'
import type { Ctx } from '../host.ts'
import { enter, type Room } from '../room.ts'
import { bundlePath } from './pack-bundle.ts'

/** The manifest of the package this device got the round by; null where the round was begun here. */
export function packageOf(room: Pick<Room, 'file'>): Manifest | null {
  const kept = bundleKey(room.file, 'package')
  return kept ? manifestSchema.parse(JSON.parse(kept)) : null
}

/** Entries the secretariat cannot have from the package; always all of them, so that one bundle makes up for a lost one. */
export function ownWork(room: Pick<Room, 'file'>, from: Manifest) {
  const ends = new Map(from.ends.map(({ chain, seq }) => [chain, seq]))
  return allEntries(room.file).filter(({ chain, seq }) => seq > (ends.get(chain) ?? 0))
}

/** @throws Refused `not-from-a-package`, `no-own-work`, `backup-exists`, `disk-full`, `read-only-place`, `place-gone`. */
export async function sealWork(ctx: Ctx, input: { round: string; to: string }): Promise<Packed> {
  const room = enter(ctx, input.round)
  const from = packageOf(room)
  if (!from?.reply) return refuse('not-from-a-package')
  const entries = ownWork(room, from)
  if (entries.length === 0) refuse('no-own-work')
  const { scheme, folder } = room
  const known = new Set(from.files)
  const files = filesNamed(folder, entries).filter((hash) => !known.has(hash))
  const { recipient, seal } = from.reply
  const contents = { label: labelOf(ctx, room, 'work'), entries, scheme, folder, files, seal }
  return writeBundle(bundlePath(ctx, room, input.to, '评分包'), contents, { recipient })
}
