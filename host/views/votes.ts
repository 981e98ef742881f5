/** The named votes: before, during and after. Choices come out only when a vote is closed. */
import { text } from '#core/lang.ts'
import { isRefusal, type Refusal, Refused, refuse } from '#core/refusal.ts'
import type { VoteRule } from '#core/round/choices.ts'
import { needed, type Tally, tally } from '#core/vote/tally.ts'
import { allFields, type PacketRecord } from '#db/queries/packets.ts'
import { allMembers, allRecusals } from '#db/queries/people.ts'
import { allBallots, allVotes, type BallotRecord, type VoteRecord } from '#db/queries/room.ts'
import { choiceRows } from '#db/queries/rounds.ts'
import type { MyVoteView, VotesView, VoteView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, type Member, memberIn, type Room, recusedPairs } from '../room.ts'
import { voteRuleInWords } from './choices.ts'
import { titleOf } from './titles.ts'

/** Throws the refusal in place of an answer. */
export function orRefuse<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Refused(answer)
  return answer
}

/** @throws Refused `not-adopted`: no vote without a rule the organiser has chosen. */
export function demandVoteRule(room: Room, lang: 'zh-CN' | 'en'): VoteRule {
  const rule = room.choices['vote-rule']
  if (rule) return rule
  const name = room.scheme.choices.find(({ id }) => id === 'vote-rule')?.name[lang] ?? 'vote-rule'
  return refuse('not-adopted', { choice: name })
}

/** Who is entitled, recused, present for one application at this moment, or as it was when its vote opened. */
export type Electorate = { entitled: string[]; recused: string[]; absent: string[] }

/** As things stand now. */
export function electorateNow(room: Room, members: readonly Member[], packet: string): Electorate {
  const isRecused = recusedPairs(allRecusals(room.file))
  const recused = members.filter(({ expert }) => isRecused(expert, packet)).map(({ expert }) => expert)
  const entitled = members.filter(({ expert }) => !recused.includes(expert))
  return {
    recused,
    entitled: entitled.map(({ expert }) => expert),
    absent: entitled.filter(({ present }) => !present).map(({ expert }) => expert),
  }
}

/** How many ballots say so. */
export function votesFor(ballots: readonly Pick<BallotRecord, 'choice'>[], choice: BallotRecord['choice']): number {
  return ballots.filter((ballot) => ballot.choice === choice).length
}

/** Counts one vote by the adopted rule. */
export function countVote(
  rule: VoteRule,
  appointed: number,
  electorate: Electorate,
  ballots: readonly Pick<BallotRecord, 'choice'>[],
): Tally {
  const { quorum, ...threshold } = rule
  return orRefuse(
    tally({
      appointed,
      recused: electorate.recused.length,
      absent: electorate.absent.length,
      for: votesFor(ballots, 'for'),
      against: votesFor(ballots, 'against'),
      abstain: votesFor(ballots, 'abstain'),
      threshold,
      ...(quorum && { quorum }),
    }),
  )
}

