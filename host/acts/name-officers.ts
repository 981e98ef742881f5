/** Names who runs and watches the room: supervisor, tellers, recorder. None of them scores, votes or applies. */
import type { OfficerRole } from '#core/panel/roles.ts'
import { refuse } from '#core/refusal.ts'
import { allFields, allPackets } from '#db/queries/packets.ts'
import { allAlternates, allMembers } from '#db/queries/people.ts'
import type { PanelView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter, expertIn } from '../room.ts'
import { showPanel } from '../views/panel.ts'
import { titleOf } from '../views/titles.ts'

/** @throws Refused `unknown-expert`, `teller-related`. The list replaces an earlier one. */
export function nameOfficers(
  ctx: Ctx,
  input: { round: string; officers: { expert: string; role: OfficerRole }[] },
): PanelView {
  const room = enter(ctx, input.round)
  const titles = titleOf(room, allFields(room.file))
  const applicants = allPackets(room.file).map(({ id }) => titles(id))
  const sitting = new Set([...allMembers(room.file), ...allAlternates(room.file)].map(({ expert }) => expert))
  for (const { expert } of input.officers) {
    const { name, unit } = expertIn(room, expert)
    const isApplicant = applicants.some((one) => one.leader === name || (unit !== '' && one.unit === unit))
    if (sitting.has(expert) || isApplicant) refuse('teller-related', { name })
  }
  const payload = { officers: input.officers }
  decide(
    ctx,
    room,
    [{ kind: 'officers.named', by: actorOf(ctx), subject: room.id, payload }],
    ['panel', 'seats', 'round'],
  )
  return showPanel(ctx, input)
}
