/** What lies in a zip by its own directory: a reader that looks only for known names does not see the rest. */

const end = 0x06054b50
const central = 0x02014b50
const local = 0x04034b50

/** Something about the zip itself that no honest program writes. */
export type ZipProblem = { readonly what: 'twice' | 'bad-name' | 'before' | 'after'; readonly name: string }

/**
 * Names that occur twice, names that lead elsewhere, and bytes before the first entry or after the directory.
 * @throws RangeError when it is no zip, or has no directory.
 */
export function zipProblems(zip: Uint8Array): ZipProblem[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  let tail = zip.length - 22
  while (tail >= 0 && view.getUint32(tail, true) !== end) tail -= 1
  if (tail < 0) throw new RangeError('no directory')
  const problems: ZipProblem[] = []
  if (view.getUint32(0, true) !== local) problems.push({ what: 'before', name: '' })
  if (tail + 22 + view.getUint16(tail + 20, true) !== zip.length) problems.push({ what: 'after', name: '' })
  const seen = new Set<string>()
  let at = view.getUint32(tail + 16, true)
  for (let left = view.getUint16(tail + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== central) throw new RangeError('damaged directory')
    const length = view.getUint16(at + 28, true)
    const name = String.fromCharCode(...zip.subarray(at + 46, at + 46 + length))
    const key = name.toLowerCase()
    if (seen.has(key)) problems.push({ what: 'twice', name })
    seen.add(key)
    if (/^\/|\\|(^|\/)\.\.(\/|$)|\/\//.test(name)) problems.push({ what: 'bad-name', name })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return problems
}
