/** What an act that cannot be taken back would touch: how many and whom, said before it is done. */
import { type Text, text } from '#core/lang.ts'
import { stageName } from '#core/round/stages.ts'
import type { StageId } from '#core/scheme/scheme.ts'
import { allFields, allPackets } from '#db/queries/packets.ts'
import { allAlternates, allExperts, allMembers, allOfficers, allRecusals } from '#db/queries/people.ts'
import { allMinutes, finalListRows } from '#db/queries/room.ts'
import { allVisits } from '#db/queries/visits.ts'
import type { touchingActs } from '../api/contract/touches.ts'
import type { TouchesView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, type Room, same } from '../room.ts'
import { rankingOfRound } from './results.ts'
import { readScoring } from './scoring.ts'
import { titleOf } from './titles.ts'
import { votesOf } from './votes.ts'

type Asked = { round: string; act: (typeof touchingActs)[number]; of: string }
type Group = TouchesView[number]

const words = {
  packets: text('申报', 'Applications'),
  accepted: text('通过审查', 'Accepted'),
  returned: text('需补正', 'Returned'),
  unchecked: text('待核', 'Not checked'),
  members: text('专家组成员', 'Panel members'),
  beyond: text('表决通过、但不在入选线内', 'Passed by vote, but not above the line'),
  alternates: text('候补', 'Alternates'),
  officers: text('工作人员', 'Officers'),
  recusals: text('回避', 'Recusals'),
  sheets: text('已提交评分表的专家', 'Experts whose sheets are fixed'),
  visits: text('考察记录', 'Visit records'),
  minutes: text('评议记录', 'Minutes'),
  dissents: text('不同意见', 'Dissents'),
  votes: text('表决结果', 'Vote results'),
  unpublished: text('尚未公布的表决', 'Votes not published yet'),
  stages: text('重新打开的阶段', 'Stages open again'),
  void: text('作废的评分表', 'Sheets that become void'),
  voting: text('可以投票的席位', 'Seats that vote'),
  voters: text('已投票的席位', 'Seats whose ballots are fixed'),
  kept: text('回避，不投票', 'Recused, not voting'),
  absent: text('缺席，不计票', 'Absent, not counted'),
  list: text('列入名单', 'On the list'),
  off: text('未列入', 'Not on the list'),
}

/** @throws Refused `unknown-round`, and `blind` where the act itself would be. */
export function showTouches(ctx: Ctx, { round, act, of }: Asked): TouchesView {
  const room = enter(ctx, round)
  const groups = (): Group[] => {
    switch (act) {
      case 'close-stage':
        return byStage(room, of as StageId)
      case 'reopen-stage':
        return reopened(room, of as StageId)
      case 'enter-alternate':
        return [{ name: words.void, names: sheetsOf(room, of) }]
      case 'open-vote':
      case 'close-vote':
      case 'publish-vote':
        return ballots(room, of)
      case 'settle-list':
        return settled(room)
      case 'freeze-result':
        return decisions(room)
    }
  }
  return groups().filter(({ names }) => names.length > 0)
}

/** Applications by number and name. */
function namer(room: Room): (packet: string) => Text {
  const titles = titleOf(room, allFields(room.file))
  const numbers = new Map(allPackets(room.file).map(({ id, no }) => [id, no]))
  return (packet) => same(`${numbers.get(packet) ?? ''} ${titles(packet).workshop}`)
}

const seatOf = ({ seat, person }: { seat: number; person: { name: string } }) => seatText({ seat, name: person.name })

function byStage(room: Room, stage: StageId): Group[] {
  const named = namer(room)
  const members = allMembers(room.file)
  const people = new Map(allExperts(room.file).map(({ id, name }) => [id, same(name)]))
  const namesOf = (rows: readonly { expert: string }[]) => rows.flatMap(({ expert }) => people.get(expert) ?? [])
  const packetsIn = (state: string) =>
    allPackets(room.file)
      .filter((packet) => packet.state === state)
      .map(({ id }) => named(id))
  switch (stage) {
    case 'import':
      return [{ name: words.packets, names: allPackets(room.file).map(({ id }) => named(id)) }]
    case 'material-check':
      return [
        { name: words.accepted, names: packetsIn('accepted') },
        { name: words.returned, names: packetsIn('returned') },
        { name: words.unchecked, names: packetsIn('unchecked') },
      ]
    case 'panel':
      return [
        { name: words.members, names: members.map(seatOf) },
        { name: words.alternates, names: namesOf(allAlternates(room.file)) },
        { name: words.officers, names: namesOf(allOfficers(room.file)) },
      ]
    case 'recusal':
      return [
        { name: words.members, names: members.map(seatOf) },
        {
          name: words.recusals,
          names: allRecusals(room.file).map(({ expert, packet }) =>
            joined(people.get(expert) ?? same(expert), named(packet)),
          ),
        },
      ]
    case 'reading':
      return [
        { name: words.sheets, names: members.map(seatOf) },
        { name: words.packets, names: acceptedPackets(room).map(({ id }) => named(id)) },
      ]
    case 'visit':
      return [{ name: words.visits, names: allVisits(room.file).map(({ packet }) => named(packet)) }]
    case 'deliberation': {
      const minutes = allMinutes(room.file)
      const dissents = minutes.flatMap((row) => row.dissents.map((one) => ({ ...one, packet: row.packet })))
      return [
        { name: words.minutes, names: minutes.map(({ packet }) => named(packet)) },
        {
          name: words.dissents,
          names: dissents.map((one) => joined(people.get(one.expert) ?? same(one.expert), named(one.packet))),
        },
        ...(room.decision === 'order' ? settled(room) : []),
      ]
    }
    case 'vote':
      return voted(room)
    case 'result':
    case 'export':
      return decisions(room)
  }
}

