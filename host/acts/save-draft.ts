/** Keeps what an expert is writing: durable when it answers, no decision yet. */
import type { Judgement } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { oneSheet, saveDraft } from '#db/queries/sheets.ts'
import type { SheetView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { demandStage, demandUnconflicted, enter, type Member, memberIn, packetIn, type Room } from '../room.ts'
import { readScoring } from '../views/scoring.ts'
import { sheetView } from '../views/sheets.ts'
import { checkJudgements } from './judgement-input.ts'

type Place = { round: string; expert: string; packet: string }

/**
 * Opens a sheet for writing.
 * @throws Refused `sheet-submitted`, `wrong-stage`, `declaration-missing`, `recused`, `not-on-panel`, `unknown-packet`.
 */
export function enterSheet(ctx: Ctx, place: Place): { room: Room; member: Member } {
  const room = enter(ctx, place.round)
  const member = memberIn(ctx, room, place.expert)
  packetIn(room, place.packet)
  const sheet = oneSheet(room.file, place)
  if (sheet?.state === 'submitted') refuse('sheet-submitted')
  demandStage(room, sheet?.returnedFor ? 'score-again' : 'score', ctx.caller.lang)
  demandUnconflicted(room, member, place.packet)
  return { room, member }
}

/** @throws Refused as {@link enterSheet} and `checkJudgements`. */
export function saveSheetDraft(
  ctx: Ctx,
  input: Place & { judgements: Record<string, Judgement | null>; opinion?: string | undefined },
): SheetView {
  const { room, member } = enterSheet(ctx, input)
  const place = { expert: member.expert, packet: input.packet }
  const facts = readScoring(room, place).facts(input.packet)
  const judgements = room.rubric ? checkJudgements(room.rubric, facts, input.judgements) : {}
  const before = oneSheet(room.file, place)?.state
  saveDraft(room.file, place, { judgements, opinion: input.opinion, at: timestamp(ctx.host) })
  // Others learn that a draft exists, never how it grows.
  if (before !== 'draft') ctx.host.announce(room.id, ['sheets'])
  return sheetView(room, member, input.packet)
}
