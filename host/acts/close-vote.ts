/** Closes a vote once everybody present has voted, counts it by its rule, and later makes the count known. */
import { refuse } from '#core/refusal.ts'
import { allMembers } from '#db/queries/people.ts'
import { allBallots, allVotes, type VoteRecord } from '#db/queries/room.ts'
import type { VoteView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn, type Room } from '../room.ts'
import { countVote, demandVoteRule, electorateNow, latestVotes, outcomesOf, voteOn, votesFor } from '../views/votes.ts'

/** @throws Refused `vote-not-open`, `ballots-missing`, `wrong-stage`, `unknown-packet`. */
export function closeVote(ctx: Ctx, input: { round: string; packet: string }): VoteView {
  const room = enter(ctx, input.round)
  const { lang } = ctx.caller
  packetIn(room, input.packet)
  demandVoteRule(room, lang)
  demandStage(room, 'vote', lang)
  const open = latestVotes(allVotes(room.file)).get(input.packet)
  if (open?.state !== 'open') return refuse('vote-not-open')
  const waiting = open.list
    .flatMap((packet) => voteOn(room, packet, lang).ballots)
    .filter(({ state }) => state === 'waiting')
  const seats = [...new Set(waiting.map(({ seat }) => `${seat}`))]
  if (seats.length > 0) refuse('ballots-missing', { count: seats.length, seats })
  decide(ctx, room, countsOf(ctx, room, open), ['votes', 'round', 'result'])
  return voteOn(enter(ctx, input.round), input.packet, lang)
}

function countsOf(ctx: Ctx, room: Room, { list, turn, rule, places }: VoteRecord) {
  const members = allMembers(room.file)
  const counted = list.map((packet) => {
    const electorate = electorateNow(room, members, packet)
    const ballots = allBallots(room.file).filter((one) => one.packet === packet && one.turn === turn)
    // A member who voted and then left was there: only those without a ballot are absent.
    const voted = new Set(ballots.map(({ expert }) => expert))
    const absent = electorate.absent.filter((expert) => !voted.has(expert))
    const tally = countVote(rule, members.length, { ...electorate, absent }, ballots)
    return { packet, absent, ballots, tally }
  })
  const outcomes = outcomesOf(counted, places)
  return counted.map(({ packet, absent, ballots, tally }) => ({
    kind: 'vote.closed' as const,
    by: actorOf(ctx),
    subject: packet,
    payload: {
      packet,
      turn,
      absent,
      for: votesFor(ballots, 'for'),
      against: votesFor(ballots, 'against'),
      abstain: votesFor(ballots, 'abstain'),
      invalid: votesFor(ballots, 'invalid'),
      needed: tally.needed,
      passed: outcomes.get(packet)?.passed ?? false,
    },
  }))
}

/** Makes a closed vote known to the room. @throws Refused `vote-not-closed`, `unknown-packet`, `not-adopted`. */
export function publishVote(ctx: Ctx, input: { round: string; packet: string }): VoteView {
  const room = enter(ctx, input.round)
  const { lang } = ctx.caller
  packetIn(room, input.packet)
  const view = voteOn(room, input.packet, lang)
  if (view.state !== 'closed') refuse('vote-not-closed', { packet: view.workshop })
  const packets = view.list?.packets ?? [input.packet]
  if (!view.publishedAt) {
    const payload = { packets, turn: view.turn }
    decide(
      ctx,
      room,
      [{ kind: 'vote.published', by: actorOf(ctx), subject: input.packet, payload }],
      ['votes', 'round'],
    )
  }
  return voteOn(enter(ctx, input.round), input.packet, lang)
}
