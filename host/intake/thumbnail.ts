/** A photo made small, for screens and papers. Runs in a reader's thread: decoding is where a hostile picture would strike. */
import { readFileSync } from 'node:fs'
import { readTimedPicture } from './picture.ts'

/** More pixels than this are not drawn; no camera of the room has them. */
const mostPixels = 120_000_000

/**
 * JPEG, upright, its longer side at most `longest` pixels.
 * @returns null when the bytes are no photo that can be drawn.
 */
export async function makeThumbnail(path: string, longest: number): Promise<Uint8Array | null> {
  const bytes = readFileSync(path)
  const head = readTimedPicture(bytes)
  if (!head || head.width * head.height > mostPixels) return null
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const image = await loadImage(bytes).catch(() => null)
  if (!image) return null
  // The decoder turns a photo as its camera says: what counts is how it lies now.
  const scale = Math.min(1, longest / Math.max(image.width, image.height))
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))]
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').drawImage(image, 0, 0, width, height)
  return new Uint8Array(await canvas.encode('jpeg', 72))
}
