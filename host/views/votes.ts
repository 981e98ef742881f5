/** The named votes: before, during and after. Choices come out only when a vote is closed. */
import { type Text, text } from '#core/lang.ts'
import { isRefusal, type Refusal, Refused, refuse } from '#core/refusal.ts'
import type { VoteRule } from '#core/round/choices.ts'
import { ballotPaper, listOutcome } from '#core/vote/list.ts'
import { needed, type Tally, tally } from '#core/vote/tally.ts'
import { allFields, type PacketRecord } from '#db/queries/packets.ts'
import { allMembers, allRecusals } from '#db/queries/people.ts'
import { allBallots, allVotes, type BallotRecord, type VoteRecord } from '#db/queries/room.ts'
import { choiceRows } from '#db/queries/rounds.ts'
import type { BallotLine, MyVoteView, VotesView, VoteTally, VoteView } from '../api/shapes.ts'
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

/** Counts one vote by its rule. */
export function countVote(
  rule: VoteRule,
  appointed: number,
  electorate: Electorate,
  ballots: readonly Pick<BallotRecord, 'choice'>[],
): Tally {
  const { quorum, abstention, ...threshold } = rule
  return orRefuse(
    tally({
      appointed,
      recused: electorate.recused.length,
      absent: electorate.absent.length,
      for: votesFor(ballots, 'for'),
      against: votesFor(ballots, 'against'),
      abstain: votesFor(ballots, 'abstain'),
      threshold,
      abstention,
      ...(quorum && { quorum }),
    }),
  )
}

/** Every packet's latest vote. */
export function latestVotes(votes: readonly VoteRecord[]): Map<string, VoteRecord> {
  // In order of their turns: the last one stays.
  return new Map(votes.map((vote) => [vote.packet, vote]))
}

type Counted = { packet: string; tally: Tally; ballots: readonly Pick<BallotRecord, 'choice'>[] }

/** Who is chosen among those counted together. */
export function outcomesOf(
  counted: readonly Counted[],
  places: number | null,
): Map<string, { passed: boolean; tied: boolean }> {
  const rows = counted.map(({ packet, tally, ballots }) => ({
    packet,
    for: votesFor(ballots, 'for'),
    enough: tally.passed,
  }))
  const { selected, tied } = listOutcome(rows, places)
  return new Map(
    counted.map(({ packet }) => [packet, { passed: selected.includes(packet), tied: tied.includes(packet) }]),
  )
}

/** What is known of all votes of a round, read once. */
type Box = { members: Member[]; votes: VoteRecord[]; ballots: BallotRecord[] }

function ballotsOf({ ballots }: Box, { packet, turn }: Pick<VoteRecord, 'packet' | 'turn'>): BallotRecord[] {
  return ballots.filter((ballot) => ballot.packet === packet && ballot.turn === turn)
}

function tallyOf(box: Box, vote: VoteRecord): VoteTally {
  const counted = vote.list.map((packet) => {
    const one = box.votes.find((other) => other.packet === packet && other.turn === vote.turn) ?? vote
    const ballots = ballotsOf(box, one)
    return { packet, ballots, tally: countVote(one.rule, one.entitled.length + one.recused.length, one, ballots) }
  })
  const own = counted.find(({ packet }) => packet === vote.packet)
  const outcome = outcomesOf(counted, vote.places).get(vote.packet) ?? { passed: false, tied: false }
  const ballots = own?.ballots ?? []
  return {
    for: votesFor(ballots, 'for'),
    against: votesFor(ballots, 'against'),
    abstain: votesFor(ballots, 'abstain'),
    ...outcome,
    sentence: own ? inPlaces(own.tally, outcome) : text('', ''),
  }
}

/** The sentence of a count, and where places ran out, what that means. */
function inPlaces({ sentence, passed }: Tally, outcome: { passed: boolean; tied: boolean }): Text {
  if (passed === outcome.passed) return sentence
  const [zh, en] = outcome.tied
    ? ['但末位票数并列，须再次表决', 'but level at the last place: another vote decides']
    : ['但超出名额，未入选', 'but beyond the places: not chosen']
  return text(`${sentence['zh-CN'].replace(/。$/, '')}，${zh}。`, `${sentence.en.replace(/\.$/, '')}, ${en}.`)
}

