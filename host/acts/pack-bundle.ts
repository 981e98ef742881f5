/** The round goes along to an expert's computer: papers, scheme, panel, and the key for what comes back. */

import { statSync } from 'node:fs'
import path from 'node:path'
import type { Entry } from '#core/ledger/entry.ts'
import { mergeEntries } from '#core/ledger/merge.ts'
import { type BundleKeyName, bundleKey, putBundleKey } from '#db/queries/bundle-keys.ts'
import { allEntries } from '#db/queries/ledger.ts'
import type { PackedBundle } from '../api/shapes.ts'
import { filesNamed, labelOf } from '../archive/contents.ts'
import { writeBundle } from '../archive/pack.ts'
import { type Ctx, timestamp } from '../host.ts'
import { newPassphrase } from '../passphrase.ts'
import { enter, type Room } from '../room.ts'

/**
 * Writes a package, locked by a passphrase that stays the same for the round unless one is given.
 * What would tell marks before the stage is closed stays behind, and everything decided after it.
 * @param input.to a file, or a folder in which it gets a name of its own.
 * @throws Refused `backup-exists`, `disk-full`, `read-only-place`, `place-gone`, `unknown-round`.
 */
export async function packRound(
  ctx: Ctx,
  input: { round: string; to: string; passphrase?: string | undefined },
): Promise<PackedBundle> {
  const room = enter(ctx, input.round)
  const all = allEntries(room.file)
  const entries = untilMarks(room, all)
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
  const identity = await kept(room, 'identity', () => generateX25519Identity())
  const seal = await kept(room, 'seal', async () => ctx.host.newSecret(32))
  const passphrase = input.passphrase ?? (await kept(room, 'passphrase', async () => newPassphrase(ctx.host)))
  const { scheme, folder } = room
  const reply = { recipient: await identityToRecipient(identity), seal }
  const contents = {
    label: labelOf(ctx, room, 'package'),
    entries,
    scheme,
    folder,
    files: filesNamed(folder, entries),
    reply,
  }
  const packed = await writeBundle(bundlePath(ctx, room, input.to, '评审包'), contents, { passphrase })
  return { ...packed, passphrase, heldBack: all.length - entries.length }
}

/** The path a bundle gets in a folder: what it is, of which round, and when. */
export function bundlePath(ctx: Ctx, room: Pick<Room, 'row'>, to: string, name: string): string {
  const target = path.resolve(to)
  if (!statSync(target, { throwIfNoEntry: false })?.isDirectory()) return target
  const when = timestamp(ctx.host).replace(/[-:]/g, '').slice(0, 15)
  const title = room.row.title.replace(/[\\/:*?"<>|\s]+/g, ' ').slice(0, 40)
  return path.join(target, `${name} ${title} ${when}.jpa`)
}

async function kept(room: Room, name: BundleKeyName, make: () => Promise<string>): Promise<string> {
  const known = bundleKey(room.file, name)
  if (known) return known
  const fresh = await make()
  putBundleKey(room.file, name, fresh)
  return fresh
}

/** Each chain up to its first mark that is still hidden, as far as it stands by itself. */
function untilMarks(room: Room, entries: readonly Entry[]): Entry[] {
  const closedVotes = new Set(entries.filter(({ kind }) => kind === 'vote.closed').map(({ subject }) => subject))
  const isHidden = ({ kind, subject }: Entry) =>
    (kind === 'sheet.submitted' && !room.closed.has('reading')) || (kind === 'ballot.cast' && !closedVotes.has(subject))
  const first = new Map<string, number>()
  for (const entry of entries) {
    if (isHidden(entry)) first.set(entry.chain, Math.min(first.get(entry.chain) ?? entry.seq, entry.seq))
  }
  const shown = entries.filter(({ chain, seq }) => seq < (first.get(chain) ?? Number.POSITIVE_INFINITY))
  return mergeEntries(room.id, [], shown).ledger
}
