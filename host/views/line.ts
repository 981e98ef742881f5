/** Who is above the line, and by which clause: the rules of the scheme and of the organiser, laid on the result. */
import { fromRatio } from '#core/exact/exact.ts'
import { type Candidate, type LineRules, solveLine } from '#core/ranking/line.ts'
import { sayVerdict } from '#core/ranking/line-words.ts'
import { allFields, allPackets } from '#db/queries/packets.ts'
import type { ResultRow, ResultView } from '../api/shapes.ts'
import type { Room } from '../room.ts'
import { titleOf } from './titles.ts'

/** Null where nothing is selected: an assessment gives grades. */
export function lineOf(room: Room, rows: readonly ResultRow[]): ResultView['line'] {
  if (room.decision === 'grade') return null
  const rules = rulesOf(room)
  const candidates = [...rows.map((row) => candidateOf(room, row)), ...sentBack(room)]
  const titles = namesOf(room)
  const nameOf = (packet: string) => {
    const { no, workshop } = titles.get(packet) ?? { no: 0, workshop: packet }
    return `${no}号 ${workshop}`
  }
  const line = solveLine(candidates, rules)
  return {
    places: rules.places?.most ?? null,
    rows: line.verdicts.map((verdict) => ({
      packet: verdict.id,
      ...(titles.get(verdict.id) ?? { no: 0, workshop: verdict.id, unit: '' }),
      state: verdict.state,
      rule: verdict.rule,
      ...sayVerdict(verdict, line, candidates, nameOf),
    })),
  }
}

function rulesOf(room: Room): LineRules {
  const { origin } = room.activity.vote
  const byText = origin.source === 'text'
  const vote = { clause: byText ? origin.clause : '实名表决', adopted: !byText }
  const { line } = room.choices
  const adopted = (clause: string) => ({ clause, adopted: true })
  return {
    ...(room.withVote && { vote }),
    ...(line?.places && { places: { most: line.places, ...adopted(`名额 ${line.places} 个`) } }),
    ...(line?.reserve && { reserve: { most: line.reserve, ...adopted(`备选 ${line.reserve} 个`) } }),
    ...(line?.wayOut && { wayOut: { way: line.wayOut, ...adopted('并列在入选线上的处理办法') } }),
  }
}

function candidateOf(room: Room, { packet, rank, exact, vote, unit, occupation }: ResultRow): Candidate {
  const value = exact === null ? null : fromRatio(exact)
  return {
    id: packet,
    standing: room.rubric && value === null ? 'too-few-scores' : 'competes',
    rank,
    value,
    unit,
    trade: occupation,
    ...(vote && { vote: { votes: vote.for, needed: vote.needed, passed: vote.passed } }),
  }
}

/** Applications that did not pass the material check stay listed, with what the check said. */
function sentBack(room: Room): Candidate[] {
  return allPackets(room.file)
    .filter(({ state }) => state === 'returned')
    .map(({ id, note }) => ({ id, standing: 'excluded', rank: null, value: null, ...(note && { note }) }))
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