/** Everything about one application's latest vote that may be shown now. */
function voteView(
  room: Room,
  adopted: VoteRule,
  packet: PacketRecord,
  box: Box,
  known: { adoptedAt: string; title: { workshop: string; unit: string; leader: string } },
): VoteView {
  const { members } = box
  const turns = box.votes.filter((vote) => vote.packet === packet.id)
  const vote = turns.at(-1)
  const isClosed = vote?.state === 'closed'
  const rule = vote?.rule ?? adopted
  const electorate = isClosed
    ? { entitled: vote.entitled, recused: vote.recused, absent: vote.absent }
    : electorateNow(room, members, packet.id)
  const ballots = vote ? ballotsOf(box, vote) : []
  const { quorum, abstention, ...threshold } = rule
  const appointed = isClosed ? vote.entitled.length + vote.recused.length : members.length
  const heads = { appointed, recused: electorate.recused.length, absent: electorate.absent.length }
  const present = electorate.entitled.length - electorate.absent.length
  const outOfBase = isClosed && abstention === 'leaves-base' ? votesFor(ballots, 'abstain') : 0
  const wanted = needed(threshold, heads, outOfBase)
  const headsWanted = quorum && needed({ ...quorum, strict: false }, heads)
  const cast = new Map(ballots.map((ballot) => [ballot.expert, ballot]))
  return {
    packet: packet.id,
    no: packet.no,
    ...known.title,
    state: vote?.state ?? 'not-opened',
    turn: vote?.turn ?? 1,
    purpose: vote?.purpose ?? 'first',
    reason: vote?.reason ?? '',
    list: listOf(vote),
    ...heads,
    entitled: electorate.entitled.length,
    present,
    needed: isRefusal(wanted) ? 0 : wanted,
    quorum: typeof headsWanted === 'number' ? { needed: headsWanted, met: present >= headsWanted } : null,
    rule: voteRuleInWords(rule),
    abstention,
    adoptedAt: known.adoptedAt,
    origin: room.activity.vote.origin,
    ballots: votersOf(members, electorate, ballots).map(({ expert, seat, name }) => ({
      expert,
      seat,
      name,
      state: electorate.recused.includes(expert)
        ? 'recused'
        : cast.has(expert)
          ? 'voted'
          : electorate.absent.includes(expert)
            ? 'absent'
            : 'waiting',
      choice: isClosed ? (cast.get(expert)?.choice ?? null) : null,
      second: cast.get(expert)?.second ?? '',
    })),
    paper: isClosed
      ? ballotPaper(
          present,
          ballots.map(({ choice }) => choice),
        )
      : null,
    tally: isClosed ? tallyOf(box, vote) : null,
    closedAt: vote?.closedAt ?? null,
    publishedAt: vote?.publishedAt ?? null,
    earlier: turns.slice(0, -1).map((one) => earlierVote(box, one)),
  }
}

/** A vote that another followed, as it was counted. */
function earlierVote(box: Box, one: VoteRecord): VoteView['earlier'][number] {
  const ballots = ballotsOf(box, one)
  const appointed = one.entitled.length + one.recused.length
  const present = one.entitled.length - one.absent.length
  const people = new Map(box.members.map(({ expert, seat, person }) => [expert, { seat, name: person.name }]))
  return {
    turn: one.turn,
    purpose: one.purpose,
    reason: one.reason,
    list: listOf(one),
    appointed,
    recused: one.recused.length,
    present,
    needed: countVote(one.rule, appointed, one, ballots).needed,
    paper: ballotPaper(
      present,
      ballots.map(({ choice }) => choice),
    ),
    tally: tallyOf(box, one),
    closedAt: one.closedAt,
    byHand: ballots
      .filter(({ second }) => second !== '')
      .map(({ expert, second }) => ({ ...(people.get(expert) ?? { seat: 0, name: expert }), second }))
      .toSorted((a, b) => a.seat - b.seat),
  }
}

const listOf = (vote: VoteRecord | undefined): VoteView['list'] =>
  vote && vote.list.length > 1 ? { packets: vote.list, maxYes: vote.maxYes, places: vote.places } : null

/** Whose ballots belong to a vote, in seat order. */
function votersOf(members: readonly Member[], { entitled, recused }: Electorate, ballots: readonly BallotRecord[]) {
  const known = new Set([...entitled, ...recused, ...ballots.map(({ expert }) => expert)])
  return members
    .filter(({ expert }) => known.has(expert))
    .map(({ expert, seat, person }) => ({ expert, seat, name: person.name }))
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
  const box = { members, votes: allVotes(room.file), ballots: allBallots(room.file) }
  const adoptedAt = choiceRows(room.file).find(({ choice }) => choice === 'vote-rule')?.at ?? ''
  return {
    ruleAdopted: true,
    rule: voteRuleInWords(rule),
    present,
    votes: acceptedPackets(room).map((packet) => {
      const { workshop, unit, leader } = titles(packet.id)
      return voteView(room, rule, packet, box, { adoptedAt, title: { workshop, unit, leader } })
    }),
  }
}

/** The vote on one application. @throws Refused `unknown-packet`, `not-adopted`. */
export function voteOn(room: Room, packet: string, lang: 'zh-CN' | 'en'): VoteView {
  demandVoteRule(room, lang)
  return votesOf(room).votes.find((vote) => vote.packet === packet) ?? refuse('unknown-packet', { packet })
}

/** What one seat needs in order to vote. */
export function showMyVote(ctx: Ctx, { round, expert }: { round: string; expert: string }): MyVoteView {
  const room = enter(ctx, round)
  return myVote(room, memberIn(ctx, room, expert))
}

/** The same, for a round already entered. */
export function myVote(room: Room, member: Member): MyVoteView {
  const { votes } = votesOf(room)
  const ballots = allBallots(room.file)
  const lines = votes
    .filter(({ state }) => state === 'open')
    .map((vote): BallotLine => {
      const why = whyNot(member, vote)
      const own = ballots.find(
        (one) => one.expert === member.expert && one.packet === vote.packet && one.turn === vote.turn,
      )
      return { vote, may: why === null, why, voted: own?.choice ?? null }
    })
  const first = lines.find(({ may }) => may) ?? lines[0]
  return {
    open: first?.vote ?? null,
    may: first?.may ?? false,
    why: first?.why ?? null,
    voted: first?.voted ?? null,
    lines,
    maxYes: first?.vote.list?.maxYes ?? null,
    done: votes.filter(({ state }) => state === 'closed').length,
    of: votes.length,
  }
}

/** Why this member has no ballot for an open vote, in words for the member; null: there is one. */
function whyNot(member: Member, vote: VoteView): Text | null {
  const mine = vote.ballots.find(({ expert }) => expert === member.expert)
  if (mine?.state === 'recused') {
    return text('您对这份申报已回避，请离场等候', 'You are recused from this application; please wait outside')
  }
  if (!member.present)
    return text('您未签到，请告知秘书处', 'You are not marked as present; please tell the secretariat')
  return null
}