const joined = (who: Text, what: Text) => text(`${who['zh-CN']}（${what['zh-CN']}）`, `${who.en} (${what.en})`)

function voted(room: Room): Group[] {
  const closed = votesOf(room).votes.filter(({ state }) => state === 'closed')
  const outcome = (passed: boolean) => (passed ? text('通过', 'passed') : text('未通过', 'not passed'))
  return [
    {
      name: words.votes,
      names: closed.map(({ no, workshop, tally }) =>
        joined(same(`${no} ${workshop}`), outcome(tally?.passed ?? false)),
      ),
    },
    {
      name: words.unpublished,
      names: closed
        .filter(({ publishedAt }) => publishedAt === null)
        .map(({ no, workshop }) => same(`${no} ${workshop}`)),
    },
  ]
}

function reopened(room: Room, stage: StageId): Group[] {
  const from = room.stages.findIndex(({ id }) => id === stage)
  const open = room.stages.slice(Math.max(0, from)).filter(({ id }) => room.closed.has(id))
  return [{ name: words.stages, names: open.map(({ id }) => stageName(room.scheme, room.row.activity, id)) }]
}

function sheetsOf(room: Room, expert: string): Text[] {
  const scoring = readScoring(room)
  const named = namer(room)
  return acceptedPackets(room)
    .filter(({ id }) => scoring.state({ expert, packet: id }) === 'submitted')
    .map(({ id }) => named(id))
}

const seatText = ({ seat, name }: { seat: number; name: string }) =>
  text(`第 ${seat} 席 ${name}`, `seat ${seat} ${name}`)

/** A list is closed and published as one: the seats are counted once. */
function ballots(room: Room, packet: string): Group[] {
  const { votes } = votesOf(room)
  const asked = votes.find((vote) => vote.packet === packet)
  const together = votes.filter((vote) => vote === asked || asked?.list?.packets.includes(vote.packet))
  const all = together.flatMap((vote) => vote.ballots)
  // On a list somebody may be recused from one application and vote on the others.
  const recused = together.flatMap(({ no, ballots: own }) =>
    own
      .filter(({ state }) => state === 'recused')
      .map((one) =>
        together.length === 1
          ? seatText(one)
          : text(`${seatText(one)['zh-CN']}（${no} 号）`, `${seatText(one).en} (no. ${no})`),
      ),
  )
  const seatsIn = (state: string) =>
    [...new Map(all.filter((one) => one.state === state).map((one) => [one.seat, one])).values()].map(seatText)
  return [
    { name: words.packets, names: together.map(({ no, workshop }) => same(`${no} ${workshop}`)) },
    { name: words.voting, names: seatsIn('waiting') },
    { name: words.voters, names: seatsIn('voted') },
    { name: words.kept, names: recused },
    { name: words.absent, names: seatsIn('absent') },
  ]
}

function settled(room: Room): Group[] {
  const named = namer(room)
  const rows = finalListRows(room.file)
  const on = rows.filter(({ place }) => place !== null).toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
  return [
    { name: words.list, names: on.map(({ packet }) => named(packet)) },
    { name: words.off, names: rows.filter(({ place }) => place === null).map(({ packet }) => named(packet)) },
  ]
}

function decisions(room: Room): Group[] {
  const { rows, line } = rankingOfRound(room)
  const named = ({ no, workshop }: { no: number; workshop: string }) => same(`${no} ${workshop}`)
  const groups = Map.groupBy(rows, ({ decision }) => decision['zh-CN'])
  const fixed = [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ name: first.decision, names: group.map(named) }] : []
  })
  const beyond = rows.filter(({ packet }) => line?.beyond.includes(packet))
  return beyond.length === 0 ? fixed : [...fixed, { name: words.beyond, names: beyond.map(named) }]
}
