/** A damaged round is rebuilt from what its ledger, its backups and nothing else prove; the rest is named. */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { canonicalJson, type Entry, fingerprintOf } from '#core/ledger/entry.ts'
import type { Payload } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import { openRoundFile } from '#db/open.ts'
import { alteredFiles, keepFile, pathOf } from '#db/packet-files.ts'
import { insertDrafts } from '#db/queries/sheets.ts'
import { replay } from '#db/replay.ts'
import { provedOf, readDamaged } from '#db/salvage.ts'
import type { SalvagedRound } from '../api/shapes.ts'
import { filesNamed } from '../archive/contents.ts'
import { backupFolder, backupsIn, secondPlace } from '../backups.ts'
import { type Ctx, timestamp } from '../host.ts'
import { showRound } from '../views/round.ts'

/**
 * The damaged folder stays beside the new one, renamed. This device goes on under a new chain.
 * @throws Refused `unknown-round`, `nothing-proved`, `disk-full`.
 */
export async function salvageRound(ctx: Ctx, { round }: { round: string }): Promise<SalvagedRound> {
  const { store } = ctx.host
  if (!store.rounds().some(({ id }) => id === round)) refuse('unknown-round', { round })
  const damaged = store.folderOf(round)
  const sources = [path.join(damaged, 'round.sqlite'), ...backupsOf(ctx, round)].map(readDamaged)
  const { proved, lost } = provedOf(sources.flatMap(({ read }) => read))
  const scheme = schemeFor(
    ctx,
    proved,
    sources.map((source) => source.scheme),
  )
  if (!scheme) return refuse('nothing-proved', { round })
  const stamp = timestamp(ctx.host).replace(/[:.]/g, '')
  const folder = path.join(store.folder, 'rounds', `salvaging ${stamp}`)
  mkdirSync(folder, { recursive: true })
  try {
    const file = openRoundFile(path.join(folder, 'round.sqlite'))
    replay(proved, file, scheme)
    const drafts = insertDrafts(file, sources[0]?.drafts ?? { sheets: [], judgements: [] })
    file.$client.close()
    const missingFiles = await soundFiles(damaged, folder, proved)
    const before = `${damaged}.damaged ${stamp}`
    store.replaceRound(round, sources[0]?.createdAt ?? timestamp(ctx.host), folder, before)
    store.beginNewChain()
    ctx.host.announce(round, ['round', 'packets', 'panel', 'sheets', 'visits', 'minutes', 'votes', 'result', 'devices'])
    return { ...showRound(ctx, { round }), proved: proved.length, lost, drafts, missingFiles, before }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function backupsOf({ host }: Ctx, round: string): string[] {
  return [backupFolder(host), secondPlace(host)]
    .flatMap((folder) => (folder ? backupsIn(folder, round).slice(0, 3) : []))
    .map((one) => one.path)
}

/** The very scheme the ledger names; from the file, a backup or this program. */
function schemeFor({ host }: Ctx, entries: readonly Entry[], read: readonly (Scheme | null)[]): Scheme | null {
  const created = entries.find(({ kind }) => kind === 'round.created')
  if (!created) return null
  const { schemeFingerprint } = created.payload as Payload<'round.created'>
  const known = [...read, ...host.schemes.values()].filter((scheme) => scheme !== null)
  return known.find((scheme) => fingerprintOf(canonicalJson(scheme)) === schemeFingerprint) ?? null
}

/** Copies the packet files that still are what their names say; returns the names of the others. */
async function soundFiles(from: string, to: string, entries: readonly Entry[]): Promise<string[]> {
  const named = filesNamed(from, entries)
  const missing = await alteredFiles(from, named)
  for (const hash of named) {
    if (!missing.includes(hash)) await keepFile(to, hash, pathOf(from, hash))
  }
  const wanted = entries
    .filter(({ kind }) => kind === 'packet.imported')
    .flatMap(({ payload }) => (payload as Payload<'packet.imported'>).files.map(({ sha256 }) => sha256))
  return [...new Set([...missing, ...wanted.filter((hash) => !existsSync(pathOf(to, hash)))])]
}
