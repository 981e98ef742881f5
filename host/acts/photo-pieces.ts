/** Photos on their way: pieces lie beside the round's files until the whole has the hash it must have. */
import { appendFileSync, mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { hashFile, isKept, type Kept, keepFile } from '#db/packet-files.ts'

const arriving = (folder: string, sha256: string) => path.join(folder, 'arriving', sha256)

/** How many bytes of a photo are here; all of them once it is kept. */
export function bytesHere(folder: string, photo: Kept): number {
  if (isKept(folder, photo)) return photo.size
  return Math.min(photo.size, statSync(arriving(folder, photo.sha256), { throwIfNoEntry: false })?.size ?? 0)
}

/**
 * Adds the next piece, and keeps the whole when it is there. A piece that is not the next changes nothing: the answer
 * says from where to go on. Sent twice, by one device or by two, a photo is kept once.
 * @returns bytes here; -1 when the whole had another hash and was dropped.
 */
export async function addPiece(folder: string, photo: Kept, offset: number, piece: Uint8Array): Promise<number> {
  const here = bytesHere(folder, photo)
  const place = arriving(folder, photo.sha256)
  const isNext = here === offset && here < photo.size && piece.length > 0 && offset + piece.length <= photo.size
  if (isNext) {
    mkdirSync(path.dirname(place), { recursive: true })
    appendFileSync(place, piece)
  }
  const now = bytesHere(folder, photo)
  if (now < photo.size || isKept(folder, photo)) return now
  if ((await hashFile(place)) !== photo.sha256) {
    rmSync(place, { force: true })
    return -1
  }
  await keepFile(folder, photo.sha256, place)
  rmSync(place, { force: true })
  return photo.size
}
