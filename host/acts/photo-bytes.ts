/** What the bytes of a kept photo say of it: size in pixels, how it was held, when it was taken. */
import { closeSync, openSync, readSync } from 'node:fs'
import { refuse } from '#core/refusal.ts'
import type { VisitPhoto } from '#core/visits/record.ts'
import { pathOf } from '#db/packet-files.ts'
import { readTimedPicture } from '../intake/picture.ts'

/** Cameras write their word within the first kilobytes; thumbnails may stand before the size. */
const headBytes = 1024 ** 2

/** @throws Refused `visit-not-a-photo`. `name` is what the refusal calls the file. */
export function readPhotoAt(path: string, name: string): Pick<VisitPhoto, 'width' | 'height' | 'turn' | 'taken'> {
  const handle = openSync(path, 'r')
  try {
    const head = Buffer.alloc(headBytes)
    const read = readTimedPicture(head.subarray(0, readSync(handle, head, 0, headBytes, 0)))
    if (!read) return refuse('visit-not-a-photo', { name })
    return { width: read.width, height: read.height, turn: read.turn, taken: read.moment }
  } finally {
    closeSync(handle)
  }
}

/** The same of a file in a round's store. */
export function readPhoto(folder: string, sha256: string): ReturnType<typeof readPhotoAt> {
  return readPhotoAt(pathOf(folder, sha256), sha256.slice(0, 12))
}
