/** Whether a round's file is whole, as SQLite itself sees it. */
import type { RoundFile } from '../open.ts'

/** What is damaged, in SQLite's words; null when nothing is. */
export function integrityOf(file: RoundFile): string | null {
  const verdict = file.$client.pragma('quick_check(1)', { simple: true }) as string
  return verdict === 'ok' ? null : verdict
}
