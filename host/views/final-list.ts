/** The final list of a round that the score order decides, beside that order. */
import { fromRatio, ratio, shown } from '#core/exact/exact.ts'
import { countingOf } from '#core/ranking/counting.ts'
import { settleTies } from '#core/ranking/ties.ts'
import { isRefusal, refuse } from '#core/refusal.ts'
import { type Departure, departures, type ListEntry, type Preliminary, preliminaryIn } from '#core/round/final-list.ts'
import { entriesOf } from '#db/queries/ledger.ts'
import { allFields } from '#db/queries/packets.ts'
import { finalListRows } from '#db/queries/room.ts'
import type { FinalListView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, type Room } from '../room.ts'
import { matrixOf, rankingOf } from './matrix.ts'
import { readScoring, type Scoring } from './scoring.ts'
import { tieSteps } from './ties.ts'
import { titleOf } from './titles.ts'
import { votesOf } from './votes.ts'

/** @throws Refused `unknown-round`, `no-final-list`, and `blind` while scoring is open. */
export function showFinalList(ctx: Ctx, { round }: { round: string }): FinalListView {
  const room = enter(ctx, round)
  if (room.decision !== 'order') refuse('no-final-list')
  if (!room.closed.has('reading')) refuse('blind')
  const settled = new Map(finalListRows(room.file).map((row) => [row.packet, row]))
  const order = scoreOrder(room)
  const places = new Map([...settled].map(([packet, { place }]) => [packet, place]))
  const departing = new Map(departuresIn(order, places).map(({ packet, because }) => [packet, because]))
  const titles = titleOf(room, allFields(room.file))
  const numbers = new Map(acceptedPackets(room).map(({ id, no }) => [id, no]))
  const before = new Map(preliminaryIn(entriesOf(room.file, ['stage.closed'])).map((row) => [row.packet, row]))
  return {
    round,
    settled: settled.size > 0,
    rows: order.map(({ packet, value, rank, tied }) => ({
      packet,
      no: numbers.get(packet) ?? 0,
      workshop: titles(packet).workshop,
      unit: titles(packet).unit,
      exact: value && ratio(value),
      score: value && shown(value, 2),
      rank,
      tied,
      before: beforeVisit(before.get(packet)),
      place: settled.get(packet)?.place ?? null,
      reason: settled.get(packet)?.reason ?? '',
      departure: departing.get(packet) ?? null,
    })),
  }
}

function beforeVisit(row: Preliminary | undefined) {
  return row ? { rank: row.rank, score: row.exact === null ? null : shown(fromRatio(row.exact), 2) } : null
}

type Ordered = Omit<ListEntry, 'place'> & { readonly rank: number | null; readonly tied: boolean }

/** The applications in score order, equals by the adopted steps, then by number, the unscored last. */
export function scoreOrder(room: Room, scoring: Scoring = readScoring(room)): Ordered[] {
  const titles = titleOf(room, allFields(room.file))
  const matrix = matrixOf(room, scoring)
  const places = rankingOf(matrix, countingOf(room.choices.aggregation).method)
  const named = (packet: string) => titles(packet).workshop
  if (isRefusal(places)) {
    return acceptedPackets(room).map(({ id }) => ({
      packet: id,
      name: named(id),
      value: null,
      rank: null,
      tied: false,
    }))
  }
  const votes = new Map(votesOf(room).votes.map((vote) => [vote.packet, vote]))
  const settled = settleTies(places, tieSteps(room, scoring, matrix, votes))
  return settled.map(({ applicant, decidedBy: _, ...place }) => ({
    packet: applicant,
    name: named(applicant),
    ...place,
  }))
}

/** What departs from the score order when the applications stand at these places. */
export function departuresIn(order: readonly Ordered[], places: ReadonlyMap<string, number | null>): Departure[] {
  return departures(order.map((entry) => ({ ...entry, place: places.get(entry.packet) ?? null })))
}

/** What the gate wants to know: whether a list is settled, and which of its departures lack a reason as scores stand now. */
export function finalListState(room: Room, scoring: Scoring) {
  if (room.decision !== 'order' || !room.closed.has('reading')) return null
  const rows = finalListRows(room.file)
  const reasons = new Map(rows.map(({ packet, reason }) => [packet, reason]))
  const places = new Map(rows.map(({ packet, place }) => [packet, place]))
  const open = rows.length === 0 ? [] : departuresIn(scoreOrder(room, scoring), places)
  return {
    settled: rows.length > 0,
    unexplained: open
      .filter(({ packet }) => !reasons.get(packet)?.trim())
      .map(({ packet, because }) => ({
        packet,
        text: { 'zh-CN': `${because['zh-CN']}，没有写理由`, en: `${because.en}: no reason given` },
      })),
  }
}
