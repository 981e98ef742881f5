/** What the head of a JPEG or PNG says: its size, how it was held, and when it was taken. The picture is never decoded. */
import readExif from 'exif-reader'

export type Picture = {
  readonly mime: string
  readonly width: number
  readonly height: number
  /** How far clockwise it must be turned to stand upright. */
  readonly turn: 0 | 90 | 180 | 270
  /** Day it was taken, by the camera's clock. */
  readonly taken: string | null
}

/** The same with the second it was taken, by the camera's clock and without a zone: "2026-09-01T10:20:30". */
export type TimedPicture = Picture & { readonly moment: string | null }

/** Null when the bytes are no JPEG or PNG, or are cut off before their size is said. */
export function readPicture(head: Buffer): Picture | null {
  const read = readTimedPicture(head)
  if (!read) return null
  const { moment: _, ...picture } = read
  return picture
}

/** The same, with the moment as well as the day. */
export function readTimedPicture(head: Buffer): TimedPicture | null {
  if (head.length >= 24 && head.toString('hex', 0, 8) === '89504e470d0a1a0a') {
    const size = { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
    return { mime: 'image/png', ...size, turn: 0, taken: null, moment: null }
  }
  if (head.length < 4 || head.readUInt16BE(0) !== 0xffd8) return null
  let at = 2
  let camera: Buffer | undefined
  while (at + 9 < head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0
    // filling bytes, and the markers that carry nothing
    if (marker === 0xff) at += 1
    else if (marker >= 0xd0 && marker <= 0xd9) at += 2
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const size = { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) }
      return { mime: 'image/jpeg', ...size, ...fromCamera(camera) }
    } else {
      const length = head.readUInt16BE(at + 2)
      if (marker === 0xe1 && head.toString('latin1', at + 4, at + 8) === 'Exif')
        camera = head.subarray(at + 4, at + 2 + length)
      at += 2 + length
    }
  }
  return null
}

const turns: Readonly<Record<number, Picture['turn']>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 }

function fromCamera(block: Buffer | undefined): Pick<TimedPicture, 'turn' | 'taken' | 'moment'> {
  try {
    const said = block && readExif(block)
    const taken = said?.Photo?.DateTimeOriginal ?? said?.Image?.DateTime
    // The camera's clock has no zone; exif-reader puts it down as if it were UTC.
    const moment = taken instanceof Date && !Number.isNaN(taken.getTime()) ? taken.toISOString().slice(0, 19) : null
    const turn = turns[Number(said?.Image?.Orientation)] ?? 0
    return { turn, taken: moment?.slice(0, 10) ?? null, moment }
  } catch {
    return { turn: 0, taken: null, moment: null }
  }
}
