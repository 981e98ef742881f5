/** An expert doubts a fact and says so to the secretariat, with the page; the sheet goes on meanwhile. */
import { createHash } from 'node:crypto'
import { refuse } from '#core/refusal.ts'
import { itemsOf } from '#core/scheme/scheme.ts'
import { filesOf } from '#db/queries/packets.ts'
import { allDoubts } from '#db/queries/scoring.ts'
import type { DoubtView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, demandUnconflicted, enter, memberIn, packetIn } from '../room.ts'
import { doubtsOf } from '../views/doubts.ts'

/** @throws Refused `unknown-item`, `unknown-file`, `recused`, `declaration-missing`, `wrong-stage`, `unknown-packet`. */
export function raiseDoubt(
  ctx: Ctx,
  input: {
    round: string
    expert: string
    packet: string
    item: string
    page: { file: string; page: number } | null
    text: string
  },
): DoubtView[] {
  const room = enter(ctx, input.round)
  const member = memberIn(ctx, room, input.expert)
  packetIn(room, input.packet)
  demandStage(room, 'raise-doubt', ctx.caller.lang)
  demandUnconflicted(room, member, input.packet)
  const { packet, item, page, text } = input
  if (!room.rubric || !itemsOf(room.rubric).some(({ id }) => id === item)) refuse('unknown-item', { item })
  if (page && !filesOf(room.file, packet).some(({ sha256 }) => sha256 === page.file)) {
    refuse('unknown-file', { sha256: page.file })
  }
  const before = allDoubts(room.file).length
  // Not by chance: a seat that signs the act sends it twice, and both must name the same doubt.
  const content = JSON.stringify([room.id, member.expert, packet, item, text, before])
  const doubt = `doubt-${createHash('sha256').update(content).digest('hex').slice(0, 12)}`
  decide(
    ctx,
    room,
    [
      {
        kind: 'doubt.raised',
        by: actorOf(ctx, { id: member.expert, name: member.person.name }),
        subject: packet,
        payload: { doubt, packet, expert: member.expert, item, page, text },
      },
    ],
    ['packets'],
  )
  return doubtsOf(room, { expert: member.expert, packet })
}
