/** Opens a named vote. Who is entitled is fixed from here. */
import { refuse } from '#core/refusal.ts'
import { allMembers } from '#db/queries/people.ts'
import { allVotes } from '#db/queries/room.ts'
import type { VoteView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn } from '../room.ts'
import { demandVoteRule, electorateNow, latestVotes, voteOn, votesOf } from '../views/votes.ts'
import { preparation } from './prepare-vote.ts'

/**
 * Opens the vote prepared on a packet, with everything on the same list; prepares one on the packet alone first
 * where nothing was.
 * @throws Refused `not-adopted`, `wrong-stage`, `vote-open`, `vote-closed`, `nobody-entitled`, `unknown-packet`.
 */
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
  const fresh =
    wanted.state === 'prepared'
      ? []
      : [
          preparation(ctx, room, {
            packets: [input.packet],
            maxYes: null,
            places: null,
            purpose: 'first' as const,
            reason: '',
          }),
        ]
  const prepared = latestVotes(allVotes(room.file)).get(input.packet)
  const list = fresh[0]?.payload.packets ?? prepared?.list ?? [input.packet]
  const turn = fresh[0]?.payload.turn ?? prepared?.turn ?? 1
  const members = allMembers(room.file)
  const opened = list.map((packet) => {
    const { entitled, recused, absent } = electorateNow(room, members, packet)
    if (entitled.length === absent.length) refuse('nobody-entitled')
    const payload = { packet, turn, entitled, recused }
    return { kind: 'vote.opened' as const, by: actorOf(ctx), subject: packet, payload }
  })
  decide(ctx, room, [...fresh, ...opened], ['votes', 'round'])
  return voteOn(enter(ctx, input.round), input.packet, lang)
}
