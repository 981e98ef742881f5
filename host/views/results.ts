/** The result: every score, the ranking, the grades, the votes and what they decide, computed from closed sheets. */
import { type Exact, ratio, shown, spelled, sum } from '#core/exact/exact.ts'
import { type Text, text } from '#core/lang.ts'
import { countedPoints, countingOf } from '#core/ranking/counting.ts'
import { kendallW } from '#core/ranking/kendall.ts'
import { spread } from '#core/ranking/statistics.ts'
import { type SettledPlace, settleTies } from '#core/ranking/ties.ts'
import { aggregate, aggregateByItem } from '#core/ranking/values.ts'
import { isRefusal, refuse, sentenceOf } from '#core/refusal.ts'
import type { MissingPoint } from '#core/round/gates.ts'
import { missingFor } from '#core/round/gates.ts'
import { gradeOf } from '#core/rubric/assess.ts'
import { allFields, allPackets, type PacketRecord } from '#db/queries/packets.ts'
import { finalListRows } from '#db/queries/room.ts'
import { frozenResult } from '#db/queries/rounds.ts'
import type { RankingView, ResultRow, ResultView, VoteView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter, type Member, type Room } from '../room.ts'
import { countingInWords } from './choices.ts'
import { consensusOf } from './consensus.ts'
import { lineOf } from './line.ts'
import { type Matrix, matrixOf, rankingOf } from './matrix.ts'
import { readScoring, type Scoring } from './scoring.ts'
import { situationOf } from './situation.ts'
import { tieSteps } from './ties.ts'
import { type Titles, titleOf } from './titles.ts'
import { votesOf } from './votes.ts'
import { withdrawalsIn } from './withdrawals.ts'

/**
 * Ranking and agreement with all its figures.
 * @throws Refused `blind` while scoring is open: nobody sees anybody's marks before.
 */
export function computeResult(ctx: Ctx, { round }: { round: string }): ResultView {
  return resultOf(enter(ctx, round))
}

/** The ranking with W alone, at once: what a changed mark does. The draws of the panel are asked for apart. @throws as above. */
export function computeRanking(ctx: Ctx, { round }: { round: string }): RankingView {
  return rankingOfRound(enter(ctx, round))
}

/** How far the experts agree and what the order hangs on. @throws as above. */
export function computeConsensus(ctx: Ctx, { round }: { round: string }): ResultView['consensus'] {
  const room = enter(ctx, round)
  if (!room.closed.has('reading')) refuse('blind')
  const scoring = readScoring(room)
  return agreementOf(room, scoring, matrixOf(room, scoring))
}

/** Everything, for a round already entered. */
export function resultOf(room: Room, scoring: Scoring = readScoring(room)): ResultView {
  if (!room.closed.has('reading')) refuse('blind')
  const matrix = matrixOf(room, scoring)
  return { ...rankingOfRound(room, scoring, matrix), consensus: agreementOf(room, scoring, matrix) }
}

function agreementOf(room: Room, scoring: Scoring, matrix: Matrix): ResultView['consensus'] {
  if (!room.rubric || matrix.packets.length === 0) return null
  return consensusOf(room, scoring, matrix, countingOf(room.choices.aggregation).method)
}

/** The ranking with W, for a round already entered. */
export function rankingOfRound(
  room: Room,
  scoring: Scoring = readScoring(room),
  matrix: Matrix = matrixOf(room, scoring),
): RankingView {
  if (!room.closed.has('reading')) refuse('blind')
  const { members, packets, scores } = matrix
  const counting = countingOf(room.choices.aggregation)
  const ranking = room.rubric ? rankingOf(matrix, counting.method) : null
  const refused = ranking && isRefusal(ranking) ? ranking : null
  const votes = new Map(votesOf(room).votes.map((vote) => [vote.packet, vote]))
  const settled = ranking && !isRefusal(ranking) ? settleTies(ranking, tieSteps(room, scoring, matrix, votes)) : []
  const places = new Map(settled.map((place) => [place.applicant, place]))
  const listed = new Map(finalListRows(room.file).map(({ packet, ...row }) => [packet, row]))
  const titles = titleOf(room, allFields(room.file))
  const rows = packets.map((packet, column) =>
    rowOf(room, {
      packet,
      title: titles(packet.id),
      members,
      scoring,
      scores: scores.map((row) => row[column] ?? null),
      onBase: baseValue(room, scoring, members, packet.id),
      place: places.get(packet.id),
      vote: votes.get(packet.id) ?? null,
      listed: listed.get(packet.id) ?? null,
    }),
  )
  const frozen = frozenResult(room.file)
  const missing = missingForResult(room, scoring)
  if (refused) {
    const said = (lang: 'zh-CN' | 'en') => sentenceOf(refused, lang).replace(/[。.]$/, '')
    const words = text(said('zh-CN'), said('en'))
    missing.push({ gate: 'every-sheet-submitted', text: words, where: null })
  }
  return {
    round: room.id,
    ready: missing.length === 0,
    frozen: frozen !== null,
    frozenAt: frozen?.at ?? null,
    missing,
    aggregation: room.rubric ? countingInWords(counting) : null,
    weighed: room.rubric !== null && counting.weights !== null,
    withRubric: room.rubric !== null,
    withVote: room.withVote,
    seats: members.map(({ expert, seat, person }) => ({ expert, seat, name: person.name })),
    rows: inOrder(rows),
    outside: outsideOf(room, titles),
    line: lineOf(room, inOrder(rows)),
    kendallW: room.rubric ? kendallW(scores) : null,
  }
}

