/** What a document limits about the papers themselves, such as 20 pages in one PDF, against the files that came. */
import type { PacketFile } from '../ledger/kinds.ts'
import { type Refusal, refusal } from '../refusal.ts'
import type { Scheme } from '../scheme/scheme.ts'

type Paper = Pick<PacketFile, 'name' | 'kind' | 'pages'>

/**
 * Every limit the PDFs of one packet go beyond, with clause and numbers. Which of several PDFs are evidence nobody can
 * tell from outside: each is named with its pages, for the clerk to judge.
 */
export function brokenLimits(materials: Scheme['materials'], files: readonly Paper[]): Refusal[] {
  const papers = files.filter(({ kind }) => kind === 'pdf')
  const pages = papers.reduce((sum, paper) => sum + (paper.pages ?? 0), 0)
  const names = papers.map(({ name, pages: count }) => `${name}（${count ?? '?'}）`)
  return materials.flatMap(({ clause, limits }) => {
    const found: Refusal[] = []
    if (limits?.pages !== undefined && pages > limits.pages)
      found.push(refusal('too-many-pages', { clause, most: limits.pages, pages, names }))
    if (limits?.singlePdf && papers.length > 1)
      found.push(refusal('several-pdfs', { clause, count: papers.length, names }))
    return found
  })
}
