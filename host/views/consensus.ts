/** How far the experts agree, and whether the order hangs on any one of them or on how it was counted. */
import { decimal, type Exact, shown } from '#core/exact/exact.ts'
import { type Text, text } from '#core/lang.ts'
import { fingerprintOf } from '#core/ledger/entry.ts'
import { fullColumns, icc, itemAgreement, manners, outliers } from '#core/ranking/agreement.ts'
import { type Draw, rankIntervals } from '#core/ranking/bootstrap.ts'
import { kendallW } from '#core/ranking/kendall.ts'
import { type Aggregation, type LeftOut, leaveOneOut, type Place, rank } from '#core/ranking/rank.ts'
import { minutesSentence, trimmingChanges, trimmingSentence } from '#core/ranking/robustness.ts'
import { isRefusal } from '#core/refusal.ts'
import { itemsOf } from '#core/scheme/scheme.ts'
import type { ResultView } from '../api/shapes.ts'
import type { Room } from '../room.ts'
import type { Matrix } from './matrix.ts'
import type { Scoring } from './scoring.ts'

type Consensus = NonNullable<ResultView['consensus']>

/** Draws of the panel; fewer where each takes long. */
const draws = { usual: 1_000, many: 200, manyApplicants: 100 } as const

/** Everything the sheet 一致性与稳健性 and its screen show. */
export function consensusOf(room: Room, scoring: Scoring, matrix: Matrix, method: Aggregation): Consensus {
  const { members, packets, scores, items } = matrix
  const [experts, applicants] = [members.map(({ expert }) => expert), packets.map(({ id }) => id)]
  const question = { experts, applicants, scores, method, ...(items && { items }) }
  const names = new Map(members.map(({ expert, person }) => [expert, person.name]))
  const numbers = new Map(packets.map(({ id, no }) => [id, no]))
  const nameOf = (packet: string) => `${numbers.get(packet) ?? packet}号`
  const ranking = rank(question)
  const places = isRefusal(ranking) ? [] : ranking.places
  const left = leaveOneOut(question)
  const leftOut = isRefusal(left) ? [] : left
  const trimming = trimmingChanges(question)
  const draw = drawOf(room, packets.length)
  const intervals = rankIntervals(question, draw)
  const common = fullColumns(scores).length
  const agreement = { concordance: kendallW(scores), icc: icc(scores) }
  return {
    kendallW: agreement.concordance,
    icc: agreement.icc,
    applicants: common,
    experts: members.length,
    sentence: minutesSentence({
      ...agreement,
      experts: members.length,
      applicants: common,
      leftOut,
      trimming,
      intervals,
    }),
    severity: manners(experts, scores).map(({ expert, mean, offset, deviation }) => ({
      expert,
      name: names.get(expert) ?? expert,
      mean: shown(mean, 2),
      offset: shown(offset, 2),
      deviation,
    })),
    leaveOneOut: leftOut.flatMap((without) => withoutOne(without, places, { names, nameOf })),
    trimming: trimmingSentence(trimming, method, nameOf),
    outliers: outliers(question).map(({ expert, applicant, score, expected }) => ({
      expert,
      name: names.get(expert) ?? expert,
      packet: applicant,
      no: numbers.get(applicant) ?? 0,
      score: decimal(score),
      expected: shown(expected, 2),
    })),
    items: itemsAgreed(room, scoring, matrix),
    intervals: (intervals ?? []).map(({ applicant, low, high }) => ({
      packet: applicant,
      no: numbers.get(applicant) ?? 0,
      rank: places.find((place) => place.applicant === applicant)?.rank ?? null,
      low,
      high,
    })),
    draw,
  }
}

/** The seed follows from the round's id, so that everybody draws the same. */
function drawOf(room: Pick<Room, 'id'>, applicants: number): Draw {
  const times = applicants > draws.manyApplicants ? draws.many : draws.usual
  return { seed: Number.parseInt(fingerprintOf(room.id).slice(0, 8), 16), times }
}

const mostNamed = 4

function withoutOne(
  { without, places, ranksChange }: LeftOut,
  whole: readonly Place[],
  { names, nameOf }: { names: ReadonlyMap<string, string>; nameOf: (packet: string) => string },
): Consensus['leaveOneOut'] {
  if (ranksChange === null || places === null) return []
  const name = names.get(without) ?? without
  const then = new Map(places.map(({ applicant, rank }) => [applicant, rank]))
  const moved = whole.filter(({ applicant, rank }) => then.get(applicant) !== rank)
  const said = moved.slice(0, mostNamed).map(({ applicant, rank }): Text => {
    const [from, to] = [rank ?? '–', then.get(applicant) ?? '–']
    return text(`${nameOf(applicant)} ${from}→${to}`, `${nameOf(applicant)} ${from}→${to}`)
  })
  const more =
    moved.length > mostNamed ? text(`等 ${moved.length} 项`, ` and ${moved.length - mostNamed} more`) : text('', '')
  const changes = text(
    `去掉${name}的评分，名次变化：${said.map((part) => part['zh-CN']).join('，')}${more['zh-CN']}`,
    `Without ${name} ranks change: ${said.map((part) => part.en).join(', ')}${more.en}`,
  )
  const same = text(`去掉${name}的评分，名次不变`, `Without ${name} all ranks stay`)
  return [{ expert: without, name, changes: ranksChange, text: ranksChange ? changes : same }]
}

/** Agreement on each item that experts judge. */
function itemsAgreed(room: Room, scoring: Scoring, { members, packets }: Matrix): Consensus['items'] {
  const { rubric } = room
  if (!rubric) return []
  const points = new Map<string, Exact[][]>()
  for (const { id: packet } of packets) {
    for (const { id: item } of scoring.judged(packet)) {
      const given = members.flatMap(({ expert }) => {
        const pair = { expert, packet }
        const value = scoring.state(pair) === 'submitted' ? scoring.assessment(pair)?.items[item] : null
        return value ? [value] : []
      })
      const known = points.get(item) ?? []
      known.push(given)
      points.set(item, known)
    }
  }
  const judgedItems = itemsOf(rubric).filter(({ id }) => points.has(id))
  const agreed = itemAgreement(judgedItems.map(({ id }) => ({ item: id, points: points.get(id) ?? [] })))
  return judgedItems.map(({ id, name, max }, at) => ({
    item: id,
    name,
    max,
    same: percent(agreed[at]?.same ?? null),
    range: agreed[at]?.range ? shown(agreed[at].range, 2) : null,
  }))
}

function percent(share: Exact | null): string | null {
  return share && shown(share.mul(100), 0)
}
