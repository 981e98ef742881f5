/** Counts the photos of a visit apart from its record: every number accounted for, every picture once. */
import type { StruckPhoto, VisitPhoto } from './record.ts'

type Numbered = Pick<VisitPhoto, 'seat' | 'no'>

/** "2-07": the seat whose camera it was, and the number there; the desk's seat is 0. */
export function photoName({ seat, no }: Numbered): string {
  return `${seat}-${String(no).padStart(2, '0')}`
}

/** Photos of several devices in the order of their numbers, the same bytes once: the one with the first number stays. */
export function together<P extends Numbered & { readonly sha256: string }>(photos: readonly P[]): P[] {
  const inOrder = photos.toSorted((a, b) => a.seat - b.seat || a.no - b.no)
  const seen = new Set<string>()
  return inOrder.filter(({ sha256 }) => !seen.has(sha256) && seen.add(sha256))
}

/** Numbers below the highest of a seat that neither a photo nor a struck number accounts for: "2-07" … */
export function gapsIn(photos: readonly Numbered[], struck: readonly Pick<StruckPhoto, 'seat' | 'no'>[]): string[] {
  const known = new Set([...photos, ...struck].map(photoName))
  const highest = new Map<number, number>()
  for (const { seat, no } of [...photos, ...struck]) highest.set(seat, Math.max(no, highest.get(seat) ?? 0))
  return [...highest].flatMap(([seat, last]) =>
    Array.from({ length: last }, (_, at) => photoName({ seat, no: at + 1 })).filter((name) => !known.has(name)),
  )
}
