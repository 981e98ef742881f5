/** Opens the named vote on one application. Who is entitled is fixed from here. */
import { refuse } from '#core/refusal.ts'
import { allMembers } from '#db/queries/people.ts'
import type { VoteView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn } from '../room.ts'
import { demandVoteRule, electorateNow, voteOn, votesOf } from '../views/votes.ts'

/** @throws Refused `not-adopted`, `wrong-stage`, `vote-open`, `vote-closed`, `nobody-entitled`, `unknown-packet`. */
export function openVote(ctx: Ctx, input: { round: string; packet: string }): VoteView {
  const room = enter(ctx, input.round)
  const { lang } = ctx.caller
  packetIn(room, input.packet)
  demandVoteRule(room, lang)
  demandStage(room, 'vote', lang)
  const { votes } = votesOf(room)
  const running = votes.find(({ state }) => state === 'open')
  if (running) refuse('vote-open', { packet: running.workshop })
  const wanted =
    votes.find(({ packet }) => packet === input.packet) ?? refuse('unknown-packet', { packet: input.packet })
  if (wanted.state === 'closed') refuse('vote-closed', { packet: wanted.workshop })
  const { entitled, recused, absent } = electorateNow(room, allMembers(room.file), input.packet)
  if (entitled.length === absent.length) refuse('nobody-entitled')
  decide(
    ctx,
    room,
    [
      {
        kind: 'vote.opened',
        by: actorOf(ctx),
        subject: input.packet,
        payload: { packet: input.packet, entitled, recused },
      },
    ],
    ['votes'],
  )
  return voteOn(enter(ctx, input.round), input.packet, lang)
}
