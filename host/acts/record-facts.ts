/** Enters countable facts of an application, each with the page that proves it; the same for every expert. */
import { exact, isDecimal } from '#core/exact/exact.ts'
import { type Text, text } from '#core/lang.ts'
import type { FactValue, Proof } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import type { FactDefinition, Rubric } from '#core/scheme/scheme.ts'
import { factsOf, fileOf } from '#db/queries/packets.ts'
import type { FactView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn, type Room } from '../room.ts'
import { factViews } from '../views/packets.ts'
import { returnsOfBrokenSheets } from './facts-changed.ts'

type FactInput = { key: string; value: FactValue; proof: Proof | null; note: string }

const expected: Record<FactDefinition['type'], Text> = {
  'yes-no': text('“是”或“否”', 'yes or no'),
  decimal: text('不小于 0 的数，如 "9.5"', 'a number not below 0, such as "9.5"'),
  count: text('不小于 0 的整数', 'a whole number not below 0'),
  'counts-per-year': text('每年一个不小于 0 的整数', 'a whole number not below 0 for each year'),
}

const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0

function fits(type: FactDefinition['type'], value: FactValue): boolean {
  switch (type) {
    case 'yes-no':
      return typeof value === 'boolean'
    case 'decimal':
      return typeof value === 'string' && isDecimal(value) && exact(value).compare(0) >= 0
    case 'count':
      return isCount(value)
    case 'counts-per-year':
      return Array.isArray(value) && value.length > 0 && value.every(isCount)
  }
}

/**
 * The definition of a fact, its value checked.
 * @throws Refused `unknown-fact`, `bad-fact`.
 */
export function demandFact(rubric: Rubric | null, key: string, value: FactValue, lang: keyof Text): FactDefinition {
  const known = rubric?.facts ?? []
  const fact = known.find((one) => one.key === key)
  if (!fact) return refuse('unknown-fact', { fact: key, known: known.map((one) => one.key) })
  if (!fits(fact.type, value)) {
    refuse('bad-fact', { fact: `${key} ${fact.name[lang]}`, expected: expected[fact.type][lang] })
  }
  return fact
}

/** @throws Refused `unknown-fact`, `bad-fact`, `unknown-file`, `wrong-stage`. Nothing is kept when one of many is wrong. */
export function recordFacts(ctx: Ctx, input: { round: string; packet: string; facts: FactInput[] }): FactView[] {
  const room = enter(ctx, input.round)
  demandStage(room, 'record-facts', ctx.caller.lang)
  packetIn(room, input.packet)
  for (const { key, value, proof } of input.facts) {
    demandFact(room.rubric, key, value, ctx.caller.lang)
    if (proof) demandPage(room, input.packet, proof)
  }
  const before = new Map(factsOf(room.file, input.packet).map((row) => [row.key, row.value]))
  const by = actorOf(ctx)
  const decisions = input.facts.map(({ key, value, proof, note }) => ({
    kind: 'fact.recorded' as const,
    by,
    subject: input.packet,
    payload: { key, from: before.get(key) ?? null, value, proof, note, visit: null },
  }))
  const changed = Object.fromEntries(input.facts.map(({ key, value }) => [key, value]))
  const returns = returnsOfBrokenSheets(room, { packet: input.packet, changed, by })
  decide(ctx, room, [...decisions, ...returns], ['packets', 'sheets', 'round'])
  return factViews(room, input.packet)
}

function demandPage(room: Room, packet: string, proof: Proof): void {
  const file = fileOf(room.file, packet, proof.file)
  if (!file || (file.pages !== null && proof.page > file.pages))
    refuse('unknown-file', { file: `${proof.file}#${proof.page}` })
}
