/** Writes the workbook and the papers of a frozen result to a folder. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { refuse } from '#core/refusal.ts'
import type { ExportAnswer, PaperName, PaperView, PrintView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { typed } from '../papers/typing.ts'
import type { TypingTask } from '../papers/typist.ts'
import { actorOf, decide, demandStage, enter } from '../room.ts'
import { roundKeys } from '../signing/act-signatures.ts'
import { pemOf } from '../signing/certificates.ts'
import { signingState, soundWorkbook } from '../signing/workbook.ts'
import { bookOf } from '../views/paper-book.ts'
import { ledgerHead } from '../views/round.ts'

const workbookName = 'result.xlsx'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** The round's authority, for the computers of those who receive the workbook. */
const authorityName = 'authority.pem'
/** Checks the workbook in any browser, without a network. */
const checkPageName = '核验.html'
const checkPages = ['../renderer', '../../out/renderer'].map((step) =>
  path.join(import.meta.dirname, step, 'check.html'),
)

/** Everything about one application in one file. @throws Refused `result-not-frozen`, `unknown-packet`. */
export async function dossierOf(ctx: Ctx, { round, packet }: { round: string; packet: string }): Promise<File> {
  enter(ctx, round)
  const [paper] = (await typed(ctx, round, { kind: 'dossier', packet })).files
  return new File([new Uint8Array(paper?.bytes ?? [])], paper?.name ?? '', { type: wordType })
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

/** The workbook alone, for a browser to download. @throws Refused `result-not-frozen`, `workbook-not-intact`. */
export async function workbookOf(ctx: Ctx, { round }: { round: string }): Promise<File> {
  const room = enter(ctx, round)
  const finished = room.frozen ? await soundWorkbook(room, ctx.caller.lang) : null
  const [made] = finished ? [] : (await typed(ctx, round, { kind: 'workbook' })).files
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([new Uint8Array(finished ?? made?.bytes ?? [])], workbookName, { type })
}

/** The workbook's sheets as pages for the printer. @throws Refused `result-not-frozen`. */
export async function pagesOf(ctx: Ctx, { round }: { round: string }): Promise<PrintView> {
  return (await told(ctx, round, { kind: 'print' })) as PrintView
}

/** The Word papers by name. @throws Refused `result-not-frozen`. */
export async function listPapers(ctx: Ctx, { round }: { round: string }): Promise<PaperName[]> {
  return (await told(ctx, round, { kind: 'list' })) as PaperName[]
}

/** One Word paper, to be shown and printed. @throws Refused `result-not-frozen`, `unknown-word-paper`. */
export async function paperOf(ctx: Ctx, { round, name }: { round: string; name: string }): Promise<PaperView> {
  return (await told(ctx, round, { kind: 'paper', name })) as PaperView
}

/** What the typist answers as JSON. */
async function told(ctx: Ctx, round: string, task: TypingTask): Promise<unknown> {
  enter(ctx, round)
  const { files } = await typed(ctx, round, task)
  return JSON.parse(Buffer.from(files[0]?.bytes ?? []).toString('utf8'))
}

/** @throws Refused `result-not-frozen`, `not-a-folder`, `workbook-not-intact`. Each file appears whole or not at all. */
export async function exportPapers(ctx: Ctx, input: { round: string; out: string }): Promise<ExportAnswer> {
  const room = enter(ctx, input.round)
  if (!room.frozen) refuse('result-not-frozen')
  demandStage(room, 'export-papers', ctx.caller.lang)
  const out = path.resolve(input.out)
  await mkdir(out, { recursive: true }).catch(() => refuse('not-a-folder', { path: out }))
  const beside = async (name: string, bytes: Uint8Array) => {
    const target = path.join(out, name)
    await writeFile(target, bytes).catch(() => refuse('not-a-folder', { path: out }))
    return { name, sha256: createHash('sha256').update(bytes).digest('hex'), path: target }
  }
  const written: { name: string; sha256: string; path: string }[] = []
  const finished = signingState(room)?.allSigned ?? false
  const { authority } = roundKeys(room.file)
  const { files, unfilled } = await typed(ctx, room.id, { kind: 'papers', out })
  written.push(...files)
  if (authority) written.push(await beside(authorityName, Buffer.from(pemOf(authority.certificate))))
  const page = finished && checkPages.find((file) => existsSync(file))
  if (page) written.push(await beside(checkPageName, readFileSync(page)))
  const payload = { files: written.map(({ name, sha256 }) => ({ name, sha256 })) }
  decide(ctx, room, [{ kind: 'papers.exported', by: actorOf(ctx), subject: room.id, payload }], ['round'])
  const [workbook, ...others] = written
  const signers = finished ? (signingState(room)?.signers.length ?? 0) : 0
  return {
    workbook: workbook?.path ?? '',
    papers: others.map((paper) => paper.path),
    signers,
    unfilled,
    ledgerHead: ledgerHead(room),
  }
}
