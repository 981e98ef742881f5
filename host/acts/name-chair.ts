/** Names who chairs from now on: elected by those present, or appointed. */
import { type ChairVotes, electedChair } from '#core/panel/chair.ts'
import { refuse } from '#core/refusal.ts'
import { allMembers } from '#db/queries/people.ts'
import type { PanelView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, enter, memberIn } from '../room.ts'
import { showPanel } from '../views/panel.ts'
import { orRefuse } from '../views/votes.ts'

type Naming =
  | { round: string; how: 'elected'; votes: ChairVotes[] }
  | { round: string; how: 'appointed'; expert: string; note: string }

/** @throws Refused `not-on-panel`, `chair-absent`, `chair-votes`, `chair-tied`, `result-stands`. A later naming replaces an earlier one. */
export function nameChair(ctx: Ctx, input: Naming): PanelView {
  const room = enter(ctx, input.round)
  if (room.frozen) refuse('result-stands')
  const votes = input.how === 'elected' ? input.votes : []
  for (const { expert } of votes) memberIn(ctx, room, expert)
  const here = allMembers(room.file).filter(({ present }) => present).length
  const expert = input.how === 'elected' ? orRefuse(electedChair(votes, here)) : input.expert
  const { present, person } = memberIn(ctx, room, expert)
  if (!present) refuse('chair-absent', { name: person.name })
  const payload = { expert, how: input.how, votes: [...votes], note: input.how === 'appointed' ? input.note : '' }
  decide(ctx, room, [{ kind: 'chair.named', by: actorOf(ctx), subject: expert, payload }], ['panel', 'seats', 'round'])
  return showPanel(ctx, input)
}
