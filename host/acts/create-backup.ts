/** Copies the round's file to another place. */
import path from 'node:path'
import { backUp } from '#db/backup.ts'
import type { Ctx } from '../host.ts'
import { enter } from '../room.ts'

/** @throws Refused `backup-exists`, `damaged-store`, `unknown-round`. */
export function createBackup(
  ctx: Ctx,
  input: { round: string; to: string },
): Promise<{ path: string; sha256: string }> {
  return backUp(enter(ctx, input.round).file, path.resolve(input.to))
}
