/** What the big screen shows: how far the room is, the vote that is open; never a score, never a phone. */
import { mayDo } from '#core/round/stages.ts'
import { allMembers, allSeatKeys } from '#db/queries/people.ts'
import { allVotes, theFloor } from '#db/queries/room.ts'
import { frozenResult } from '#db/queries/rounds.ts'
import type { VoteView, WallView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, type Room } from '../room.ts'
import { drawIn } from './draw.ts'
import { floorOf } from './floor.ts'
import { listOnWall } from './list-on-wall.ts'
import { rankingOfRound } from './results.ts'
import { ledgerHead, stageViews } from './round.ts'
import { readScoring } from './scoring.ts'
import { countStates } from './sheets.ts'
import { latestVotes, votesOf } from './votes.ts'

/** The vote in front of the room: the open one, else the one closed last, so that its count can be read out. */
function shownVote(room: Room): string | undefined {
  if (room.stage !== 'vote') return undefined
  const votes = allVotes(room.file)
  const open = votes.find(({ state }) => state === 'open') ?? votes.find(({ state }) => state === 'prepared')
  if (open) return open.packet
  // Applications on one list are closed at one moment: the one being read out is shown, else the first of them.
  const latest = [...latestVotes(votes).values()].toSorted((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? ''))
  const together = latest.filter(({ closedAt }) => closedAt === latest[0]?.closedAt)
  const { reading } = theFloor(room.file)
  const read = together.find(({ packet, turn }) => packet === reading?.packet && turn === reading.turn)
  return (read ?? together[0])?.packet
}

/** How far a closed vote has been read out, with the count so far; null once it is published, or before. */
function readOutOf(room: Room, vote: VoteView): WallView['readOut'] {
  if (vote.state !== 'closed' || vote.publishedAt) return null
  const { reading } = theFloor(room.file)
  const isThis = reading?.packet === vote.packet && reading.turn === vote.turn
  const read = vote.ballots.filter(({ state }) => state === 'voted').slice(0, isThis ? reading.upTo : 0)
  const count = (choice: string) => read.filter((ballot) => ballot.choice === choice).length
  return {
    seats: read.map(({ seat }) => seat),
    for: count('for'),
    against: count('against'),
    abstain: count('abstain'),
    invalid: count('invalid'),
  }
}

/** A vote as the room may see it: nothing of a count before it is published but what was read aloud. */
function forTheRoom(room: Room, vote: VoteView, names: boolean): VoteView {
  const read = readOutOf(room, vote)
  return {
    ...vote,
    ...(read && { tally: null, paper: null }),
    ballots: vote.ballots.map((ballot) => ({
      ...ballot,
      name: names ? ballot.name : '',
      second: names ? ballot.second : '',
      choice: read && !read.seats.includes(ballot.seat) ? null : ballot.choice,
    })),
  }
}

/** Before the panel has begun its work; without names only what each was drawn for. */
function drawOnWall(room: Room, names: boolean): WallView['draw'] {
  if (!mayDo('set-panel', room.stage)) return null
  const { plan, fingerprint, made } = drawIn(room)
  if (!plan || !fingerprint) return null
  const shown = (people: readonly { name: string; unit: string; class: string }[]) =>
    people.map((one) => ({ name: names ? one.name : '', unit: names ? one.unit : '', class: one.class }))
  const { entropy = '', entropySource = '', result } = made?.payload ?? {}
  return {
    fingerprint,
    pool: plan.pool.length,
    excluded: names ? plan.exclusions : [],
    places: plan.places,
    alternates: plan.alternates,
    witnesses: plan.witnesses,
    drawn: result
      ? { entropy, entropySource, members: shown(result.members), alternates: shown(result.alternates) }
      : null,
  }
}

/** @throws Refused `unknown-round`. */
export function showWall(ctx: Ctx, { round }: { round: string }): WallView {
  const room = enter(ctx, round)
  const scoring = readScoring(room)
  const members = allMembers(room.file)
  const packets = acceptedPackets(room)
  const joined = new Set(
    allSeatKeys(room.file)
      .filter(({ sessionHash }) => sessionHash)
      .map(({ expert }) => expert),
  )
  const { votes } = votesOf(room)
  const statesOf = (expert: string) => packets.map(({ id }) => scoring.state({ expert, packet: id }))
  const frozen = frozenResult(room.file)
  const vote = votes.find(({ packet }) => packet === shownVote(room)) ?? null
  const floor = floorOf(room)
  return {
    title: room.row.title,
    organiser: room.row.organiser,
    activityName: room.activity.name,
    sample: room.row.sample,
    stages: stageViews(room),
    stage: room.stage,
    seats: members.map(({ expert, seat, person, present }) => {
      const states = statesOf(expert)
      return {
        seat,
        name: floor.names ? person.name : '',
        joined: joined.has(expert),
        submitted: states.filter((state) => state === 'submitted').length,
        of: states.filter((state) => state !== 'recused').length,
        present,
      }
    }),
    counts: countStates(members.flatMap(({ expert }) => statesOf(expert))),
    vote: vote && forTheRoom(room, vote, floor.names),
    list: vote && listOnWall(votes, vote, floor.names),
    readOut: vote && readOutOf(room, vote),
    draw: drawOnWall(room, floor.names),
    floor,
    voteDone: votes.filter(({ state }) => state === 'closed').length,
    voteOf: votes.length,
    decisions: frozen
      ? rankingOfRound(room).rows.map(({ no, workshop, decision, vote }) => ({
          no,
          workshop,
          decision,
          tally: vote ? `${vote.for} / ${vote.against} / ${vote.abstain}` : null,
        }))
      : null,
    head: ledgerHead(room),
  }
}
