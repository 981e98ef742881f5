/** Enters countable facts of an application, each with the page that proves it; the same for every expert. */
import type { FactValue, Proof } from '#core/ledger/kinds.ts'
import { Refused, refuse } from '#core/refusal.ts'
import { readFacts } from '#core/rubric/facts.ts'
import type { Rubric } from '#core/scheme/scheme.ts'
import { factsOf, fileOf } from '#db/queries/packets.ts'
import type { FactView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn, type Room } from '../room.ts'
import { factViews } from '../views/packets.ts'
import { returnsOfBrokenSheets } from './facts-changed.ts'

type FactInput = { key: string; value: FactValue; proof: Proof | null; note: string }

/** @throws Refused `unknown-fact`, `bad-fact`: what the rubric's own reading of facts finds wrong. */
export function demandFact(rubric: Rubric | null, key: string, value: FactValue): void {
  const known = (rubric?.facts ?? []).map((fact) => fact.key)
  // An expert's deduction reads like a fact there, and is none.
  if (!rubric || !known.includes(key)) refuse('unknown-fact', { fact: key, known })
  const [problem] = readFacts(rubric, { [key]: value }).problems
  if (problem) throw new Refused(problem)
}

/** @throws Refused `unknown-fact`, `bad-fact`, `unknown-file`, `wrong-stage`. Nothing is kept when one of many is wrong. */
export function recordFacts(ctx: Ctx, input: { round: string; packet: string; facts: FactInput[] }): FactView[] {
  const room = enter(ctx, input.round)
  demandStage(room, 'record-facts', ctx.caller.lang)
  packetIn(room, input.packet)
  for (const { key, value, proof } of input.facts) {
    demandFact(room.rubric, key, value)
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

/** @throws Refused `unknown-file` when the application has no such page. */
export function demandPage(room: Room, packet: string, proof: Proof): void {
  const file = fileOf(room.file, packet, proof.file)
  if (!file || (file.pages !== null && proof.page > file.pages))
    refuse('unknown-file', { file: `${proof.file}#${proof.page}` })
}
