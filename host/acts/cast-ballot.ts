/** One member votes by name, once. */
import type { Payload } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import type { MyVoteView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, memberIn, packetIn } from '../room.ts'
import { demandVoteRule, showMyVote, voteOn } from '../views/votes.ts'

/** @throws Refused `not-adopted`, `vote-not-open`, `vote-closed`, `recused`, `not-present`, `already-voted`, `not-on-panel`. */
export function castBallot(
  ctx: Ctx,
  input: { round: string; expert: string; packet: string; choice: Payload<'ballot.cast'>['choice'] },
): MyVoteView {
  const room = enter(ctx, input.round)
  const { lang } = ctx.caller
  const member = memberIn(ctx, room, input.expert)
  packetIn(room, input.packet)
  demandVoteRule(room, lang)
  demandStage(room, 'vote', lang)
  const vote = voteOn(room, input.packet, lang)
  if (vote.state === 'closed') refuse('vote-closed', { packet: vote.workshop })
  if (vote.state === 'not-opened') refuse('vote-not-open')
  const ballot = vote.ballots.find(({ expert }) => expert === member.expert)
  if (ballot?.state === 'recused') refuse('recused')
  if (ballot?.state === 'voted') refuse('already-voted', { seat: member.seat })
  if (ballot?.state === 'absent') refuse('not-present')
  const { packet, expert, choice } = input
  decide(
    ctx,
    room,
    [
      {
        kind: 'ballot.cast',
        by: actorOf(ctx, { id: member.expert, name: member.person.name }),
        subject: packet,
        payload: { packet, expert, choice },
      },
    ],
    ['votes'],
  )
  return showMyVote(ctx, input)
}
