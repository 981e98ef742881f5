/** Records a site visit: who was there, what was seen, and the facts that turned out otherwise than claimed. */
import type { FactValue } from '#core/ledger/kinds.ts'
import { factsOf } from '#db/queries/packets.ts'
import type { VisitView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, packetIn } from '../room.ts'
import { listVisits } from '../views/deliberation.ts'
import { returnsOfBrokenSheets } from './facts-changed.ts'
import { demandFact } from './record-facts.ts'

/** @throws Refused `unknown-fact`, `bad-fact`, `wrong-stage`, `unknown-packet`. */
export function recordVisit(
  ctx: Ctx,
  input: {
    round: string
    packet: string
    date: string
    place: string
    present: string[]
    opinion: string
    findings: { fact: string; seen: FactValue; note: string }[]
  },
): VisitView[] {
  const room = enter(ctx, input.round)
  demandStage(room, 'record-visit', ctx.caller.lang)
  packetIn(room, input.packet)
  for (const { fact, seen } of input.findings) demandFact(room.rubric, fact, seen)
  const known = new Map(factsOf(room.file, input.packet).map((row) => [row.key, row]))
  const findings = input.findings.map((one) => ({ ...one, claimed: known.get(one.fact)?.value ?? null }))
  const { packet, date, place, present, opinion } = input
  const by = actorOf(ctx)
  const changed = findings.filter(({ claimed, seen }) => JSON.stringify(claimed) !== JSON.stringify(seen))
  const facts = changed.map(({ fact, claimed, seen, note }) => ({
    kind: 'fact.recorded' as const,
    by,
    subject: packet,
    payload: { key: fact, from: claimed, value: seen, proof: known.get(fact)?.proof ?? null, note, visit: date },
  }))
  const seenNow = Object.fromEntries(changed.map(({ fact, seen }) => [fact, seen]))
  decide(
    ctx,
    room,
    [
      { kind: 'visit.recorded', by, subject: packet, payload: { packet, date, place, present, opinion, findings } },
      ...facts,
      ...returnsOfBrokenSheets(room, { packet, changed: seenNow, by }),
    ],
    ['visits', 'packets', 'sheets', 'round'],
  )
  return listVisits(ctx, input)
}
