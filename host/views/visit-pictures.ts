/** The photos of visits, whole and small. */
import { readFile } from 'node:fs/promises'
import { refuse } from '#core/refusal.ts'
import { photoName } from '#core/visits/photos.ts'
import type { VisitPhoto } from '#core/visits/record.ts'
import { isKept, pathOf } from '#db/packet-files.ts'
import { allVisitDrafts, allVisits } from '#db/queries/visits.ts'
import type { Ctx, Host } from '../host.ts'
import { demandUnconflicted, enter, memberIn, packetIn, type Room } from '../room.ts'

/** Longest side of a small photo: a third of a page at print, a tile on a screen. */
const smallSide = 480

/** Every photo a visit names, final or not. */
function namedIn(room: Pick<Room, 'file'>, packet: string): VisitPhoto[] {
  const own = <R extends { packet: string }>(rows: R[]) => rows.filter((row) => row.packet === packet)
  return [
    ...own(allVisits(room.file)).flatMap(({ details }) => details.photos),
    ...own(allVisitDrafts(room.file)).flatMap(({ photos }) => photos),
  ]
}

/**
 * The bytes of one photo, or of its thumbnail.
 * @throws Refused `unknown-file`; for a seat also `recused`, `declaration-missing`.
 */
export async function visitPicture(
  ctx: Ctx,
  input: { round: string; packet: string; sha256: string; small: boolean },
): Promise<File> {
  const room = enter(ctx, input.round)
  packetIn(room, input.packet)
  const { seat } = ctx.caller
  if (seat) demandUnconflicted(room, memberIn(ctx, room, seat.expert), input.packet)
  const photo = namedIn(room, input.packet).find(({ sha256 }) => sha256 === input.sha256)
  if (!photo || !isKept(room.folder, photo)) return refuse('unknown-file', { file: input.sha256.slice(0, 12) })
  const path = pathOf(room.folder, photo.sha256)
  const small = input.small ? await thumbnailOf(ctx.host, path) : null
  const name = `${photoName(photo)}.jpg`
  if (small) return new File([new Uint8Array(small)], name, { type: 'image/jpeg' })
  const bytes = await readFile(path)
  return new File([bytes], name, { type: bytes[0] === 0x89 ? 'image/png' : 'image/jpeg' })
}

/** Null where the photo cannot be drawn: papers then say its number and hash alone. */
async function thumbnailOf(host: Host, path: string): Promise<Uint8Array | null> {
  return host
    .readers()
    .thumbnail(path, smallSide)
    .catch(() => null)
}

/** Thumbnails of every photo in the final records, by hash. */
export async function visitThumbs(host: Host, room: Pick<Room, 'file' | 'folder'>): Promise<Map<string, Uint8Array>> {
  const thumbs = new Map<string, Uint8Array>()
  for (const { details } of allVisits(room.file)) {
    for (const photo of details.photos) {
      if (thumbs.has(photo.sha256) || !isKept(room.folder, photo)) continue
      const small = await thumbnailOf(host, pathOf(room.folder, photo.sha256))
      if (small) thumbs.set(photo.sha256, small)
    }
  }
  return thumbs
}
