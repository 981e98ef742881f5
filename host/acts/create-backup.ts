/** Makes a backup because somebody asks, or because something is about to happen. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { refuse } from '#core/refusal.ts'
import { backUp } from '#db/backup.ts'
import { onDisk } from '#db/disk.ts'
import type { BackupsView } from '../api/shapes.ts'
import {
  type BackupReason,
  backUpInto,
  backUpQuietly,
  backupFolder,
  backupMinutes,
  backupsIn,
  chooseBackups,
  secondPlace,
} from '../backups.ts'
import type { Ctx } from '../host.ts'
import { enter, type Room } from '../room.ts'

/**
 * @param input.to a file; or a folder, which gets the packet files as well (a stick, another drive); or nothing for the
 * store's own place.
 * @throws Refused `backup-exists`, `damaged-store`, `unknown-round`, `disk-full`, `read-only-place`, `place-gone`.
 */
export async function createBackup(
  ctx: Ctx,
  input: { round: string; to?: string | undefined; reason?: BackupReason | undefined },
): Promise<{ path: string; sha256: string }> {
  const room = enter(ctx, input.round)
  const reason = input.reason ?? 'asked'
  const target = input.to === undefined ? backupFolder(ctx.host) : path.resolve(input.to)
  const isFolder = input.to === undefined || statSync(target, { throwIfNoEntry: false })?.isDirectory() === true
  const made = isFolder
    ? await backUpInto(ctx.host, target, room.id, reason)
    : await onDisk(target, () => backUp(room.file, target))
  ctx.host.announce(room.id, ['devices'])
  return made
}

/** Before something that changes much. Never stops it: a full disk must not keep work from being taken in. */
export async function backUpBefore(ctx: Ctx, room: Room, reason: BackupReason): Promise<void> {
  await backUpQuietly(ctx.host, room.id, reason)
}

/** The backups of a round here and on the second drive, and what went wrong with the last. */
export function listBackups(ctx: Ctx, { round }: { round: string }): BackupsView {
  const { host } = ctx
  // Not opened: the backups of a round that cannot be read any more are wanted most.
  if (!host.store.rounds().some(({ id }) => id === round)) refuse('unknown-round', { round })
  const second = secondPlace(host) || null
  const at = (folder: string | null) => (folder ? backupsIn(folder, round) : [])
  return {
    folder: backupFolder(host),
    second,
    minutes: backupMinutes(host),
    here: at(backupFolder(host)),
    there: at(second),
    trouble: [...host.backupTrouble].map(([folder, reason]) => ({ folder, reason })),
  }
}

/** Chooses the second drive and how often. @throws Refused `not-a-folder`. */
export async function chooseBackupPlaces(
  ctx: Ctx,
  input: { round: string; second?: string | null | undefined; minutes?: number | undefined },
): Promise<BackupsView> {
  chooseBackups(ctx.host, input)
  if (input.second) await createBackup(ctx, { round: input.round, to: input.second })
  return listBackups(ctx, input)
}
