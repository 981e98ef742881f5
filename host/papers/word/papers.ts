/** The Word papers of a round. */
import type { PaperBook, PaperPacket } from '../book.ts'
import { fillTemplate } from '../forms/template.ts'
import { afterwardsPaper, namedWorkshops } from './afterwards-paper.ts'
import { continuationPaper } from './continuation-paper.ts'
import { dossierPaper } from './dossier-paper.ts'
import { minutesPaper } from './minutes-paper.ts'
import { type NoticeKind, noticeBody, noticeKinds, noticesFor } from './notices.ts'
import { type Docx, type Pen, packPaper, penFor } from './office.ts'
import { proposalPaper } from './proposal-paper.ts'
import { publicationPaper } from './publication-paper.ts'
import { tallyPaper } from './tally-paper.ts'
import { visitsPaper } from './visits-paper.ts'
import { votesPaper } from './votes-paper.ts'

export type Paper = { name: string; bytes: Buffer }

/** A bureau's own template for a notice; null where it has none. */
export type Templates = (kind: NoticeKind) => Buffer | null

/** Makes every paper the round has something for: minutes, visits, the named votes, the proposal, the notices. */
export async function buildPapers(book: PaperBook, templates: Templates = () => null): Promise<Paper[]> {
  // docx is large, and most starts of the program export nothing.
  const docx = await import('docx')
  const pen = penFor(docx, book)
  const wanted = [
    ...(book.minutes.length > 0 ? [{ title: '评议纪要', children: minutesPaper(pen, book) }] : []),
    ...(book.visits.length > 0 ? [{ title: '现场考察记录', children: visitsPaper(pen, book) }] : []),
    ...(book.result.withVote ? [{ title: '实名表决记录', children: votesPaper(pen, book) }] : []),
    ...(book.result.withVote ? [{ title: '计票单', children: tallyPaper(pen, book) }] : []),
    { title: '建议名单', children: proposalPaper(pen, book) },
    { title: '公示', children: publicationPaper(pen, book) },
    ...(namedWorkshops(book).length > 0 ? [{ title: '后续管理', children: afterwardsPaper(pen, book) }] : []),
  ]
  const papers = wanted.map(async (paper) => ({
    name: `${paper.title}.docx`,
    bytes: await packPaper(docx, book, paper),
  }))
  return [...(await Promise.all(papers)), ...(await notices(docx, pen, book, templates))]
}

/** Everything about one application in one file. */
export async function buildDossier(book: PaperBook, packet: PaperPacket): Promise<Paper> {
  const docx = await import('docx')
  const title = `评审档案-${packet.no}号`
  return {
    name: `${title}.docx`,
    bytes: await packPaper(docx, book, { title, children: dossierPaper(penFor(docx, book), book, packet) }),
  }
}

/** The templates as the program brings them along, for a bureau that wants its own. */
export async function buildTemplates(book: PaperBook): Promise<Paper[]> {
  const docx = await import('docx')
  const pen = penFor(docx, book)
  const made = noticeKinds.map(async (kind) => ({
    name: `${kind}.docx`,
    bytes: await packPaper(docx, book, { title: kind, children: noticeBody(pen, kind) }),
  }))
  return Promise.all(made)
}

/** The experts whom the forms' own rows cannot hold. */
export async function buildContinuation(
  book: PaperBook,
  experts: Parameters<typeof continuationPaper>[2],
): Promise<Paper> {
  const docx = await import('docx')
  const title = '专家信息（续表）'
  const children = continuationPaper(penFor(docx, book), book, experts)
  return { name: `${title}.docx`, bytes: await packPaper(docx, book, { title, children }) }
}

async function notices(docx: Docx, pen: Pen, book: PaperBook, templates: Templates): Promise<Paper[]> {
  const wanted = book.packets.flatMap((packet) => noticesFor(book, packet).map((notice) => ({ packet, ...notice })))
  const own = new Map<NoticeKind, Buffer>()
  for (const kind of new Set(wanted.map((notice) => notice.kind))) {
    const replaced = templates(kind)
    own.set(kind, replaced ?? (await packPaper(docx, book, { title: kind, children: noticeBody(pen, kind) })))
  }
  return wanted.flatMap(({ packet, kind, values }) => {
    const template = own.get(kind)
    const filled = template && fillTemplate(template, values)
    return filled ? [{ name: `告知书/${kind}-${packet.no}号.docx`, bytes: filled.bytes }] : []
  })
}
