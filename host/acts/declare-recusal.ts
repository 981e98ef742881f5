/** An expert declares, for every application at once, where there is a conflict and where there is none. */
import type { Payload } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { allFields } from '#db/queries/packets.ts'
import { allRecusals } from '#db/queries/people.ts'
import { allVotes } from '#db/queries/room.ts'
import type { DeclarationView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, memberIn, packetIn, type Room } from '../room.ts'
import { showDeclaration } from '../views/panel.ts'
import { titleOf } from '../views/titles.ts'

/** @throws Refused `declaration-made` (a change wants a reason), `recusal-stands`, `vote-open`, `vote-closed`, `unknown-packet`, `wrong-stage`, `not-on-panel`. */
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
  demandRoomForChange(
    room,
    member.expert,
    input.conflicts.map(({ packet }) => packet),
  )
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

/**
 * After scoring a conflict can still be added, but no longer taken back: the sheet it closed was never filled.
 * Once a vote on an application is open, who may vote on it is fixed.
 * @throws Refused `recusal-stands`, `vote-open`, `vote-closed`.
 */
function demandRoomForChange(room: Room, expert: string, packets: readonly string[]): void {
  const known = allRecusals(room.file)
    .filter((recusal) => recusal.expert === expert)
    .map(({ packet }) => packet)
  const titles = titleOf(room, allFields(room.file))
  const withdrawn = known.find((packet) => !packets.includes(packet))
  if (withdrawn && room.closed.has('reading')) refuse('recusal-stands', { packet: titles(withdrawn).workshop })
  const added = new Set(packets.filter((packet) => !known.includes(packet)))
  const voted = allVotes(room.file).find(({ packet }) => added.has(packet))
  if (voted) refuse(voted.state === 'open' ? 'vote-open' : 'vote-closed', { packet: titles(voted.packet).workshop })
}
