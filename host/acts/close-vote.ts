/** Closes a vote once everybody present has voted, and counts it by the adopted rule. */
import { refuse } from '#core/refusal.ts'
import { allMembers } from '#db/queries/people.ts'
import { allBallots, allVotes } from '#db/queries/room.ts'
import type { VoteView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn } from '../room.ts'
import { countVote, demandVoteRule, electorateNow, voteOn, votesFor } from '../views/votes.ts'

/** @throws Refused `vote-not-open`, `ballots-missing`, `wrong-stage`, `unknown-packet`. */
export function closeVote(ctx: Ctx, input: { round: string; packet: string }): VoteView {
  const room = enter(ctx, input.round)
  const { lang } = ctx.caller
  packetIn(room, input.packet)
  const rule = demandVoteRule(room, lang)
  demandStage(room, 'vote', lang)
  const open = allVotes(room.file).find(({ packet }) => packet === input.packet)
  if (open?.state !== 'open') refuse('vote-not-open')
  const waiting = voteOn(room, input.packet, lang).ballots.filter(({ state }) => state === 'waiting')
  if (waiting.length > 0)
    refuse('ballots-missing', { count: waiting.length, seats: waiting.map(({ seat }) => `${seat}`) })
  const members = allMembers(room.file)
  const electorate = electorateNow(room, members, input.packet)
  const ballots = allBallots(room.file).filter(({ packet }) => packet === input.packet)
  // A member who voted and then left was there: only those without a ballot are absent.
  const voted = new Set(ballots.map(({ expert }) => expert))
  const absent = electorate.absent.filter((expert) => !voted.has(expert))
  const counted = countVote(rule, members.length, { ...electorate, absent }, ballots)
  decide(
    ctx,
    room,
    [
      {
        kind: 'vote.closed',
        by: actorOf(ctx),
        subject: input.packet,
        payload: {
          packet: input.packet,
          absent,
          for: votesFor(ballots, 'for'),
          against: votesFor(ballots, 'against'),
          abstain: votesFor(ballots, 'abstain'),
          needed: counted.needed,
          passed: counted.passed,
        },
      },
    ],
    ['votes', 'round', 'result'],
  )
  return voteOn(enter(ctx, input.round), input.packet, lang)
}
