/** An alternate takes the seat of an absent member. What that member handed in is void, and the alternate does it anew. */
import { refuse } from '#core/refusal.ts'
import { allAlternates, allMembers } from '#db/queries/people.ts'
import { allVotes } from '#db/queries/room.ts'
import type { PanelView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, actorOf, decide, enter, expertIn, memberIn } from '../room.ts'
import { showPanel } from '../views/panel.ts'
import { readScoring } from '../views/scoring.ts'
import { votesOf } from '../views/votes.ts'

/** @throws Refused `not-alternate`, `not-on-panel`, `still-present`, `vote-open`, `result-stands`. */
export function enterAlternate(
  ctx: Ctx,
  input: { round: string; alternate: string; replaces: string; reason: string },
): PanelView {
  const room = enter(ctx, input.round)
  if (room.frozen) refuse('result-stands')
  const { alternate, replaces, reason } = input
  const member = memberIn(ctx, room, replaces)
  const { name } = expertIn(room, alternate)
  const waiting = allAlternates(room.file).find((one) => one.expert === alternate && one.replaces === null)
  if (!waiting || allMembers(room.file).some((one) => one.expert === alternate)) {
    refuse('not-alternate', { expert: name })
  }
  if (member.present) refuse('still-present', { seat: member.seat })
  const running = allVotes(room.file).find(({ state }) => state === 'open' || state === 'prepared')
  if (running) {
    const view = votesOf(room).votes.find(({ packet }) => packet === running.packet)
    refuse('vote-open', { packet: view?.workshop ?? running.packet })
  }
  const scoring = readScoring(room)
  const sheets = acceptedPackets(room)
    .map(({ id }) => id)
    .filter((packet) => scoring.state({ expert: replaces, packet }) === 'submitted')
  decide(
    ctx,
    room,
    [
      {
        kind: 'alternate.entered',
        by: actorOf(ctx),
        subject: alternate,
        payload: { alternate, replaces, reason, sheets },
      },
    ],
    ['panel', 'sheets', 'votes', 'round', 'seats'],
  )
  return showPanel(ctx, input)
}
