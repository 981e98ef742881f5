/** Writes the workbook and the papers of a frozen result to a folder. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { refuse } from '#core/refusal.ts'
import { pathOf } from '#db/packet-files.ts'
import { allEntries } from '#db/queries/ledger.ts'
import type { ExportAnswer } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import type { PaperBook } from '../papers/book.ts'
import { fillForms } from '../papers/forms/filled.ts'
import type { Templates } from '../papers/word/papers.ts'
import { actorOf, decide, demandStage, enter, type Room } from '../room.ts'
import { roundKeys } from '../signing/act-signatures.ts'
import { pemOf } from '../signing/certificates.ts'
import { signingBook } from '../signing/signing-book.ts'
import { finishedWorkbook, signingState } from '../signing/workbook.ts'
import { listMinutes } from '../views/deliberation.ts'
import { showPanel } from '../views/panel.ts'
import { paperPackets } from '../views/paper-packets.ts'
import { publicationOf } from '../views/publication.ts'
import { resultOf } from '../views/results.ts'
import { ledgerHead, showRound } from '../views/round.ts'
import { submittedSheets } from '../views/sheets.ts'
import { visitThumbs } from '../views/visit-pictures.ts'
import { listVisits } from '../views/visits.ts'
import { votesOf } from '../views/votes.ts'

const workbookName = 'result.xlsx'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** The round's authority, for the computers of those who receive the workbook. */
const authorityName = 'authority.pem'
/** Checks the workbook in any browser, without a network. */
const checkPageName = '核验.html'
const checkPages = ['../renderer', '../../out/renderer'].map((step) =>
  path.join(import.meta.dirname, step, 'check.html'),
)

/** Everything the papers say. @throws Refused `result-not-frozen`. */
export async function bookOf(ctx: Ctx, round: string): Promise<PaperBook> {
  const room = enter(ctx, round)
  if (!room.frozen) refuse('result-not-frozen')
  demandStage(room, 'export-papers', ctx.caller.lang)
  return {
    round: showRound(ctx, { round }),
    panel: showPanel(ctx, { round }),
    result: resultOf(room),
    sheets: submittedSheets(room),
    visits: listVisits(ctx, { round }),
    visitThumbs: await visitThumbs(ctx.host, room),
    minutes: listMinutes(ctx, { round }),
    votes: votesOf(room),
    packets: paperPackets(room),
    publication: paperPublication(room),
    schemeVersion: room.row.schemeVersion,
    signing: await signingBook(room),
    scheme: room.scheme,
    entries: allEntries(room.file),
    madeAt: timestamp(ctx.host),
  }
}

/** Null until the list hangs: its days are blank on paper then. */
function paperPublication(room: Room): PaperBook['publication'] {
  const { posted, rows } = publicationOf(room)
  if (!posted) return null
  const { firstDay, lastDay, nextStep } = posted
  const standing = Object.fromEntries(rows.map((row) => [row.packet, row.standing]))
  return { ...posted, days: { firstDay, lastDay, nextStep }, standing }
}

/** A bureau's own templates lie beside the rounds, under the name of their notice. */
function templatesOf({ host }: Ctx): Templates {
  return (kind) => {
    const file = path.join(host.store.folder, 'templates', `${kind}.docx`)
    return existsSync(file) ? readFileSync(file) : null
  }
}

/** Everything about one application in one file. @throws Refused `result-not-frozen`, `unknown-packet`. */
export async function dossierOf(ctx: Ctx, { round, packet }: { round: string; packet: string }): Promise<File> {
  const book = await bookOf(ctx, round)
  const own = book.packets.find((candidate) => candidate.packet === packet) ?? refuse('unknown-packet', { packet })
  const { buildDossier } = await import('../papers/word/papers.ts')
  const { name, bytes } = await buildDossier(book, own)
  return new File([new Uint8Array(bytes)], name, { type: wordType })
}

/** The templates of the notices, to be changed and laid into the store's own folder of templates. */
export async function writeTemplates(
  ctx: Ctx,
  { round }: { round: string },
): Promise<{ folder: string; files: string[] }> {
  const book = await bookOf(ctx, round)
  const { buildTemplates } = await import('../papers/word/papers.ts')
  const folder = path.join(ctx.host.store.folder, 'templates')
  await mkdir(folder, { recursive: true })
  const made = (await buildTemplates(book)).filter(({ name }) => !existsSync(path.join(folder, name)))
  for (const { name, bytes } of made) await writeFile(path.join(folder, name), bytes)
  return { folder, files: made.map(({ name }) => name) }
}

/** The workbook alone, for a browser to download. @throws Refused `result-not-frozen`. */
export async function workbookOf(ctx: Ctx, { round }: { round: string }): Promise<File> {
  const room = enter(ctx, round)
  const finished = room.frozen ? await finishedWorkbook(room) : null
  const { buildWorkbook } = await import('../papers/workbook.ts')
  const bytes = finished ?? (await buildWorkbook(await bookOf(ctx, round)))
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([new Uint8Array(bytes)], workbookName, { type })
}

/** @throws Refused `result-not-frozen`, `not-a-folder`. Each file appears whole or not at all. */
export async function exportPapers(ctx: Ctx, input: { round: string; out: string }): Promise<ExportAnswer> {
  const room = enter(ctx, input.round)
  const book = await bookOf(ctx, input.round)
  const { buildWorkbook } = await import('../papers/workbook.ts')
  const { buildContinuation, buildPapers } = await import('../papers/word/papers.ts')
  const out = path.resolve(input.out)
  await mkdir(out, { recursive: true }).catch(() => refuse('not-a-folder', { path: out }))
  const written: { name: string; sha256: string; path: string }[] = []
  const write = async (name: string, bytes: Uint8Array) => {
    const target = path.join(out, name)
    await mkdir(path.dirname(target), { recursive: true }).catch(() => refuse('not-a-folder', { path: out }))
    await writeFile(`${target}.part`, bytes).catch(() => refuse('not-a-folder', { path: out }))
    await rename(`${target}.part`, target)
    written.push({ name, sha256: createHash('sha256').update(bytes).digest('hex'), path: target })
  }
  const finished = await finishedWorkbook(room)
  await write(workbookName, finished ?? (await buildWorkbook(book)))
  const { authority } = roundKeys(room.file)
  if (authority) await write(authorityName, Buffer.from(pemOf(authority.certificate)))
  const page = finished && checkPages.find((file) => existsSync(file))
  if (page) await write(checkPageName, readFileSync(page))
  const { forms, left } = fillForms(book, ({ form }) => (form ? readFileSync(pathOf(room.folder, form.sha256)) : null))
  const papers = [...(await buildPapers(book, templatesOf(ctx))), ...forms]
  if (left.length > 0) {
    papers.push(await buildContinuation(book, { left, first: book.panel.members.length - left.length + 1 }))
  }
  for (const { name, bytes } of papers) await write(path.join('papers', name), bytes)
  const payload = { files: written.map(({ name, sha256 }) => ({ name, sha256 })) }
  decide(ctx, room, [{ kind: 'papers.exported', by: actorOf(ctx), subject: room.id, payload }], ['round'])
  const [workbook, ...others] = written
  const signers = finished ? (signingState(room)?.signers.length ?? 0) : 0
  return {
    workbook: workbook?.path ?? '',
    papers: others.map((paper) => paper.path),
    signers,
    ledgerHead: ledgerHead(room),
  }
}
