/** The Word papers one by one: which there are, and one of them by its name, without making the others. */
import type { PaperName } from '#host/api/shapes.ts'
import type { PaperBook, PaperPacket } from '../book.ts'
import { filledForm, fillForms, formName } from '../forms/filled.ts'
import { buildContinuation, buildDossier, continuationName, dossierName, planPapers, type Templates } from './papers.ts'

/** What papers are made from beside the book: the bureau's templates, and the applicants' own forms. */
export type PaperSources = {
  readonly templates: Templates
  readonly formOf: (packet: PaperPacket) => Buffer | null
}

/** Every Word paper by name, those of the whole round first. A form counts when it could be filled. */
export async function paperNames(book: PaperBook, { templates, formOf }: PaperSources): Promise<PaperName[]> {
  const planned = await planPapers(book, templates)
  const { forms, left } = fillForms(book, formOf)
  return [
    ...planned.map(({ name, group }) => ({ name, group })),
    ...(left.length > 0 ? [{ name: continuationName, group: 'round' as const }] : []),
    ...forms.map(({ name }) => ({ name, group: 'forms' as const })),
    ...book.packets.map((packet) => ({ name: dossierName(packet), group: 'dossiers' as const })),
  ]
}

/** One of them with its bytes; null where the round has none of that name. */
export async function onePaper(
  book: PaperBook,
  name: string,
  { templates, formOf }: PaperSources,
): Promise<(PaperName & { bytes: Buffer }) | null> {
  const dossierOf = book.packets.find((packet) => dossierName(packet) === name)
  if (dossierOf) return { ...(await buildDossier(book, dossierOf)), group: 'dossiers' }
  const formed = book.packets.find((packet) => packet.state === 'accepted' && formName(packet) === name)
  if (formed) {
    const filled = filledForm(book, formed, formOf(formed))
    return filled && { name, group: 'forms', bytes: filled.bytes }
  }
  if (name === continuationName) {
    const { left } = fillForms(book, formOf)
    return left.length > 0 ? { ...(await buildContinuation(book, left)), group: 'round' } : null
  }
  const planned = (await planPapers(book, templates)).find((paper) => paper.name === name)
  return planned ? { name, group: planned.group, bytes: await planned.make() } : null
}
