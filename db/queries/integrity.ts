/** Whether a round's file is whole, as SQLite itself sees it. */
import type { RoundFile } from '../open.ts'

/** The same, every index and every row's own checks included. */
export function wholeIntegrityOf(file: RoundFile): string | null {
  const verdict = file.$client.pragma('integrity_check(1)', { simple: true }) as string
  return verdict === 'ok' ? null : verdict
}

/** What is damaged, in SQLite's words; null when nothing is. */
export function integrityOf(file: RoundFile): string | null {
  const verdict = file.$client.pragma('quick_check(1)', { simple: true }) as string
  return verdict === 'ok' ? null : verdict
}
