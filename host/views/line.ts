/** Who is above the line, and by which clause: the rules of the scheme and of the organiser, laid on the result. */
import type { Recommended } from '#core/eligibility/quotas.ts'
import { fromRatio } from '#core/exact/exact.ts'
import { text as words } from '#core/lang.ts'
import { type Candidate, type LineRules, type LineState, solveLine } from '#core/ranking/line.ts'
import { type LineSentences, sayVerdict } from '#core/ranking/line-words.ts'
import { allFields, allPackets } from '#db/queries/packets.ts'
import { lineDecision } from '#db/queries/publication.ts'
import type { ResultRow, ResultView } from '../api/shapes.ts'
import type { Room } from '../room.ts'
import { recommendedIn } from './eligibility.ts'
import { titleOf } from './titles.ts'
import { withdrawalsIn } from './withdrawals.ts'

/** Null where nothing is selected: an assessment gives grades. */
export function lineOf(room: Room, rows: readonly ResultRow[]): ResultView['line'] {
  if (room.decision === 'grade') return null
  const rules = rulesOf(room)
  const known = new Map(
    room.scheme.eligibility
      ? recommendedIn(room, room.scheme.eligibility).map((recommended) => [recommended.packet, recommended])
      : [],
  )
  const candidates = [...rows.map((row) => candidateOf(room, row, known.get(row.packet))), ...sentBack(room)]
  const titles = namesOf(room)
  const nameOf = (packet: string) => {
    const { no, workshop } = titles.get(packet) ?? { no: 0, workshop: packet }
    return `${no}号 ${workshop}`
  }
  const decided = lineDecision(room.file)
  const line = solveLine(candidates, rules, decided ?? {})
  const results = new Map(rows.map((row) => [row.packet, row]))
  return {
    places: rules.places?.most ?? null,
    beyond: line.verdicts.filter(({ id, state }) => isBeyond(state, results.get(id))).map(({ id }) => id),
    decided: { secondVote: decided?.secondVote ?? {}, exceptions: decided?.exceptions ?? {} },
    rows: line.verdicts.map((verdict) => ({
      packet: verdict.id,
      ...(titles.get(verdict.id) ?? { no: 0, workshop: verdict.id, unit: '' }),
      state: verdict.state,
      rule: verdict.rule,
      ...withPanel(verdict.state, results.get(verdict.id), sayVerdict(verdict, line, candidates, nameOf)),
    })),
  }
}

/** Once the panel has settled its list, or voted, the line alone is not the last word: where they differ, both are said. */
function withPanel(state: LineState, row: ResultRow | undefined, said: LineSentences) {
  const { because } = said
  const also = (zh: string, en: string) => words(`${because['zh-CN']}；${zh}`, `${because.en}; ${en}`)
  if (row?.listed) {
    if ((row.listed.place === null) !== (state === 'in')) return { listed: null, ...said }
    return row.listed.place === null
      ? {
          listed: 'left-out' as const,
          ...said,
          because: also('评议后未列入建议名单', 'the panel left it off its list'),
        }
      : { listed: 'taken-in' as const, ...said, because: also('评议后列入建议名单', 'the panel put it on its list') }
  }
  return { listed: null, ...said, ...(isBeyond(state, row) && { because: also('表决已通过', 'the vote passed it') }) }
}

function isBeyond(state: LineState, row: ResultRow | undefined): boolean {
  return row?.listed === null && row.decisionCode === 'selected' && state !== 'in'
}

/** What the document says of places, caps and doubles, and what the organiser adopted. */
function rulesOf(room: Room): LineRules {
  const { origin } = room.activity.vote
  const byText = origin.source === 'text'
  const vote = { clause: byText ? origin.clause : '实名表决', adopted: !byText }
  const { line } = room.choices
  const { quotas = [] } = room.scheme.eligibility ?? {}
  const ofRound = quotas.filter(({ per, most }) => per === 'round' && most !== undefined)
  return {
    ...(room.withVote && { vote }),
    levels: ofRound.flatMap(({ level, most, clause }) =>
      level && most !== undefined ? [{ level, most, ...text(clause) }] : [],
    ),
    caps: quotas.flatMap(({ per, most, level, recommenderKind, force, clause }) =>
      per === 'recommender' && most !== undefined
        ? [
            {
              most,
              hard: force === 'hard',
              ...(level && { level }),
              ...(recommenderKind && { kinds: recommenderKind }),
              ...text(clause),
            },
          ]
        : [],
    ),
    ...onePerUnit(room),
    ...(line?.places && { places: { most: line.places, ...adopted(`名额 ${line.places} 个`) } }),
    ...(line?.reserve && { reserve: { most: line.reserve, ...adopted(`备选 ${line.reserve} 个`) } }),
    ...(line?.wayOut && { wayOut: { way: line.wayOut, ...adopted('并列在入选线上的处理办法') } }),
  }
}

const text = (clause: string) => ({ clause, adopted: false })
const adopted = (clause: string) => ({ clause, adopted: true })

/** One workshop for each unit and trade, where the document has such a rule. */
function onePerUnit({ scheme }: Room): Pick<LineRules, 'onePerUnitAndTrade'> {
  const { uniqueness = [], rules = [] } = scheme.eligibility ?? {}
  const found = uniqueness.find(({ key, rule }) => key !== 'leader' && rule !== null)
  const rule = rules.find(({ id }) => id === found?.rule)
  if (!found || !rule) return {}
  const perLevel = found.key === 'unit-occupation-level'
  return { onePerUnitAndTrade: { hard: rule.force !== 'soft', perLevel, ...text(rule.clause) } }
}

function candidateOf(
  room: Room,
  { packet, rank, exact, vote, unit, occupation }: ResultRow,
  recommended: Recommended | undefined,
): Candidate {
  const { level, recommender, recommenderKind, order = null } = recommended ?? {}
  const value = exact === null ? null : fromRatio(exact)
  return {
    id: packet,
    standing: room.rubric && value === null ? 'too-few-scores' : 'competes',
    rank,
    value,
    unit,
    trade: occupation,
    ...(level && { level }),
    ...(recommender && { recommender: { id: recommender, order, ...(recommenderKind && { kind: recommenderKind }) } }),
    ...(vote && { vote: { votes: vote.for, needed: vote.needed, passed: vote.passed } }),
  }
}

/** Applications that were taken back or did not pass the material check stay listed, with the reason. */
function sentBack(room: Room): Candidate[] {
  const withdrawn = withdrawalsIn(room)
  return allPackets(room.file)
    .filter(({ state }) => state === 'returned')
    .map(({ id, note }) => ({
      id,
      standing: withdrawn.has(id) ? 'withdrawn' : 'excluded',
      rank: null,
      value: null,
      ...(note && { note }),
    }))
}

function namesOf(room: Room): Map<string, { no: number; workshop: string; unit: string }> {
  const titles = titleOf(room, allFields(room.file))
  return new Map(
    allPackets(room.file).map(({ id, no }) => {
      const { workshop, unit } = titles(id)
      return [id, { no, workshop, unit }]
    }),
  )
}