/** Nobody disappears: who competes no longer is named with the reason. */
function outsideOf(room: Room, titles: (packet: string) => Titles): ResultView['outside'] {
  const packets = allPackets(room.file)
  const withdrawn = withdrawalsIn(room)
  return packets
    .filter(({ state }) => state === 'returned')
    .map(({ id, no, note }) => {
      const { workshop, unit } = titles(id)
      const [zh, en] = withdrawn.has(id)
        ? ['申报人退出', 'withdrawn']
        : ['材料审查未通过', 'not passed by the material check']
      return {
        packet: id,
        no,
        workshop,
        unit,
        reason: text(note ? `${zh}：${note}` : zh, note ? `${en}: ${note}` : en),
      }
    })
}

/** By rank, then by number; the unranked last. Order within a rank says nothing: the rank does. */
function inOrder(rows: ResultRow[]): ResultRow[] {
  const last = rows.length + 1
  return rows.toSorted((a, b) => (a.rank ?? last) - (b.rank ?? last) || a.no - b.no)
}

/** The aggregate without bonus, for the grade that goes by it; null when there is nothing to aggregate. */
function baseValue(room: Room, scoring: Scoring, members: readonly Member[], packet: string): Exact | null {
  const { rubric } = room
  if (!rubric) return null
  const counting = countingOf(room.choices.aggregation)
  const sheets = members.flatMap(({ expert }) => {
    const pair = { expert, packet }
    const items = scoring.state(pair) === 'submitted' ? scoring.assessment(pair)?.items : null
    const points = items && countedPoints(rubric, counting, items, true)
    return points ? [points] : []
  })
  return counting.over === 'item'
    ? aggregateByItem(counting.method, sheets)
    : aggregate(counting.method, sheets.map(sum))
}

type RowParts = {
  packet: PacketRecord
  title: Titles
  members: readonly Member[]
  scoring: Scoring
  /** In seat order; null where recused or not handed in. */
  scores: readonly (Exact | null)[]
  onBase: Exact | null
  place: SettledPlace | undefined
  vote: VoteView | null
  listed: ResultRow['listed']
}

function rowOf(room: Room, parts: RowParts): ResultRow {
  const { packet, title, members, scoring, place, vote, listed } = parts
  const value = place?.value ?? null
  const grades = gradesOf(room, value, parts.onBase)
  const scores = parts.scores.filter((score) => score !== null)
  const places = (one: Exact | null) => one && shown(one, 2)
  const range = spread(scores)
  return {
    packet: packet.id,
    no: packet.no,
    ...title,
    scores: members.map(({ expert }, seat) => {
      const pair = { expert, packet: packet.id }
      const [state, total] = [scoring.state(pair), parts.scores[seat]]
      return { expert, state, total: total ? spelled(total) : null, enteredBy: scoring.record(pair)?.door ?? null }
    }),
    counted: scores.length,
    exact: value && ratio(value),
    shown: places(value),
    mean: places(aggregate('mean', scores)),
    trimmed: places(aggregate('trimmed-mean', scores)),
    median: places(aggregate('median', scores)),
    spread: range && {
      min: spelled(range.min),
      max: spelled(range.max),
      range: spelled(range.range),
      deviation: range.deviation,
    },
    rank: place?.rank ?? null,
    tied: place?.tied ?? false,
    tieBrokenBy: place?.decidedBy ?? null,
    ...grades,
    vote: vote?.tally ? { ...vote.tally, needed: vote.needed } : null,
    listed,
    ...decisionOf(room, grades.grade, { vote, listed }),
  }
}

function gradesOf(room: Room, value: Exact | null, onBase: Exact | null) {
  const { rubric } = room
  // A selection is decided by vote: the rubric there only orders, it grades nobody.
  if (!rubric || room.decision !== 'grade' || !value || !onBase) {
    return { grade: null, gradeOnBase: null, gradeConflict: false }
  }
  const named = (id: string) => rubric.grades.find((grade) => grade.id === id)?.name ?? text(id, id)
  const [byTotal, byBase] = [gradeOf(rubric, value), gradeOf(rubric, onBase)]
  const adopted = room.choices['bonus-in-grade'] === false ? byBase : byTotal
  return { grade: named(adopted), gradeOnBase: named(byBase), gradeConflict: byTotal !== byBase }
}

const pending: Text = text('待定', 'pending')

const usualVerdicts = { passed: text('入选', 'selected'), failed: text('未入选', 'not selected') }

function decisionOf(
  room: Room,
  grade: Text | null,
  { vote, listed }: Pick<RowParts, 'vote' | 'listed'>,
): Pick<ResultRow, 'decision' | 'decisionCode'> {
  const passed = vote?.tally?.passed
  if (room.decision !== 'grade') {
    const yes = room.decision === 'order' ? listed && listed.place !== null : passed
    if (yes === undefined || yes === null) return { decision: pending, decisionCode: 'pending' }
    const verdicts = room.activity.decision.verdicts ?? usualVerdicts
    return yes
      ? { decision: verdicts.passed, decisionCode: 'selected' }
      : { decision: verdicts.failed, decisionCode: 'not-selected' }
  }
  if (!grade || (room.withVote && passed === undefined)) return { decision: pending, decisionCode: 'pending' }
  if (room.withVote && !passed) {
    return {
      decision: text(`${grade['zh-CN']}（表决未通过，待复议）`, `${grade.en} (not confirmed by vote)`),
      decisionCode: 'not-confirmed',
    }
  }
  return { decision: grade, decisionCode: 'graded' }
}

/** What keeps the result from being frozen. */
export function missingForResult(room: Room, scoring: Scoring = readScoring(room)): MissingPoint[] {
  const now = situationOf(room, scoring)
  return [
    ...missingFor('every-sheet-submitted', now),
    ...missingFor('final-list-settled', now),
    ...(room.withVote ? missingFor('every-vote-closed', now) : []),
  ]
}
