/** Scores side by side for the deliberation: experts across, items down; who stands far from the others; facts in dispute. */
import { decimal, type Exact, exact, shown } from '#core/exact/exact.ts'
import { text } from '#core/lang.ts'
import type { FactValue } from '#core/ledger/kinds.ts'
import { countingOf } from '#core/ranking/counting.ts'
import { scoresOf } from '#core/ranking/rank.ts'
import { mean, spread } from '#core/ranking/statistics.ts'
import { isRefusal, refuse } from '#core/refusal.ts'
import { judgementItems } from '#core/rubric/assess.ts'
import { standsFar, usualShare } from '#core/rubric/distance.ts'
import { itemsOf } from '#core/scheme/scheme.ts'
import { allFields } from '#db/queries/packets.ts'
import { arrangement } from '#db/queries/scoring.ts'
import { allVisits } from '#db/queries/visits.ts'
import type { Dispute, ScoreCell, ScoreLine, ScoresView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, packetIn, type Room, same } from '../room.ts'
import { doubtViews } from './doubts.ts'
import { type Matrix, matrixOf, rankingOf } from './matrix.ts'
import { readScoring, type Scoring } from './scoring.ts'
import { titleOf } from './titles.ts'

/** @throws Refused `unknown-round`; `blind` while scoring is open. */
export function listScores(ctx: Ctx, { round }: { round: string }): ScoreLine[] {
  const room = closedRoom(ctx, round)
  const scoring = readScoring(room)
  const matrix = matrixOf(room, scoring)
  const ranking = room.rubric ? rankingOf(matrix, countingOf(room.choices.aggregation).method) : []
  const places = new Map((isRefusal(ranking) ? [] : ranking).map((place) => [place.applicant, place]))
  const titles = titleOf(room, allFields(room.file))
  const disputes = disputesOf(room)
  return matrix.packets.map(({ id, no }, column) => {
    const place = places.get(id)
    const range = spread(scoresOf(matrix.scores, column))
    return {
      packet: id,
      no,
      workshop: titles(id).workshop,
      rank: place?.rank ?? null,
      score: place?.value ? shown(place.value, 2) : null,
      range: range && decimal(range.range),
      far: farTotals(room, matrix, column).filter(Boolean).length,
      disputed: disputes(id).length,
    }
  })
}

/** @throws Refused `unknown-round`, `unknown-packet`; `blind` while scoring is open. */
export function showScores(ctx: Ctx, { round, packet }: { round: string; packet: string }): ScoresView {
  const room = closedRoom(ctx, round)
  const { no } = packetIn(room, packet)
  const scoring = readScoring(room)
  const matrix = matrixOf(room, scoring)
  const column = acceptedPackets(room).findIndex(({ id }) => id === packet)
  const totals = column < 0 ? [] : scoresOf(matrix.scores, column)
  const far = farTotals(room, matrix, column)
  const range = spread(totals)
  return {
    packet,
    no,
    workshop: titleOf(room, allFields(room.file))(packet).workshop,
    withRubric: room.rubric !== null,
    seats: matrix.members.map(({ expert, seat, person }, row) => {
      const pair = { expert, packet }
      const total = matrix.scores[row]?.[column] ?? null
      return {
        expert,
        seat,
        name: person.name,
        state: scoring.state(pair),
        total: total && decimal(total),
        far: far[row] ?? false,
        opinion: scoring.state(pair) === 'submitted' ? (scoring.record(pair)?.opinion ?? '') : '',
        scan: scoring.record(pair)?.paper?.file ?? null,
      }
    }),
    judged: judgedRows(room, scoring, matrix, packet),
    derived: derivedRows(room, scoring, matrix, packet),
    mean: totals.length > 0 ? shown(mean(totals), 2) : null,
    range: range && decimal(range.range),
    disputed: disputesOf(room)(packet),
  }
}

function closedRoom(ctx: Ctx, round: string): Room {
  const room = enter(ctx, round)
  if (!room.closed.has('reading')) refuse('blind')
  return room
}

/** How far counts as far: as the organiser arranged the reading, else the usual share. */
const shareOf = (room: Room) => arrangement(room.file).farFrom ?? usualShare

/** Of each value whether it stands far from the others; nulls stand nowhere. */
function farOnes(values: readonly (Exact | null)[], max: Exact, share: string): boolean[] {
  return values.map((own, at) => {
    const others = values.flatMap((value, other) => (other === at || !value ? [] : [value]))
    return own !== null && standsFar(own, others, max, share)
  })
}

