/** Writes down what decides at the line beside the rules: a second vote among those tied, reasons for exceptions. */
import { refuse } from '#core/refusal.ts'
import type { ResultView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn } from '../room.ts'
import { demandSecretaryKey, openSecretaryKey } from '../signing/act-signatures.ts'
import { computeResult } from '../views/results.ts'

/**
 * A move by hand: it has its reason, and the secretary's signature where the round has keys.
 * @throws Refused `result-frozen`, `wrong-stage`, `unknown-packet`, `key-locked`, `wrong-key-pin`.
 */
export async function decideLine(
  ctx: Ctx,
  input: {
    round: string
    secondVote: Record<string, number>
    exceptions: Record<string, string>
    reason: string
    pin?: string | undefined
  },
): Promise<ResultView> {
  await openSecretaryKey(ctx, input.round, input.pin)
  const room = enter(ctx, input.round)
  if (room.frozen) refuse('result-frozen')
  demandStage(room, 'freeze-result', ctx.caller.lang)
  const { secondVote, exceptions, reason } = input
  for (const packet of [...Object.keys(secondVote), ...Object.keys(exceptions)]) packetIn(room, packet)
  demandSecretaryKey(ctx, room)
  const payload = { secondVote, exceptions, reason }
  decide(ctx, room, [{ kind: 'line.decided', by: actorOf(ctx), subject: room.id, payload }], ['result'])
  return computeResult(ctx, input)
}
