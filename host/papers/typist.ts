/** The typist: a thread that opens the round for itself and writes its papers. It decides nothing and changes no record. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { prepareForSigning } from '#core/opc/prepare.ts'
import { Refused, refuse } from '#core/refusal.ts'
import { paperScans } from '#core/rubric/paper-scans.ts'
import { attachedPages } from '#core/signing/attached-pages.ts'
import { pathOf } from '#db/packet-files.ts'
import { type Caller, type Ctx, openHost } from '../host.ts'
import type { Reply } from '../intake/readers.ts'
import { enter } from '../room.ts'
import { soundWorkbook } from '../signing/workbook.ts'
import { bookOf } from '../views/paper-book.ts'
import type { PaperBook } from './book.ts'
import { asFileName } from './file-name.ts'
import { fillForms } from './forms/filled.ts'
import { printHead, printPages } from './print-pages.ts'
import { buildRegister } from './register.ts'
import type { Typed } from './typing.ts'
import { buildContinuation, buildDossier, buildPapers } from './word/papers.ts'
import { onePaper, type PaperSources, paperNames } from './word/shelf.ts'
import { buildWorkbook } from './workbook.ts'

const workbookName = 'result.xlsx'

/**
 * What is to be written: the workbook, its pages for the printer, the workbook as it is sealed, the names of the Word
 * papers, one of them for the printer, one application's dossier, or all into a folder.
 */
export type TypingTask =
  | { readonly kind: 'workbook' }
  | { readonly kind: 'print' }
  | { readonly kind: 'sealed'; readonly hardened: boolean }
  | { readonly kind: 'list' }
  | { readonly kind: 'paper'; readonly name: string }
  | { readonly kind: 'dossier'; readonly packet: string }
  | { readonly kind: 'papers'; readonly out: string }

export type TypingJob = {
  /** The store's folder. */
  readonly store: string
  readonly round: string
  readonly caller: Caller
  /** What the papers say about when they were made. */
  readonly madeAt: string
  readonly task: TypingTask
}

type Paper = { readonly name: string; readonly bytes: Uint8Array }

/** What was written, and the numbers of applications whose own form could not be filled. */
export type TypedPapers = { readonly files: Typed[]; readonly unfilled: number[] }

/** Writes what the job asks for. @throws Refused `result-not-frozen`, `unknown-packet`, `unknown-word-paper`, `not-a-folder`, `workbook-not-intact`. */
export async function typePapers({ store, round, caller, madeAt, task }: TypingJob): Promise<TypedPapers> {
  const host = openHost(store, { now: () => new Date(madeAt) })
  try {
    const ctx: Ctx = { host, caller }
    const files: Typed[] = []
    const unfilled: number[] = []
    for await (const paper of papersOf(ctx, round, task, unfilled)) {
      const sha256 = createHash('sha256').update(paper.bytes).digest('hex')
      if (task.kind !== 'papers') files.push({ ...paper, path: '', sha256 })
      else files.push({ name: paper.name, path: await written(task.out, paper), sha256, bytes: new Uint8Array() })
    }
    return { files, unfilled }
  } finally {
    await host.close()
  }
}

async function* papersOf(ctx: Ctx, round: string, task: TypingTask, unfilled: number[]): AsyncGenerator<Paper> {
  const book = await bookOf(ctx, round)
  switch (task.kind) {
    case 'workbook':
      return yield { name: workbookName, bytes: await buildWorkbook(book) }
    case 'print':
      return yield asJson(await printPages(book))
    case 'list':
      return yield asJson(await paperNames(book, sourcesOf(ctx, round)))
    case 'paper': {
      const { name } = task
      const paper = (await onePaper(book, name, sourcesOf(ctx, round))) ?? refuse('unknown-word-paper', { name })
      return yield asJson({
        ...(await printHead(book)),
        ...paper,
        docx: paper.bytes.toString('base64'),
        bytes: undefined,
      })
    }
    case 'sealed':
      return yield { name: workbookName, bytes: prepareForSigning(await buildWorkbook(book), task) }
    case 'dossier': {
      const { packet } = task
      return yield await buildDossier(
        book,
        book.packets.find((one) => one.packet === packet) ?? refuse('unknown-packet', { packet }),
      )
    }
    case 'papers':
      return yield* allPapers(ctx, book, unfilled)
  }
}

/** The signed workbook where there is one; then every paper, one after the other. */
async function* allPapers(ctx: Ctx, book: PaperBook, unfilled: number[]): AsyncGenerator<Paper> {
  const room = enter(ctx, book.round.round)
  yield { name: workbookName, bytes: (await soundWorkbook(room, ctx.caller.lang)) ?? (await buildWorkbook(book)) }
  const inPapers = ({ name, bytes }: Paper) => ({ name: path.join('papers', name), bytes })
  const { templates, formOf } = sourcesOf(ctx, room.id)
  for (const paper of await buildPapers(book, templates)) yield inPapers(paper)
  for (const [index, { file, name }] of attachedPages(book.entries).entries()) {
    const bytes = readFileSync(pathOf(room.folder, file))
    yield inPapers({ name: path.join('手签页', `${index + 1} ${asFileName(name)}`), bytes })
  }
  for (const [index, { sha256, name }] of paperScans(book.entries).entries()) {
    const bytes = readFileSync(pathOf(room.folder, sha256))
    yield inPapers({ name: path.join('纸质评分表', `${index + 1} ${asFileName(name)}`), bytes })
  }
  const register = await buildRegister(book)
  if (register) yield inPapers(register)
  const filled = fillForms(book, formOf)
  const { forms, left } = filled
  // A document that annexes no form has nothing to be filled.
  if (room.scheme.form) unfilled.push(...filled.unfilled)
  for (const form of forms) yield inPapers(form)
  if (left.length > 0) {
    yield inPapers(await buildContinuation(book, left))
  }
}

/** A bureau's own templates lie beside the rounds, under the name of their notice; the applicants' forms among the round's files. */
function sourcesOf(ctx: Ctx, round: string): PaperSources {
  const { folder } = enter(ctx, round)
  return {
    templates(kind) {
      const file = path.join(ctx.host.store.folder, 'templates', `${kind}.docx`)
      return existsSync(file) ? readFileSync(file) : null
    },
    formOf: ({ form }) => (form ? readFileSync(pathOf(folder, form.sha256)) : null),
  }
}

function asJson(answer: unknown): Paper {
  return { name: 'answer.json', bytes: Buffer.from(JSON.stringify(answer)) }
}

/** The file appears whole or not at all. @throws Refused `not-a-folder`. */
async function written(out: string, { name, bytes }: Paper): Promise<string> {
  const target = path.join(out, name)
  try {
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(`${target}.part`, bytes)
  } catch {
    refuse('not-a-folder', { path: out })
  }
  await rename(`${target}.part`, target)
  return target
}

async function answered(job: TypingJob): Promise<Reply> {
  try {
    return { answer: await typePapers(job) }
  } catch (failure) {
    if (failure instanceof Refused) return { refusal: failure.refusal }
    const { code = '', message, stack } = failure as NodeJS.ErrnoException
    return { failure: { code, message: stack ?? message } }
  }
}

if (parentPort) {
  const reply = await answered(workerData as TypingJob)
  parentPort.postMessage(reply)
}
