/** The Word papers of a round. */
import type { PaperName } from '#host/api/shapes.ts'
import type { PaperBook, PaperPacket } from '../book.ts'
import { fillTemplate } from '../forms/template.ts'
import { afterwardsPaper, namedWorkshops } from './afterwards-paper.ts'
import { continuationPaper } from './continuation-paper.ts'
import { dossierPaper } from './dossier-paper.ts'
import { minutesPaper } from './minutes-paper.ts'
import { type NoticeKind, noticeBody, noticeKinds, noticesFor } from './notices.ts'
import { type Docx, packPaper, penFor } from './office.ts'
import { proposalPaper } from './proposal-paper.ts'
import { publicationPaper } from './publication-paper.ts'
import { tallyPaper } from './tally-paper.ts'
import { visitsPaper } from './visits-paper.ts'
import { votesPaper } from './votes-paper.ts'

export type Paper = { name: string; bytes: Buffer }

/** A bureau's own template for a notice; null where it has none. */
export type Templates = (kind: NoticeKind) => Buffer | null

/** A paper that can be made when somebody wants it. */
export type Planned = PaperName & { readonly make: () => Promise<Buffer> }

/** Every paper the round has something for: minutes, visits, the named votes, the proposal, the notices. */
export async function planPapers(book: PaperBook, templates: Templates = () => null): Promise<Planned[]> {
  // docx is large, and most starts of the program export nothing.
  const docx = await import('docx')
  const wanted = [
    ...(book.minutes.length > 0 ? [{ title: '评议纪要', body: minutesPaper }] : []),
    ...(book.visits.length > 0 ? [{ title: '现场考察记录', body: visitsPaper }] : []),
    ...(book.result.withVote ? [{ title: '实名表决记录', body: votesPaper }] : []),
    ...(book.result.withVote ? [{ title: '计票单', body: tallyPaper }] : []),
    { title: '建议名单', body: proposalPaper },
    { title: '公示', body: publicationPaper },
    ...(namedWorkshops(book).length > 0 ? [{ title: '后续管理', body: afterwardsPaper }] : []),
  ]
  return [
    ...wanted.map(({ title, body }) => ({
      name: `${title}.docx`,
      group: 'round' as const,
      make: () => packPaper(docx, book, { title, children: body(penFor(docx, book), book) }),
    })),
    ...(await notices(docx, book, templates)),
  ]
}

/** Makes all of them. */
export async function buildPapers(book: PaperBook, templates?: Templates): Promise<Paper[]> {
  const planned = await planPapers(book, templates)
  return Promise.all(planned.map(async ({ name, make }) => ({ name, bytes: await make() })))
}

/** What the dossier of an application is called. */
export function dossierName({ no }: PaperPacket): string {
  return `评审档案-${no}号.docx`
}

/** Everything about one application in one file. */
export async function buildDossier(book: PaperBook, packet: PaperPacket): Promise<Paper> {
  const docx = await import('docx')
  const title = `评审档案-${packet.no}号`
  return {
    name: dossierName(packet),
    bytes: await packPaper(docx, book, { title, children: dossierPaper(penFor(docx, book), book, packet) }),
  }
}

/** The templates as the program brings them along, for a bureau that wants its own. */
export async function buildTemplates(book: PaperBook): Promise<Paper[]> {
  const docx = await import('docx')
  // Nothing of this round may stay in a file that the bureau uses in the next.
  const { round } = book
  const document = { ...round.document, number: '{{文号}}' }
  const empty = { ...book, round: { ...round, title: '{{评审名称}}', sample: false, document } }
  const made = noticeKinds.map(async (kind) => ({
    name: `${kind}.docx`,
    bytes: await packPaper(docx, empty, {
      title: kind,
      children: noticeBody(penFor(docx, empty), kind),
      ledger: '台账 {{台账指纹}}',
    }),
  }))
  return Promise.all(made)
}

/** What the sheet of the experts is called whom the forms' own rows cannot hold. */
export const continuationName = '专家信息（续表）.docx'

/** Those experts, numbered on from the forms' rows. */
export async function buildContinuation(
  book: PaperBook,
  left: Parameters<typeof continuationPaper>[2]['left'],
): Promise<Paper> {
  const docx = await import('docx')
  const first = book.panel.members.length - left.length + 1
  const children = continuationPaper(penFor(docx, book), book, { left, first })
  return { name: continuationName, bytes: await packPaper(docx, book, { title: '专家信息（续表）', children }) }
}

/** A template that is no Word file gives no notices. */
async function notices(docx: Docx, book: PaperBook, templates: Templates): Promise<Planned[]> {
  const wanted = book.packets.flatMap((packet) => noticesFor(book, packet).map((notice) => ({ packet, ...notice })))
  const own = new Map<NoticeKind, Buffer>()
  for (const kind of new Set(wanted.map((notice) => notice.kind))) {
    const template =
      templates(kind) ?? (await packPaper(docx, book, { title: kind, children: noticeBody(penFor(docx, book), kind) }))
    if (fillTemplate(template, {})) own.set(kind, template)
  }
  return wanted.flatMap(({ packet, kind, values }) => {
    const template = own.get(kind)
    if (!template) return []
    const make = async () => fillTemplate(template, values)?.bytes ?? template
    return [{ name: `告知书/${kind}-${packet.no}号.docx`, group: 'notices' as const, make }]
  })
}
