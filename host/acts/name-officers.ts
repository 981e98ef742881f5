/** Names who runs and watches the room: supervisor, tellers, recorder. None of them scores, votes or applies. */
import type { OfficerRole } from '#core/panel/roles.ts'
import { refuse } from '#core/refusal.ts'
import { allFields, allPackets } from '#db/queries/packets.ts'
import { allAlternates, allExperts, allMembers } from '#db/queries/people.ts'
import type { Decision } from '#db/record.ts'
import type { PanelView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter, expertIn } from '../room.ts'
import { showPanel } from '../views/panel.ts'
import { titleOf } from '../views/titles.ts'

type Wanted = { role: OfficerRole } & ({ expert: string } | { name: string; unit: string })

/** @throws Refused `unknown-expert`, `teller-related`. The list replaces an earlier one; who is new is listed with it. */
export function nameOfficers(ctx: Ctx, input: { round: string; officers: Wanted[] }): PanelView {
  const room = enter(ctx, input.round)
  const by = actorOf(ctx)
  const titles = titleOf(room, allFields(room.file))
  const applicants = allPackets(room.file).map(({ id }) => titles(id))
  const sitting = new Set([...allMembers(room.file), ...allAlternates(room.file)].map(({ expert }) => expert))
  const listed = new Map(allExperts(room.file).map((person) => [`${person.name}/${person.unit}`, person]))
  const fresh: Omit<Extract<Decision, { kind: 'expert.listed' }>, 'at'>[] = []
  const officers = input.officers.map((wanted) => {
    const known = 'expert' in wanted ? expertIn(room, wanted.expert) : listed.get(`${wanted.name}/${wanted.unit}`)
    const { name, unit } = known ?? (wanted as { name: string; unit: string })
    const isApplicant = applicants.some((one) => one.leader === name || (unit !== '' && one.unit === unit))
    if ((known && sitting.has(known.id)) || isApplicant) refuse('teller-related', { name })
    const expert = known?.id ?? ctx.host.newId('expert')
    if (!known) {
      const payload = { name, unit, post: '', phone: '', sourceKind: '', specialty: '' }
      fresh.push({ kind: 'expert.listed', by, subject: expert, payload })
    }
    return { expert, role: wanted.role }
  })
  decide(
    ctx,
    room,
    [...fresh, { kind: 'officers.named', by, subject: room.id, payload: { officers } }],
    ['panel', 'seats', 'round'],
  )
  return showPanel(ctx, input)
}
