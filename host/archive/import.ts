/** An archive comes back: as a round to look at, as part of a round that is here, or only to be checked. */
import path from 'node:path'
import { refuse } from '#core/refusal.ts'
import type { ArchiveCheck, ArchiveImport, ArchiveMerge } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter } from '../room.ts'
import { showRound } from '../views/round.ts'
import { plantRound, takeIn } from './contents.ts'
import { kindName, ledgerFindings, type OpenBundle, withBundle } from './open.ts'

type Input = { path: string; passphrase?: string | undefined }

/** @throws Refused `wrong-bundle`. */
function demandArchive(file: string, { manifest }: OpenBundle): void {
  if (manifest.kind === 'archive') return
  const { kind, instead } = kindName(manifest.kind)
  refuse('wrong-bundle', { path: file, kind, instead })
}

/**
 * Makes a round out of an archive. Read-only unless said otherwise: what is finished stays as it was.
 * @throws Refused as `withBundle` and `plantRound`.
 */
export function importArchive(ctx: Ctx, input: Input & { readOnly?: boolean | undefined }): Promise<ArchiveImport> {
  const file = path.resolve(input.path)
  return withBundle(file, input, async (bundle) => {
    demandArchive(file, bundle)
    await plantRound(ctx, bundle, { readOnly: input.readOnly ?? true })
    const { round, entries, files, head } = bundle.manifest
    return { ...showRound(ctx, { round }), entries, files: files.length, ledgerHead: head }
  })
}

/**
 * Adds an archive of the same round made on another device. The same archive twice changes nothing.
 * @throws Refused as `withBundle` and `mergeInto`.
 */
export function mergeArchive(ctx: Ctx, input: Input & { round: string }): Promise<ArchiveMerge> {
  const file = path.resolve(input.path)
  const room = enter(ctx, input.round)
  return withBundle(file, input, async (bundle) => {
    demandArchive(file, bundle)
    const { added, known, waiting, ledgerHead, unproved } = await takeIn(ctx, room, bundle)
    return {
      round: room.id,
      added: added.length,
      known,
      waiting: waiting.length,
      unproved: unproved.length,
      ledgerHead,
    }
  })
}

/** Checks an archive alone: every bit, every chain, every file. Nothing is taken into the store. */
export function verifyArchive(_ctx: Ctx, input: Input): Promise<ArchiveCheck> {
  const file = path.resolve(input.path)
  return withBundle(file, input, async (bundle) => {
    const { manifest } = bundle
    for (const hash of manifest.files) await bundle.withFile(hash, async () => {})
    const findings = ledgerFindings(bundle)
    return {
      ok: findings.length === 0,
      kind: manifest.kind,
      round: manifest.round,
      title: manifest.title,
      at: manifest.at,
      entries: manifest.entries,
      files: manifest.files.length,
      ledgerHead: manifest.head,
      findings,
    }
  })
}
