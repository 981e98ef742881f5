/** Every expert's sheet on every application, assessed from shared facts and own judgements. */

import type { Judgement } from '#core/ledger/kinds.ts'
import { type Assessment, assessor, type JudgementItem, judgementItems } from '#core/rubric/assess.ts'
import type { Facts } from '#core/rubric/facts.ts'
import { deductionsOf } from '#core/rubric/with-judgements.ts'
import type { Rubric } from '#core/scheme/scheme.ts'
import { allFacts, factsOf as factsOfPacket } from '#db/queries/packets.ts'
import { allRecusals } from '#db/queries/people.ts'
import {
  allJudgements,
  allSheets,
  oneSheet,
  judgementsOf as readJudgements,
  type SheetRecord,
} from '#db/queries/sheets.ts'
import type { SheetState } from '../api/shapes.ts'
import { type Room, recusedPairs } from '../room.ts'

type Pair = { expert: string; packet: string }
const keyOf = ({ expert, packet }: Pair) => `${expert}/${packet}`

/** The sheets of a round, read once and assessed on demand. */
export type Scoring = {
  facts(packet: string): Facts
  record(pair: Pair): SheetRecord | undefined
  judgements(pair: Pair): Record<string, Judgement>
  state(pair: Pair): SheetState
  /** The items that experts judge on this application; none where the round uses no rubric. */
  judged(packet: string): readonly JudgementItem[]
  /** Null where the round uses no rubric. */
  assessment(pair: Pair): Assessment | null
  /** Items that wait for this expert, in printed order. */
  waiting(pair: Pair): string[]
}

/** Reads the sheets of the round, or, given a pair, that one sheet alone: nothing else is then known of. */
export function readScoring(room: Room, only?: Pair): Scoring {
  const facts = new Map<string, Record<string, Facts[string]>>()
  // Facts that were recorded for another rubric, before the organiser adopted this one, are none of its.
  const asked = new Set(room.rubric?.facts.map(({ key }) => key))
  for (const { packet, key, value } of only ? factsOfPacket(room.file, only.packet) : allFacts(room.file)) {
    if (!asked.has(key)) continue
    const known = facts.get(packet) ?? {}
    known[key] = value
    facts.set(packet, known)
  }
  const records = new Map(
    (only ? sheetsOf(room.file, only) : allSheets(room.file)).map((sheet) => [keyOf(sheet), sheet]),
  )
  const judgements = new Map<string, Record<string, Judgement>>()
  if (only) judgements.set(keyOf(only), readJudgements(room.file, only))
  else {
    for (const { expert, packet, item, deduct, reason, pins } of allJudgements(room.file)) {
      const key = keyOf({ expert, packet })
      const given = judgements.get(key) ?? {}
      given[item] = { deduct, reason, pins }
      judgements.set(key, given)
    }
  }
  const recused = recusedPairs(allRecusals(room.file))
  const factsOf = (packet: string): Facts => facts.get(packet) ?? {}
  const judgementsOf = (pair: Pair) => judgements.get(keyOf(pair)) ?? {}
  const { rubric } = room
  // One view asks for the same sheet several times: its total, its base, its place.
  const assessed = new Map<string, Assessment>()
  const assessors = new Map<string, ReturnType<typeof assessorOf>>()
  const assessOnce = (pair: Pair) => {
    if (!rubric) return null
    const known = assessed.get(keyOf(pair))
    if (known) return known
    const { packet } = pair
    const assessWith = assessors.get(packet) ?? assessorOf(room, rubric, factsOf(packet))
    assessors.set(packet, assessWith)
    const assessment = assessWith(judgementsOf(pair))
    assessed.set(keyOf(pair), assessment)
    return assessment
  }
  const judged = new Map<string, readonly JudgementItem[]>()
  const judgedOnce = (packet: string) => {
    const known = judged.get(packet) ?? (rubric ? judgementItems(rubric, factsOf(packet)) : [])
    judged.set(packet, known)
    return known
  }
  return {
    facts: factsOf,
    record: (pair) => records.get(keyOf(pair)),
    judgements: judgementsOf,
    state: (pair) => (recused(pair.expert, pair.packet) ? 'recused' : (records.get(keyOf(pair))?.state ?? 'unseen')),
    judged: judgedOnce,
    assessment: assessOnce,
    waiting(pair) {
      const made = judgementsOf(pair)
      return judgedOnce(pair.packet)
        .map(({ id }) => id)
        .filter((id) => !made[id])
    },
  }
}

function sheetsOf(file: Room['file'], pair: Pair): SheetRecord[] {
  const sheet = oneSheet(file, pair)
  return sheet ? [sheet] : []
}

/** Assesses one sheet by the round's adopted readings. */
export function assessSheet(
  room: Room,
  rubric: Rubric,
  facts: Facts,
  judgements: Readonly<Record<string, Judgement>>,
): Assessment {
  return assessorOf(room, rubric, facts)(judgements)
}

/** The same for all sheets of one application. */
function assessorOf(
  room: Room,
  rubric: Rubric,
  facts: Facts,
): (judgements: Readonly<Record<string, Judgement>>) => Assessment {
  const { fraction, 'bonus-in-grade': bonusInGrade } = room.choices
  const adopted = { ...(fraction && { fraction }), ...(bonusInGrade !== undefined && { bonusInGrade }) }
  const assessWith = assessor({ rubric, facts, adopted })
  return (judgements) => assessWith(deductionsOf(rubric, judgements))
}