/**
 * Totals differ by less than single items do: a tenth of what the experts decide is far for a total, whatever is
 * arranged for items.
 */
const totalShare = '0.1'

function farTotals(room: Room, { scores, packets }: Matrix, column: number): boolean[] {
  if (!room.rubric || !packets[column]) return scores.map(() => false)
  const items = room.rubric.blocks.filter(({ bonus }) => !bonus).flatMap((block) => block.items)
  const max = items.reduce((sum, item) => sum.add(exact(item.max)), exact('0'))
  return farOnes(
    scores.map((row) => row[column] ?? null),
    max,
    totalShare,
  )
}

function judgedRows(room: Room, scoring: Scoring, { members }: Matrix, packet: string): ScoresView['judged'] {
  const { rubric } = room
  if (!rubric) return []
  const judged = new Set(judgementItems(rubric, scoring.facts(packet)).map(({ id }) => id))
  return itemsOf(rubric)
    .filter(({ id }) => judged.has(id))
    .map(({ id, name, max }) => {
      const points = members.map(({ expert }) => {
        const pair = { expert, packet }
        return scoring.state(pair) === 'submitted' ? (scoring.assessment(pair)?.items[id] ?? null) : null
      })
      const far = farOnes(points, exact(max), shareOf(room))
      const given = points.filter((one) => one !== null)
      const range = spread(given)
      return {
        item: id,
        name,
        max,
        cells: members.map(({ expert }, at): ScoreCell => {
          const own = points[at]
          const judgement = own ? scoring.judgements({ expert, packet })[id] : undefined
          return {
            points: own ? decimal(own) : null,
            reason: judgement?.reason ?? '',
            pages: judgement?.pins.length ?? 0,
            far: far[at] ?? false,
          }
        }),
        mean: given.length > 0 ? shown(mean(given), 2) : null,
        range: range && decimal(range.range),
      }
    })
}

/** Points that follow from facts are the same on every sheet: any submitted one shows them. */
function derivedRows(room: Room, scoring: Scoring, { members }: Matrix, packet: string): ScoresView['derived'] {
  const { rubric } = room
  const one = members.find(({ expert }) => scoring.state({ expert, packet }) === 'submitted')
  if (!rubric || !one) return []
  const judged = new Set(judgementItems(rubric, scoring.facts(packet)).map(({ id }) => id))
  const assessment = scoring.assessment({ expert: one.expert, packet })
  return itemsOf(rubric)
    .filter(({ id }) => !judged.has(id))
    .map(({ id, name, max }) => {
      const points = assessment?.items[id]
      return {
        item: id,
        name,
        max,
        points: points ? decimal(points) : null,
        derivation: assessment?.derivations[id] ?? null,
      }
    })
}

const spelled = (value: FactValue | null) =>
  value === null
    ? text('未填', 'not entered')
    : typeof value === 'boolean'
      ? value
        ? text('有', 'yes')
        : text('没有', 'no')
      : same(Array.isArray(value) ? value.join('、') : String(value))

/** What is in dispute, by application: doubts that experts raised, and facts seen otherwise on site. */
function disputesOf(room: Room): (packet: string) => Dispute[] {
  const names = new Map((room.rubric?.facts ?? []).map(({ key, name }) => [key, name]))
  const visits = allVisits(room.file)
  const doubts = doubtViews(room)
  return (packet) => [
    ...visits
      .filter((visit) => visit.packet === packet)
      .flatMap(({ findings }) => findings)
      .filter(({ claimed, seen }) => JSON.stringify(claimed) !== JSON.stringify(seen))
      .map(({ fact, claimed, seen, note }): Dispute => {
        const [before, after] = [spelled(claimed), spelled(seen)]
        const tail = note === '' ? '' : `（${note}）`
        return {
          name: names.get(fact) ?? same(fact),
          from: 'visit',
          by: '',
          text: text(
            `申报 ${before['zh-CN']}，现场所见 ${after['zh-CN']}${tail}`,
            `claimed ${before.en}, seen ${after.en}${tail}`,
          ),
          answer: '',
        }
      }),
    ...doubts
      .filter((doubt) => doubt.packet === packet)
      .map(
        ({ itemName, expertName, text: said, answer }): Dispute => ({
          name: itemName,
          from: 'doubt',
          by: expertName,
          text: same(said),
          answer: answer?.text ?? '',
        }),
      ),
  ]
}
