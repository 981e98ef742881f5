/** Pages signed in ink: scans and photos that hang on the ledger by the fingerprint in their footer. */
import { combineHeads, type Entry } from '../ledger/entry.ts'
import type { Payload } from '../ledger/kinds.ts'

export type AttachedPage = Payload<'page.attached'> & { readonly at: string; readonly by: string }

/** In the order in which they were attached. */
export function attachedPages(entries: Iterable<Pick<Entry, 'kind' | 'payload' | 'at' | 'by'>>): AttachedPage[] {
  const pages: AttachedPage[] = []
  for (const { kind, payload, at, by } of entries) {
    if (kind === 'page.attached') pages.push({ ...(payload as Payload<'page.attached'>), at, by: by.name })
  }
  return pages
}

/** The digits as they stand in the ledger, from however somebody typed them off the paper. */
export function readPrinted(typed: string): string {
  return typed.replace(/[\s:·-]/g, '').toLowerCase()
}

/**
 * The fingerprint this ledger once had that begins with the printed digits; null when it never had such a one, so that
 * the page was not printed from this round.
 * @param entries in the order in which they were decided.
 */
export function headPrinted(entries: readonly Entry[], printed: string): string | null {
  // A footer prints sixteen digits.
  if (!/^[0-9a-f]{16}$/.test(printed)) return null
  const heads = new Map<string, Pick<Entry, 'chain' | 'hash'>>()
  for (const { chain, hash } of entries) {
    heads.set(chain, { chain, hash })
    const head = combineHeads([...heads.values()])
    if (head.startsWith(printed)) return head
  }
  return null
}
