/** Second round: an expert who stands far from the others changes the points with a reason, or stays with a reason. */
import { refuse } from '#core/refusal.ts'
import { judgementsOf } from '#db/queries/sheets.ts'
import type { SecondLookView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, memberIn } from '../room.ts'
import { readScoring } from '../views/scoring.ts'
import { showSecondRound } from '../views/second-round.ts'
import { checkJudgements } from './judgement-input.ts'

/**
 * Once an item. @throws Refused `not-far`, `reconsidered`, `wrong-stage`, and as `checkJudgements`.
 * @param input.deduct the deduction from now on; the same as before when the expert stays
 */
export function reconsiderItem(
  ctx: Ctx,
  input: { round: string; expert: string; packet: string; item: string; deduct: string; reason: string },
): SecondLookView[] {
  const room = enter(ctx, input.round)
  const member = memberIn(ctx, room, input.expert)
  demandStage(room, 'reconsider', ctx.caller.lang)
  const { packet, item, reason } = input
  const asked = showSecondRound(ctx, { round: room.id, expert: member.expert })
  const look = asked.find((each) => each.packet === packet && each.item === item) ?? refuse('not-far', { item })
  if (look.answer) refuse('reconsidered', { item })
  const place = { expert: member.expert, packet }
  const before = judgementsOf(room.file, place)[item] ?? refuse('not-far', { item })
  const after = { ...before, deduct: input.deduct, reason }
  const to = room.rubric
    ? checkJudgements(room.rubric, readScoring(room).facts(packet), { [item]: after })[item]?.deduct
    : undefined
  decide(
    ctx,
    room,
    [
      {
        kind: 'item.reconsidered',
        by: actorOf(ctx, { id: member.expert, name: member.person.name }),
        subject: packet,
        payload: { ...place, item, from: before.deduct, to: to ?? before.deduct, reason },
      },
    ],
    ['sheets', 'result'],
  )
  return showSecondRound(ctx, { round: room.id, expert: member.expert })
}
