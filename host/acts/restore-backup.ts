/** A backup becomes the round again: into a new folder, checked and compared, then switched. Nothing is deleted. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { checkChains, type Entry, headOf } from '#core/ledger/entry.ts'
import { refuse } from '#core/refusal.ts'
import { onDisk } from '#db/disk.ts'
import { openRoundFile, type RoundFile } from '#db/open.ts'
import { hashFile, keepFile, pathOf } from '#db/packet-files.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { theRound } from '#db/queries/rounds.ts'
import type { BackupComparison, RestoredBackup } from '../api/shapes.ts'
import { filesNamed } from '../archive/contents.ts'
import { backUpQuietly, hashBeside } from '../backups.ts'
import { type Ctx, timestamp } from '../host.ts'
import { showRound } from '../views/round.ts'

type Input = { path: string }

/** What restoring would change, without changing anything. @throws Refused `damaged-backup`, `newer-store`. */
export function compareBackup(ctx: Ctx, input: Input): Promise<BackupComparison> {
  return unpacked(ctx, input, async ({ comparison }) => comparison)
}

/**
 * Restores. The round as it was before lies beside it, renamed, and a backup of it was made.
 * This device goes on under a new chain: what it decided after the backup may be on sticks already.
 * @throws Refused `damaged-backup`, `newer-store`, `disk-full`, `read-only-place`, `place-gone`.
 */
export function restoreBackup(ctx: Ctx, input: Input): Promise<RestoredBackup> {
  return unpacked(ctx, input, async ({ folder, file, comparison, missing }) => {
    const { store } = ctx.host
    const { round } = comparison
    const isHere = store.rounds().some(({ id }) => id === round)
    if (isHere && comparison.entriesHere > 0) await backUpQuietly(ctx.host, round, 'before-restore')
    const createdAt = theRound(file)?.createdAt ?? timestamp(ctx.host)
    file.$client.pragma('wal_checkpoint(TRUNCATE)')
    file.$client.close()
    const before = isHere ? `${store.folderOf(round)}.before ${stampOf(ctx)}` : null
    store.replaceRound(round, createdAt, folder, before)
    store.beginNewChain()
    ctx.host.announce(round, ['round', 'packets', 'panel', 'sheets', 'visits', 'minutes', 'votes', 'result', 'devices'])
    return { ...comparison, before, missingFiles: missing, now: showRound(ctx, { round }) }
  })
}

const stampOf = ({ host }: Ctx) => timestamp(host).replace(/[:.]/g, '')

type Unpacked = { folder: string; file: RoundFile; comparison: BackupComparison; missing: string[] }

/** Copies a backup and its packet files into a folder of their own in the store, and checks them there. */
async function unpacked<T>(ctx: Ctx, input: Input, use: (made: Unpacked) => Promise<T>): Promise<T> {
  const source = path.resolve(input.path)
  const damaged = (why: string): never => refuse('damaged-backup', { path: source, why })
  if (!existsSync(source)) refuse('place-gone', { path: source, why: '' })
  const beside = hashBeside(source)
  if (beside !== null && (await hashFile(source)) !== beside) return damaged('sha256')
  const folder = path.join(ctx.host.store.folder, 'rounds', `restoring ${stampOf(ctx)}`)
  await onDisk(folder, async () => {
    mkdirSync(folder, { recursive: true })
    copyFileSync(source, path.join(folder, 'round.sqlite'))
  })
  let file: RoundFile | null = null
  try {
    file = openRoundFile(path.join(folder, 'round.sqlite'))
    const verdict = file.$client.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') damaged(String(verdict))
    const row = theRound(file) ?? damaged('no round')
    const entries = allEntries(file)
    const [problem] = checkChains(entries)
    if (problem) damaged(`${problem.chain} ${problem.seq} ${problem.why}`)
    const missing = await gatherFiles(ctx, { folder, round: row.id, entries, beside: path.dirname(source) })
    return await use({ folder, file, missing, comparison: compared(ctx, row.id, row.title, entries) })
  } finally {
    if (file?.$client.open) file.$client.close()
    // A restored folder has been moved away; one that was only compared is not wanted any more.
    await onDisk(folder, () => rm(folder, { recursive: true, force: true }))
  }
}

/** Takes packet files from the store's own round, else from beside the backup. Returns those nobody has. */
async function gatherFiles(
  ctx: Ctx,
  at: { folder: string; round: string; entries: readonly Entry[]; beside: string },
): Promise<string[]> {
  const here = ctx.host.store.folderOf(at.round)
  for (const place of [here, at.beside]) {
    for (const hash of filesNamed(place, at.entries)) {
      // One that was damaged here may be whole there.
      await keepFile(at.folder, hash, pathOf(place, hash)).catch(() => {})
    }
  }
  const wanted = at.entries
    .filter(({ kind }) => kind === 'packet.imported')
    .flatMap(({ payload }) => (payload as { files: { sha256: string }[] }).files.map(({ sha256 }) => sha256))
  return [...new Set(wanted)].filter((hash) => !existsSync(pathOf(at.folder, hash)))
}

function compared(ctx: Ctx, round: string, title: string, entries: readonly Entry[]): BackupComparison {
  const here = presentEntries(ctx, round)
  const [there, mine] = [new Set(entries.map(({ hash }) => hash)), new Set(here.map(({ hash }) => hash))]
  return {
    round,
    title,
    entriesHere: here.length,
    entriesInBackup: entries.length,
    onlyHere: here.filter(({ hash }) => !there.has(hash)).map(({ kind, at }) => ({ kind, at })),
    onlyInBackup: entries.filter(({ hash }) => !mine.has(hash)).length,
    headHere: headOf(here),
    headInBackup: headOf(entries),
  }
}

/** The ledger as it is here; empty where the round is not here, or too damaged to be read. */
function presentEntries(ctx: Ctx, round: string): Entry[] {
  try {
    return allEntries(ctx.host.store.round(round))
  } catch {
    return []
  }
}
