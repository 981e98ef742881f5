/** Where backups of a round lie, how many are kept, and the clock that makes them while the program runs. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Refused, refuse } from '#core/refusal.ts'
import { backUp } from '#db/backup.ts'
import { diskRefusal, onDisk, writeWhole } from '#db/disk.ts'
import { pathOf } from '#db/packet-files.ts'
import { putSetting, setting } from '#db/queries/device.ts'
import { allEntries } from '#db/queries/ledger.ts'
import type { BackupView } from './api/shapes.ts'
import { filesNamed } from './archive/contents.ts'
import { type Host, timestamp } from './host.ts'

/** Why a backup was made. */
export const backupReasons = ['asked', 'stage-closed', 'before-import', 'before-restore', 'timer'] as const
export type BackupReason = (typeof backupReasons)[number]

/** How many of each reason stay; older ones make room. */
const kept: Readonly<Record<BackupReason, number>> = {
  asked: 10,
  'stage-closed': 20,
  'before-import': 5,
  'before-restore': 5,
  timer: 10,
}

const secondKey = 'backup-second'
const minutesKey = 'backup-minutes'
const usualMinutes = 5

/** The backups of this store itself. */
export const backupFolder = (host: Host) => path.join(host.store.folder, 'backups')

/** The folder on another drive, when one was chosen. */
export const secondPlace = (host: Host) => setting(host.store.device, secondKey) ?? null
export const backupMinutes = (host: Host) => Number(setting(host.store.device, minutesKey) ?? usualMinutes)

/** @throws Refused `not-a-folder`: the second place must be a folder that can be written. */
export function chooseBackups(
  host: Host,
  choice: { second?: string | null | undefined; minutes?: number | undefined },
) {
  if (choice.second !== undefined) {
    if (choice.second !== null) demandFolder(choice.second)
    putSetting(host.store.device, secondKey, choice.second === null ? '' : path.resolve(choice.second))
  }
  if (choice.minutes !== undefined) putSetting(host.store.device, minutesKey, String(choice.minutes))
}

function demandFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) refuse('not-a-folder', { path: folder })
}

/** One backup, told by its name: "2026-11-16T010203Z stage-closed.sqlite". */
function named(folder: string, round: string, file: string): BackupView | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z ([a-z-]+)\.sqlite$/.exec(file)
  const reason = backupReasons.find((one) => one === match?.[6])
  if (!match || !reason) return null
  const [, day, hour, minute, second, part] = match
  const place = path.join(folder, round, file)
  const at = `${day}T${hour}:${minute}:${second}.${part}Z`
  return { path: place, round, at, reason, size: statSync(place).size }
}

/** Every backup of a round in a place, the newest first. */
export function backupsIn(folder: string, round: string): BackupView[] {
  if (!existsSync(path.join(folder, round))) return []
  return readdirSync(path.join(folder, round))
    .flatMap((file) => named(folder, round, file) ?? [])
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

/**
 * Backs a round up into a place, with its hash beside it, and lets the oldest of the same reason go.
 * Where the place is not the store's own, the packet files go along, each once.
 */
export async function backUpInto(
  host: Host,
  folder: string,
  round: string,
  reason: BackupReason,
): Promise<{ path: string; sha256: string }> {
  const target = path.join(folder, round, `${timestamp(host).replace(/:/g, '').replace('.', '')} ${reason}.sqlite`)
  const file = host.store.round(round)
  const made = await onDisk(target, () => backUp(file, target))
  await writeWhole(`${target}.sha256`, async (part) => writeFileSync(part, `${made.sha256}\n`))
  if (folder !== backupFolder(host)) await copyFiles(host, path.join(folder, round), round)
  const old = backupsIn(folder, round).filter((one) => one.reason === reason)
  for (const one of old.slice(kept[reason])) {
    rmSync(one.path, { force: true })
    rmSync(`${one.path}.sha256`, { force: true })
  }
  return made
}

async function copyFiles(host: Host, folder: string, round: string): Promise<void> {
  const from = host.store.folderOf(round)
  for (const hash of filesNamed(from, allEntries(host.store.round(round)))) {
    const target = pathOf(folder, hash)
    if (existsSync(target)) continue
    await onDisk(target, async () => mkdirSync(path.dirname(target), { recursive: true }))
    await writeWhole(target, async (part) => copyFileSync(pathOf(from, hash), part))
  }
}

/** True when a backup still has the bytes it was made with. One without its hash beside it cannot say. */
export function hashBeside(file: string): string | null {
  const beside = `${file}.sha256`
  return existsSync(beside) ? readFileSync(beside, 'utf8').trim() : null
}

/** A backup nobody asked for. A failure stops nothing: it is kept for the screen, and the log has it. */
export async function backUpQuietly(host: Host, round: string, reason: BackupReason): Promise<void> {
  for (const folder of [backupFolder(host), secondPlace(host)]) {
    if (!folder) continue
    try {
      await backUpInto(host, folder, round, reason)
      host.backupTrouble.delete(folder)
    } catch (error) {
      const reasonWhy = error instanceof Refused ? error.refusal : diskRefusal(error, folder)
      if (!reasonWhy) throw error
      host.backupTrouble.set(folder, reasonWhy)
    }
  }
  host.announce(round, ['devices'])
}

/** Backs up, every few minutes, each round in which something changed. Returns what stops it. */
export function startBackups(host: Host): () => void {
  const seen = new Map<string, number>()
  const tick = async () => {
    for (const { id, readOnly } of host.store.rounds()) {
      if (readOnly) continue
      const client = host.store.round(id).$client
      const changes = client.prepare('select total_changes()').pluck().get() as number
      if ((seen.get(id) ?? 0) === changes) continue
      seen.set(id, changes)
      await backUpQuietly(host, id, 'timer')
    }
  }
  let timer: NodeJS.Timeout
  const next = () => {
    timer = setTimeout(
      () =>
        void tick()
          .catch(() => {})
          .finally(next),
      backupMinutes(host) * 60_000,
    )
    timer.unref()
  }
  next()
  return () => clearTimeout(timer)
}
