/** The Word papers of a round. */
import type { PaperBook } from '../book.ts'
import { minutesPaper } from './minutes-paper.ts'
import { packPaper, penFor } from './office.ts'
import { proposalPaper } from './proposal-paper.ts'
import { visitsPaper } from './visits-paper.ts'
import { votesPaper } from './votes-paper.ts'

export type Paper = { name: string; bytes: Buffer }

/** Makes every paper the round has something for: minutes, visits, the named votes, the proposal. */
export async function buildPapers(book: PaperBook): Promise<Paper[]> {
  // docx is large, and most starts of the program export nothing.
  const docx = await import('docx')
  const pen = penFor(docx, book)
  const wanted = [
    ...(book.minutes.length > 0 ? [{ title: '评议纪要', children: minutesPaper(pen, book) }] : []),
    ...(book.visits.length > 0 ? [{ title: '现场考察记录', children: visitsPaper(pen, book) }] : []),
    ...(book.result.withVote ? [{ title: '实名表决记录', children: votesPaper(pen, book) }] : []),
    { title: '建议名单', children: proposalPaper(pen, book) },
  ]
  return Promise.all(
    wanted.map(async (paper) => ({ name: `${paper.title}.docx`, bytes: await packPaper(docx, book, paper) })),
  )
}