/** Everything about one application's vote that may be shown now. */
function voteView(
  room: Room,
  rule: VoteRule,
  packet: PacketRecord,
  known: {
    members: readonly Member[]
    vote: VoteRecord | undefined
    ballots: readonly BallotRecord[]
    adoptedAt: string
    title: { workshop: string; unit: string; leader: string }
  },
): VoteView {
  const { members, vote, ballots } = known
  const electorate =
    vote?.state === 'closed'
      ? { entitled: vote.entitled, recused: vote.recused, absent: vote.absent }
      : electorateNow(room, members, packet.id)
  const { quorum: _, ...threshold } = rule
  const heads = {
    appointed: members.length,
    recused: electorate.recused.length,
    absent: electorate.absent.length,
  }
  const wanted = needed(threshold, heads)
  const counted = vote?.state === 'closed' ? countVote(rule, members.length, electorate, ballots) : null
  const cast = new Map(ballots.map((ballot) => [ballot.expert, ballot.choice]))
  return {
    packet: packet.id,
    no: packet.no,
    ...known.title,
    state: vote?.state ?? 'not-opened',
    appointed: members.length,
    recused: electorate.recused.length,
    entitled: electorate.entitled.length,
    present: electorate.entitled.length - electorate.absent.length,
    needed: isRefusal(wanted) ? 0 : wanted,
    rule: voteRuleInWords(rule),
    adoptedAt: known.adoptedAt,
    ballots: members.map(({ expert, seat, person }) => ({
      expert,
      seat,
      name: person.name,
      state: electorate.recused.includes(expert)
        ? 'recused'
        : cast.has(expert)
          ? 'voted'
          : electorate.absent.includes(expert)
            ? 'absent'
            : 'waiting',
      choice: counted ? (cast.get(expert) ?? null) : null,
    })),
    tally: counted && {
      for: votesFor(ballots, 'for'),
      against: votesFor(ballots, 'against'),
      abstain: votesFor(ballots, 'abstain'),
      passed: counted.passed,
      sentence: counted.sentence,
    },
  }
}

/** Every vote of the round; empty until a rule is adopted. */
export function listVotes(ctx: Ctx, { round }: { round: string }): VotesView {
  const room = enter(ctx, round)
  return votesOf(room)
}

/** The same, for a round already entered. */
export function votesOf(room: Room): VotesView {
  const rule = room.choices['vote-rule']
  const members = allMembers(room.file)
  const present = members.filter((member) => member.present).map(({ expert }) => expert)
  if (!rule || !room.withVote) return { ruleAdopted: rule !== undefined, rule: null, votes: [], present }
  const titles = titleOf(room, allFields(room.file))
  const votes = new Map(allVotes(room.file).map((vote) => [vote.packet, vote]))
  const ballots = Map.groupBy(allBallots(room.file), ({ packet }) => packet)
  const adoptedAt = choiceRows(room.file).find(({ choice }) => choice === 'vote-rule')?.at ?? ''
  return {
    ruleAdopted: true,
    rule: voteRuleInWords(rule),
    present,
    votes: acceptedPackets(room).map((packet) =>
      voteView(room, rule, packet, {
        members,
        vote: votes.get(packet.id),
        ballots: ballots.get(packet.id) ?? [],
        adoptedAt,
        title: pick(titles(packet.id)),
      }),
    ),
  }
}

const pick = ({ workshop, unit, leader }: { workshop: string; unit: string; leader: string }) => ({
  workshop,
  unit,
  leader,
})

/** The vote on one application. @throws Refused `unknown-packet`, `not-adopted`. */
export function voteOn(room: Room, packet: string, lang: 'zh-CN' | 'en'): VoteView {
  demandVoteRule(room, lang)
  return votesOf(room).votes.find((vote) => vote.packet === packet) ?? refuse('unknown-packet', { packet })
}

/** What one seat needs in order to vote. */
export function showMyVote(ctx: Ctx, { round, expert }: { round: string; expert: string }): MyVoteView {
  const room = enter(ctx, round)
  const member = memberIn(ctx, room, expert)
  const { votes } = votesOf(room)
  const open = votes.find(({ state }) => state === 'open') ?? null
  const mine = open?.ballots.find((ballot) => ballot.expert === expert)
  const own = allBallots(room.file).find((ballot) => ballot.expert === expert && ballot.packet === open?.packet)
  const why =
    mine?.state === 'recused'
      ? text('您对这份申报已回避，请离场等候', 'You are recused from this application; please wait outside')
      : !member.present
        ? text('您未签到，请告知秘书处', 'You are not marked as present; please tell the secretariat')
        : null
  return {
    open,
    may: open !== null && mine?.state === 'waiting' && why === null,
    why: open ? why : null,
    voted: own?.choice ?? null,
    done: votes.filter(({ state }) => state === 'closed').length,
    of: votes.length,
  }
}
