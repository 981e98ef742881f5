/** Every expert's sheet on every application, assessed from shared facts and own judgements. */

import type { Judgement } from '#core/ledger/kinds.ts'
import { type Assessment, assess, judgementItems } from '#core/rubric/assess.ts'
import type { Facts } from '#core/rubric/facts.ts'
import { factsWith } from '#core/rubric/with-judgements.ts'
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
    facts.set(packet, { ...facts.get(packet), [key]: value })
  }
  const records = new Map(
    (only ? sheetsOf(room.file, only) : allSheets(room.file)).map((sheet) => [keyOf(sheet), sheet]),
  )
  const judgements = new Map<string, Record<string, Judgement>>()
  if (only) judgements.set(keyOf(only), readJudgements(room.file, only))
  else {
    for (const { expert, packet, item, deduct, reason, pins } of allJudgements(room.file)) {
      const key = keyOf({ expert, packet })
      judgements.set(key, { ...judgements.get(key), [item]: { deduct, reason, pins } })
    }
  }
  const recused = recusedPairs(allRecusals(room.file))
  const factsOf = (packet: string): Facts => facts.get(packet) ?? {}
  const judgementsOf = (pair: Pair) => judgements.get(keyOf(pair)) ?? {}
  const { rubric } = room
  // One view asks for the same sheet several times: its total, its base, its place.
  const assessed = new Map<string, Assessment>()
  const assessOnce = (pair: Pair) => {
    if (!rubric) return null
    const known = assessed.get(keyOf(pair)) ?? assessSheet(room, rubric, factsOf(pair.packet), judgementsOf(pair))
    assessed.set(keyOf(pair), known)
    return known
  }
  return {
    facts: factsOf,
    record: (pair) => records.get(keyOf(pair)),
    judgements: judgementsOf,
    state: (pair) => (recused(pair.expert, pair.packet) ? 'recused' : (records.get(keyOf(pair))?.state ?? 'unseen')),
    assessment: assessOnce,
    waiting(pair) {
      if (!rubric) return []
      const wanted = judgementItems(rubric, factsOf(pair.packet))
      const made = judgementsOf(pair)
      return wanted.map(({ id }) => id).filter((id) => !made[id])
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
  const { fraction, 'bonus-in-grade': bonusInGrade } = room.choices
  const adopted = { ...(fraction && { fraction }), ...(bonusInGrade !== undefined && { bonusInGrade }) }
  return assess({ rubric, facts: factsWith(rubric, facts, judgements), adopted })
}
