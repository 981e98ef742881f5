/** One file that holds a whole round: its ledger in plain lines, its scheme, and every packet file. */
import path from 'node:path'
import { refuse } from '#core/refusal.ts'
import { allEntries } from '#db/queries/ledger.ts'
import type { Ctx } from '../host.ts'
import { enter } from '../room.ts'
import { filesNamed, labelOf } from './contents.ts'
import { type Packed, writeBundle } from './pack.ts'

/**
 * With a passphrase the file is locked; without one anybody can check it with this program and open it as a zip.
 * @throws Refused `blind` while scoring is open (an archive holds every mark), `backup-exists`, `unknown-round`,
 * `disk-full`, `read-only-place`, `place-gone`.
 */
export async function exportArchive(
  ctx: Ctx,
  input: { round: string; to: string; passphrase?: string | undefined },
): Promise<Packed> {
  const room = enter(ctx, input.round)
  if (!room.closed.has('reading')) refuse('blind')
  const entries = allEntries(room.file)
  const { scheme, folder } = room
  const contents = { label: labelOf(ctx, room, 'archive'), entries, scheme, folder, files: filesNamed(folder, entries) }
  return writeBundle(path.resolve(input.to), contents, input.passphrase ? { passphrase: input.passphrase } : null)
}
