/** Imports: the one that runs, and how the others ended. */

import { text } from '#core/lang.ts'
import { type Refusal, type RefusalCode, refusal, sentenceOf } from '#core/refusal.ts'
import { allFields, allImports, allPackets } from '#db/queries/packets.ts'
import type { ImportProgress, ImportReport } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter } from '../room.ts'
import { titleOf } from './titles.ts'

/** @throws Refused `unknown-round`. */
export function showImport(ctx: Ctx, { round }: { round: string }): ImportProgress | null {
  return ctx.host.importing.get(enter(ctx, round).id)?.progress() ?? null
}

/** @throws Refused `unknown-round`. */
export function listImports(ctx: Ctx, { round }: { round: string }): ImportReport[] {
  const room = enter(ctx, round)
  const packets = new Map(allPackets(room.file).map((packet) => [packet.id, packet]))
  const titles = titleOf(room, allFields(room.file))
  return allImports(room.file).map(({ at, by, imported, refused, cancelled }) => ({
    at,
    by,
    cancelled,
    imported: imported.map(({ packet, source, version }) => {
      const { workshop, unit } = titles(packet)
      const known = packets.get(packet)
      const warnings = known?.version === version ? known.warnings : []
      const said = warnings.map(({ code, detail }) => sentenceOf(asRefusal(code, detail), ctx.caller.lang))
      return { packet, no: known?.no ?? 0, source, version, workshop, unit, warnings: said }
    }),
    refused: refused.map(({ source, code, detail }) => {
      const reason = asRefusal(code, detail)
      return { source, code, message: text(sentenceOf(reason, 'zh-CN'), sentenceOf(reason, 'en')) }
    }),
  }))
}

/** Every import as a workbook: one row for each source. @throws Refused `unknown-round`. */
export async function importReport(ctx: Ctx, input: { round: string }): Promise<File> {
  const { buildImportReport } = await import('../papers/import-report.ts')
  const { lang } = ctx.caller
  const bytes = await buildImportReport(listImports(ctx, input), enter(ctx, input.round).row.title, lang)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([new Uint8Array(bytes)], lang === 'en' ? 'import-report.xlsx' : '导入报告.xlsx', { type })
}

const asRefusal = (code: string, detail: unknown): Refusal => refusal(code as RefusalCode, detail as Refusal['detail'])
