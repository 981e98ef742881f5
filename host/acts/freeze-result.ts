/** Fixes the result: from here on nothing that went into it can change. */
import { type Text, text } from '#core/lang.ts'
import { refuse } from '#core/refusal.ts'
import type { PairProof, ResultView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, type Room } from '../room.ts'
import { isFine, proofOf } from '../views/completeness.ts'
import { computeResult, rankingOfRound } from '../views/results.ts'

/** @throws Refused `result-frozen`, `result-incomplete`, `wrong-stage`. */
export function freezeResult(
  ctx: Ctx,
  input: { round: string; confirmed?: { chair: string; secretary: string } | undefined },
): ResultView {
  const room = enter(ctx, input.round)
  const { lang } = ctx.caller
  const { confirmed } = input
  if (room.frozen) refuse('result-frozen')
  demandStage(room, 'freeze-result', lang)
  demandComplete(ctx, room)
  const result = rankingOfRound(room)
  if (!result.ready) refuse('result-incomplete', { missing: result.missing.map(({ text }) => text[lang]) })
  const rows = result.rows.map(({ packet, rank, exact, grade, decision }) => ({
    packet,
    rank,
    score: exact,
    grade: grade?.['zh-CN'] ?? null,
    decision: decision['zh-CN'],
  }))
  decide(
    ctx,
    room,
    [{ kind: 'result.frozen', by: actorOf(ctx), subject: room.id, payload: { rows, ...(confirmed && { confirmed }) } }],
    ['result', 'round'],
  )
  return computeResult(ctx, input)
}

/** Nothing is ranked that the ledger does not prove: every sheet here, once, whole, and nothing still on its way. */
function demandComplete(ctx: Ctx, room: Room): void {
  const { pairs, waiting } = proofOf(room)
  const open = pairs
    .filter(({ state }) => !isFine(state))
    .map(({ seat, name, no, state }) => ({ ...stateWords[state], who: `${seat} ${name}`, no }))
    .map((one) => `${one.who} · ${one.no} ${one[ctx.caller.lang]}`)
  const late = waiting.map(({ chain, entries }) => `${chain} (${entries})`)
  if (open.length + late.length > 0) refuse('ledger-incomplete', { missing: [...open, ...late] })
}

const stateWords: Readonly<Record<PairProof['state'], Text>> = {
  here: text('齐全', 'here'),
  repeated: text('齐全', 'here'),
  recused: text('回避', 'recused'),
  missing: text('未交', 'missing'),
  stale: text('事实已更正，须退回', 'made without a corrected fact'),
  duplicate: text('版本不一，须本人选定', 'in two versions'),
  altered: text('与台账不符', 'not what the ledger says'),
}
