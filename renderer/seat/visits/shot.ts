/** A photo from the camera or the album, made ready: its bytes, their hash, and what was done to a very large one. */
import type { VisitPhoto } from '#core/visits/record.ts'

export type Shot = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly facts: Pick<VisitPhoto, 'sha256' | 'size' | 'width' | 'height' | 'original'>
}

/** Beyond either of these a photo is made smaller: it would cross a weak wireless network for minutes. */
const large = { bytes: 10 * 1024 * 1024, side: 6_500 } as const
const smallerSide = 4_000
const quality = 0.88

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const hashOf = async (bytes: Uint8Array<ArrayBuffer>) => hex(await crypto.subtle.digest('SHA-256', bytes))

/** @throws when the browser cannot read the file as a picture. */
export async function takeShot(file: Blob): Promise<Shot> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const picture = await createImageBitmap(file, { imageOrientation: 'none' })
  try {
    const { width, height } = picture
    const whole = { sha256: await hashOf(bytes), size: bytes.length, width, height }
    const isLarge = bytes.length > large.bytes || Math.max(width, height) > large.side
    if (!isLarge) return { bytes, facts: { ...whole, original: null } }
    const smaller = await madeSmaller(picture, bytes)
    const { length: size } = smaller.bytes
    const facts = { sha256: await hashOf(smaller.bytes), size, width: smaller.width, height: smaller.height }
    return { bytes: smaller.bytes, facts: { ...facts, original: whole } }
  } finally {
    picture.close()
  }
}

/** The same picture with its longer side at 4 000; what the camera wrote beside it (time, how it was held) is kept. */
async function madeSmaller(picture: ImageBitmap, bytes: Uint8Array<ArrayBuffer>) {
  const scale = Math.min(1, smallerSide / Math.max(picture.width, picture.height))
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!blob) throw new Error('the browser could not write the picture')
  const drawn = new Uint8Array(await blob.arrayBuffer())
  return { bytes: withCameraBlock(drawn, cameraBlock(bytes)), width, height }
}

/** The APP1 segment with "Exif" of a JPEG, marker and length included; none in other files. */
function cameraBlock(bytes: Uint8Array): Uint8Array {
  const at = (place: number) => bytes[place] ?? 0
  if (at(0) !== 0xff || at(1) !== 0xd8) return new Uint8Array()
  for (let place = 2; place + 8 < bytes.length && at(place) === 0xff; ) {
    const end = place + 2 + at(place + 2) * 256 + at(place + 3)
    const isExif = at(place + 1) === 0xe1 && String.fromCharCode(...bytes.subarray(place + 4, place + 8)) === 'Exif'
    if (isExif) return bytes.subarray(place, end)
    // From the image itself on there are no more words of the camera.
    if (at(place + 1) === 0xda) break
    place = end
  }
  return new Uint8Array()
}

function withCameraBlock(jpeg: Uint8Array<ArrayBuffer>, block: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(jpeg.length + block.length)
  whole.set(jpeg.subarray(0, 2))
  whole.set(block, 2)
  whole.set(jpeg.subarray(2), 2 + block.length)
  return whole
}
