/** An expert declares, for every application at once, where there is a conflict and where there is none. */
import type { Payload } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import type { DeclarationView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, memberIn, packetIn } from '../room.ts'
import { showDeclaration } from '../views/panel.ts'

/** @throws Refused `declaration-made` (a change wants a reason), `unknown-packet`, `wrong-stage`, `not-on-panel`. */
export function declareRecusal(
  ctx: Ctx,
  input: {
    round: string
    expert: string
    conflicts: Payload<'declaration.made'>['conflicts']
    reason: string
  },
): DeclarationView {
  const room = enter(ctx, input.round)
  const member = memberIn(ctx, room, input.expert)
  demandStage(room, 'declare-recusal', ctx.caller.lang)
  if (member.declaredAt && input.reason.trim() === '') refuse('declaration-made')
  for (const { packet } of input.conflicts) packetIn(room, packet)
  decide(
    ctx,
    room,
    [
      {
        kind: 'declaration.made',
        by: actorOf(ctx, { id: member.expert, name: member.person.name }),
        subject: member.expert,
        payload: { conflicts: input.conflicts, reason: input.reason },
      },
    ],
    ['panel', 'sheets', 'round'],
  )
  return showDeclaration(ctx, input)
}
