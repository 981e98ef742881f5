/** The scans of paper sheets that a ledger names, in the order they were handed in. */
import type { Entry } from '../ledger/entry.ts'
import type { Payload, ScanFile } from '../ledger/kinds.ts'

export type PaperScan = ScanFile & { readonly expert: string; readonly packet: string; readonly at: string }

/** Entries whose payload is withheld name nothing. */
export function paperScans(entries: Iterable<Pick<Entry, 'kind' | 'payload' | 'at'>>): PaperScan[] {
  const scans: PaperScan[] = []
  for (const { kind, payload, at } of entries) {
    if (kind !== 'sheet.submitted' || payload === null) continue
    const { expert, packet, paper } = payload as Payload<'sheet.submitted'>
    if (paper?.file) scans.push({ ...paper.file, expert, packet, at })
  }
  return scans
}
