/** A paper sheet typed in twice: where the two people do not agree. */
import { exact, isDecimal } from '../exact/exact.ts'

/**
 * Compares two entries of one sheet.
 * @param first deduction of each item, as one person read it from the paper
 * @param second the same by another person
 * @returns ids of the items whose numbers differ or that only one of them entered; "1.50" is "1.5"
 */
export function differingItems(
  first: Readonly<Record<string, string>>,
  second: Readonly<Record<string, string>>,
): string[] {
  const ids = [...new Set([...Object.keys(first), ...Object.keys(second)])]
  return ids.filter((id) => !isSame(first[id], second[id]))
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false
  return isDecimal(one) && isDecimal(other) ? exact(one).equals(exact(other)) : one.trim() === other.trim()
}

type PaperPlace = { readonly round: string; readonly expert: string; readonly packet: string }
const codeStart = 'JP-SHEET'

/** What the code on a printed sheet says: which round, whose sheet, on which application. */
export function paperCode({ round, expert, packet }: PaperPlace): string {
  return [codeStart, round, expert, packet].join('/')
}

/** Reads {@link paperCode}; null for anything else. A hand scanner may type spaces around it. */
export function readPaperCode(code: string): PaperPlace | null {
  const [start, round, expert, packet, ...rest] = code.trim().split('/')
  return start === codeStart && round && expert && packet && rest.length === 0 ? { round, expert, packet } : null
}
