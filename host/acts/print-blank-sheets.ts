/** Prints blank sheets, so that a morning without power or devices loses nothing. */
import { refuse } from '#core/refusal.ts'
import { type Ctx, timestamp } from '../host.ts'
import { demandStage, enter, memberIn, packetIn } from '../room.ts'
import { blankSheets } from '../views/paper-sheets.ts'

/**
 * @returns a Word file with one sheet for each expert and application, without those an expert is recused from
 * @throws Refused `wrong-stage`, `nothing-to-print`, `not-on-panel`, `unknown-packet`.
 */
export async function printBlankSheets(
  ctx: Ctx,
  input: { round: string; expert?: string | undefined; packet?: string | undefined },
): Promise<File> {
  const room = enter(ctx, input.round)
  demandStage(room, 'print-sheets', ctx.caller.lang)
  if (input.expert) memberIn(ctx, room, input.expert)
  if (input.packet) packetIn(room, input.packet)
  const sheets = blankSheets(room, input)
  if (sheets.length === 0) refuse('nothing-to-print')
  const { blankSheetsPaper } = await import('../papers/word/blank-sheets.ts')
  const bytes = await blankSheetsPaper({ room, sheets, at: timestamp(ctx.host) })
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return new File([new Uint8Array(bytes)], '空白评分表.docx', { type })
}
