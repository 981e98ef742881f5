/** The secretariat answers an expert's doubt about a fact; a fact that was wrong is corrected on the packet's own page. */
import { refuse } from '#core/refusal.ts'
import { allDoubts } from '#db/queries/scoring.ts'
import type { DoubtView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter } from '../room.ts'
import { listDoubts } from '../views/doubts.ts'

/** A second answer replaces the first on the screen; the ledger keeps both. @throws Refused `unknown-doubt`. */
export function answerDoubt(ctx: Ctx, input: { round: string; doubt: string; answer: string }): DoubtView[] {
  const room = enter(ctx, input.round)
  const doubt = allDoubts(room.file).find(({ id }) => id === input.doubt) ?? refuse('unknown-doubt')
  const { packet } = doubt
  decide(
    ctx,
    room,
    [
      {
        kind: 'doubt.answered',
        by: actorOf(ctx),
        subject: packet,
        payload: { doubt: doubt.id, packet, answer: input.answer },
      },
    ],
    ['packets', 'sheets'],
  )
  return listDoubts(ctx, input)
}
