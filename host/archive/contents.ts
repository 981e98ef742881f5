/** What of a round goes into a bundle, and what of a bundle goes into a round. */
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Entry, headOf } from '#core/ledger/entry.ts'
import { refuse } from '#core/refusal.ts'
import { endsOf, type MergeReport, mergeInto } from '#db/merge.ts'
import { openRoundFile } from '#db/open.ts'
import { keepFile, pathOf } from '#db/packet-files.ts'
import { type BundleKeyName, putBundleKey } from '#db/queries/bundle-keys.ts'
import { allEntries, noteUnseen } from '#db/queries/ledger.ts'
import { replay } from '#db/replay.ts'
import { type Ctx, timestamp } from '../host.ts'
import type { Room } from '../room.ts'
import { provenActs, type UnprovedAct } from '../signing/arriving-acts.ts'
import type { BundleKind, BundleLabel } from './manifest.ts'
import type { OpenBundle } from './open.ts'

export function labelOf(ctx: Ctx, room: Pick<Room, 'id' | 'row'>, kind: BundleKind): BundleLabel {
  const { store } = ctx.host
  return { kind, version: 1, round: room.id, title: room.row.title, from: store.chain, at: timestamp(ctx.host) }
}

/** Every file of a round that one of these entries names by its hash: scans, forms, photos, handwriting. */
export function filesNamed(folder: string, entries: readonly Entry[]): string[] {
  const named = new Set(entries.flatMap(({ payload }) => JSON.stringify(payload).match(/\b[0-9a-f]{64}\b/g) ?? []))
  return [...named].filter((hash) => existsSync(pathOf(folder, hash))).toSorted()
}

async function keepFiles(bundle: OpenBundle, folder: string): Promise<void> {
  for (const hash of bundle.manifest.files) {
    // What is here already need not be unpacked again: an import that was broken off goes on where it was.
    if (existsSync(pathOf(folder, hash))) continue
    await bundle.withFile(hash, (place) => keepFile(folder, hash, place))
  }
}

/**
 * Makes a round of this store out of a bundle: complete, or not at all.
 * @throws Refused `round-exists`, `damaged-bundle`, `broken-ledger`, `unknown-scheme`.
 */
export async function plantRound(
  ctx: Ctx,
  bundle: OpenBundle,
  how: { readOnly: boolean; keys?: Partial<Record<BundleKeyName, string>> },
): Promise<void> {
  const { store } = ctx.host
  const { manifest, entries, scheme } = bundle
  const { round } = manifest
  if (store.rounds().some(({ id }) => id === round)) refuse('round-exists', { round })
  if (!/^[\w-]{1,80}$/.test(round) || entries.some((entry) => entry.round !== round)) {
    refuse('damaged-bundle', { path: round, why: 'round' })
  }
  const part = path.join(store.folder, 'rounds', `${round}.part`)
  await rm(path.join(part, 'round.sqlite'), { force: true })
  await mkdir(part, { recursive: true })
  await keepFiles(bundle, part)
  const file = openRoundFile(path.join(part, 'round.sqlite'))
  try {
    replay(entries, file, scheme)
    noteUnseen(file, endsOf(entries, store.chain))
    for (const [name, value] of Object.entries(how.keys ?? {})) putBundleKey(file, name as BundleKeyName, value)
  } finally {
    file.$client.close()
  }
  store.adoptRound(round, timestamp(ctx.host), part, how.readOnly)
  ctx.host.announce(round, ['round'])
}

/**
 * Adds what a bundle holds to a round that is here, but no act whose signature is wrong. Files first: an entry never names
 * what has not come.
 */
export async function takeIn(
  ctx: Ctx,
  room: Room,
  bundle: OpenBundle,
): Promise<MergeReport & { ledgerHead: string; unproved: UnprovedAct[] }> {
  await keepFiles(bundle, room.folder)
  const { entries, unproved } = provenActs(allEntries(room.file), bundle.entries)
  const report = mergeInto(room.file, ctx.host.store.chain, entries)
  if (report.added.length > 0) {
    ctx.host.announce(room.id, ['round', 'packets', 'panel', 'sheets', 'visits', 'minutes', 'votes', 'result'])
  }
  return { ...report, unproved, ledgerHead: headOf([...report.ledger]) }
}
