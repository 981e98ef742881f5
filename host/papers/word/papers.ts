/** Placeholder until the Word papers arrive in a moment (overwrite me). */
import type { PaperBook } from '../book.ts'

export async function buildPapers(_book: PaperBook): Promise<{ name: string; bytes: Buffer }[]> {
  return []
}
