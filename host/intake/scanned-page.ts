/** Scans and photos of paper: what may be attached to a round. */
import { refuse } from '#core/refusal.ts'
import { readPicture } from './picture.ts'

/** No scan of a page is larger; a larger one is not read into memory at all. */
export const mostScanBytes = 12 * 1024 * 1024
/** An A4 page at 600 dots per inch has 35 million. */
const mostPixels = 60_000_000

/** What kind of scan these bytes are. @throws Refused `bad-scan` for anything but a JPEG, PNG or PDF of a size that a page can have. */
export function scanMime(bytes: Buffer): string {
  if (bytes.length > mostScanBytes) return refuse('bad-scan')
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf'
  const picture = readPicture(bytes) ?? refuse('bad-scan')
  const pixels = picture.width * picture.height
  return pixels > 0 && pixels <= mostPixels ? picture.mime : refuse('bad-scan')
}
