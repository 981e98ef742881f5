/** Writes the workbook and the papers of a frozen result to a folder. */
import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { refuse } from '#core/refusal.ts'
import type { ExportAnswer } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import type { PaperBook } from '../papers/book.ts'
import { actorOf, decide, demandStage, enter } from '../room.ts'
import { listMinutes, listVisits } from '../views/deliberation.ts'
import { showPanel } from '../views/panel.ts'
import { resultOf } from '../views/results.ts'
import { ledgerHead, showRound } from '../views/round.ts'
import { submittedSheets } from '../views/sheets.ts'
import { votesOf } from '../views/votes.ts'

const workbookName = 'result.xlsx'

/** Everything the papers say. @throws Refused `result-not-frozen`. */
function bookOf(ctx: Ctx, round: string): PaperBook {
  const room = enter(ctx, round)
  if (!room.frozen) refuse('result-not-frozen')
  demandStage(room, 'export-papers', ctx.caller.lang)
  return {
    round: showRound(ctx, { round }),
    panel: showPanel(ctx, { round }),
    result: resultOf(room),
    sheets: submittedSheets(room),
    visits: listVisits(ctx, { round }),
    minutes: listMinutes(ctx, { round }),
    votes: votesOf(room),
    schemeVersion: room.row.schemeVersion,
    madeAt: timestamp(ctx.host),
  }
}

/** The workbook alone, for a browser to download. @throws Refused `result-not-frozen`. */
export async function workbookOf(ctx: Ctx, { round }: { round: string }): Promise<File> {
  const book = bookOf(ctx, round)
  const { buildWorkbook } = await import('../papers/workbook.ts')
  const bytes = await buildWorkbook(book)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([new Uint8Array(bytes)], workbookName, { type })
}

/** @throws Refused `result-not-frozen`, `not-a-folder`. Each file appears whole or not at all. */
export async function exportPapers(ctx: Ctx, input: { round: string; out: string }): Promise<ExportAnswer> {
  const room = enter(ctx, input.round)
  const book = bookOf(ctx, input.round)
  const { buildWorkbook } = await import('../papers/workbook.ts')
  const { buildPapers } = await import('../papers/word/papers.ts')
  const out = path.resolve(input.out)
  const papers = path.join(out, 'papers')
  await mkdir(papers, { recursive: true }).catch(() => refuse('not-a-folder', { path: out }))
  const written: { name: string; sha256: string; path: string }[] = []
  const write = async (name: string, bytes: Uint8Array) => {
    const target = path.join(out, name)
    await writeFile(`${target}.part`, bytes).catch(() => refuse('not-a-folder', { path: out }))
    await rename(`${target}.part`, target)
    written.push({ name, sha256: createHash('sha256').update(bytes).digest('hex'), path: target })
  }
  await write(workbookName, await buildWorkbook(book))
  for (const paper of await buildPapers(book)) await write(path.join('papers', paper.name), paper.bytes)
  const payload = { files: written.map(({ name, sha256 }) => ({ name, sha256 })) }
  decide(ctx, room, [{ kind: 'papers.exported', by: actorOf(ctx), subject: room.id, payload }], ['round'])
  const [workbook, ...others] = written
  return {
    workbook: workbook?.path ?? '',
    papers: others.map((paper) => paper.path),
    signers: 0,
    ledgerHead: ledgerHead(room),
  }
}
