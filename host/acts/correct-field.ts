/** A person corrects what was read from a form: old value, new value and reason are kept. */
import { fieldsOfForm } from '#core/form/forms.ts'
import type { FieldValue } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { fieldsOf } from '#db/queries/packets.ts'
import type { PacketView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn } from '../room.ts'
import { showPacket } from '../views/packets.ts'

/** @throws Refused `unknown-field`, `wrong-stage`, `unknown-packet`. */
export function correctField(
  ctx: Ctx,
  input: { round: string; packet: string; field: string; value: FieldValue; reason: string },
): PacketView {
  const room = enter(ctx, input.round)
  demandStage(room, 'correct-fields', ctx.caller.lang)
  packetIn(room, input.packet)
  const field = fieldsOfForm(room.scheme.form).find(({ id }) => id === input.field)
  if (!field || (field.kind === 'rows') !== Array.isArray(input.value)) refuse('unknown-field', { field: input.field })
  const from = fieldsOf(room.file, input.packet).find((row) => row.field === input.field)?.value ?? null
  decide(
    ctx,
    room,
    [
      {
        kind: 'field.corrected',
        by: actorOf(ctx),
        subject: input.packet,
        payload: { field: input.field, from, to: input.value, reason: input.reason },
      },
    ],
    ['packets'],
  )
  return showPacket(ctx, input)
}
