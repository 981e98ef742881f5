/** What a new version changes of the document's own words: it may only change what is adopted. */
import type { Scheme } from './scheme.ts'

/** Parts that stand apart from origins: a version number is meant to change; the rest is the office's to word. */
const free = ['$schema', 'version', 'short', 'choices', 'clauses']

/**
 * Dotted paths of values that were the document's (their own or the nearest enclosing origin says text) and that differ.
 * Values outside any origin count as the document's.
 */
export function changedText(before: Scheme, after: Scheme): string[] {
  const without = (scheme: Scheme) => Object.fromEntries(Object.entries(scheme).filter(([key]) => !free.includes(key)))
  return differing(without(before), without(after), '', false)
}

function differing(before: unknown, after: unknown, path: string, isAdopted: boolean): string[] {
  if (Object.is(before, after)) return []
  const adopted = adoptionOf(before) ?? isAdopted
  if (Array.isArray(before) && Array.isArray(after)) {
    const [ours, theirs] = [byKey(before), byKey(after)]
    const keys = [...new Set([...ours.keys(), ...theirs.keys()])]
    return keys.flatMap((key) => differing(ours.get(key), theirs.get(key), `${path}.${key}`, adopted))
  }
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => differing(before[key], after[key], `${path}.${key}`, adopted))
  }
  // What is new, and says itself that it is adopted, takes nothing from the document.
  if (adopted || (before === undefined && adoptionOf(after) === true)) return []
  return [path.slice(1)]
}

/** Whether a value says of itself that it is adopted; null when it says nothing. */
function adoptionOf(value: unknown): boolean | null {
  if (!isRecord(value)) return null
  if (value.source === 'adopted' || value.source === 'text') return value.source === 'adopted'
  const { origin } = value
  return isRecord(origin) ? origin.source === 'adopted' : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function byKey(list: readonly unknown[]): Map<string, unknown> {
  return new Map(
    list.map((entry, index) => {
      const key = isRecord(entry) ? (entry.id ?? entry.key) : undefined
      return [typeof key === 'string' ? key : String(index), entry]
    }),
  )
}
