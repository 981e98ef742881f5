/** Reads the files of an application once and keeps the last ones, so that turning back is instant and needs no network. */
import { seatClient } from '../kit/connect.ts'

/** About what an old tablet can spare. */
const mostBytes = 160_000_000
const kept = new Map<string, { blob: Promise<Blob>; size: number }>()

function makeRoom(): void {
  let total = [...kept.values()].reduce((sum, { size }) => sum + size, 0)
  // A map keeps the order of insertion: the oldest go first, the newest always stays.
  for (const [sha256, { size }] of kept) {
    if (total <= mostBytes || kept.size === 1) return
    kept.delete(sha256)
    total -= size
  }
}

/** The reader for one application; stays the same function for the same application. */
export function fileReader(round: string, packet: string): (sha256: string) => Promise<Blob> {
  return (sha256) => {
    const known = kept.get(sha256)
    if (known) return known.blob
    const blob: Promise<Blob> = seatClient().files.read({ round, packet, sha256 })
    const entry = { blob, size: 0 }
    kept.set(sha256, entry)
    // Only keeps the books; whoever asked hears of a failure from the promise itself.
    blob.then(
      (bytes) => {
        entry.size = bytes.size
        makeRoom()
      },
      () => kept.delete(sha256),
    )
    return blob
  }
}
