/** The desk takes photos of a visit from a folder or a camera's card into the round's store. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { refuse } from '#core/refusal.ts'
import { hashFile, keepFile } from '#db/packet-files.ts'
import { allVisits } from '#db/queries/visits.ts'
import type { AttachedPhoto } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { demandStage, enter, packetIn } from '../room.ts'
import { readPhotoAt } from './photo-bytes.ts'

/**
 * Numbers go on from the desk's last in the present record.
 * @throws Refused `visit-not-a-photo`, `not-found`, `wrong-stage`. Nothing is kept of a call that is refused.
 */
export async function attachPhotos(
  ctx: Ctx,
  input: { round: string; packet: string; paths: string[] },
): Promise<AttachedPhoto[]> {
  const room = enter(ctx, input.round)
  demandStage(room, 'record-visit', ctx.caller.lang)
  packetIn(room, input.packet)
  const row = allVisits(room.file).find(({ packet }) => packet === input.packet)
  const taken = [...(row?.details.photos ?? []), ...(row?.details.struck ?? [])].filter(({ seat }) => seat === 0)
  const last = Math.max(0, ...taken.map(({ no }) => no))
  const read = input.paths.map((one) => {
    const file = path.resolve(one)
    const found = statSync(file, { throwIfNoEntry: false })
    if (!found?.isFile()) return refuse('not-found', { path: file })
    return { file, name: path.basename(file), size: found.size, ...readPhotoAt(file, path.basename(file)) }
  })
  const attached: AttachedPhoto[] = []
  for (const [at, { file, ...photo }] of read.entries()) {
    const sha256 = await hashFile(file)
    await keepFile(room.folder, sha256, file)
    attached.push({
      ...photo,
      sha256,
      seat: 0,
      no: last + 1 + at,
      noted: timestamp(ctx.host),
      clockAhead: 0,
      caption: '',
      about: null,
      original: null,
    })
  }
  return attached
}
