/** Stops the running import: what came in stays, what was being read is let go. */
import type { Ctx } from '../host.ts'
import { enter } from '../room.ts'

/** @throws Refused `unknown-round`. */
export function cancelImport(ctx: Ctx, { round }: { round: string }): { cancelled: boolean } {
  const job = ctx.host.importing.get(enter(ctx, round).id)
  job?.cancel()
  return { cancelled: job !== undefined }
}
