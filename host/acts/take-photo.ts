/** Takes the next piece of a photo that a visit's draft names; a broken-off transfer goes on where it was. */
import { refuse } from '#core/refusal.ts'
import { pathOf } from '#db/packet-files.ts'
import { visitDraft } from '#db/queries/visits.ts'
import type { TakenPhoto } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { readPhotoAt } from './photo-bytes.ts'
import { addPiece } from './photo-pieces.ts'
import { enterVisit } from './save-visit.ts'

/** @throws Refused `visit-photo-unnamed`, `visit-photo-damaged`, `visit-not-a-photo`, and as `enterVisit`. */
export async function takePhoto(
  ctx: Ctx,
  input: { round: string; expert: string; packet: string; sha256: string; offset: number; piece: File },
): Promise<TakenPhoto> {
  const { room, member } = enterVisit(ctx, input)
  const { packet, sha256, offset } = input
  const draft = visitDraft(room.file, { packet, expert: member.expert })
  const photo = draft?.photos.find((one) => one.sha256 === sha256) ?? refuse('visit-photo-unnamed')
  const piece = new Uint8Array(await input.piece.arrayBuffer())
  const have = await addPiece(room.folder, photo, offset, piece)
  if (have < 0) refuse('visit-photo-damaged')
  const complete = have === photo.size
  if (complete) {
    readPhotoAt(pathOf(room.folder, sha256), `${photo.seat}-${photo.no}`)
    ctx.host.announce(room.id, ['visits'])
  }
  return { sha256, have, complete }
}
