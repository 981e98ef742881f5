/** Whether a plan of visits can be carried out: who may go where. */
import { type Refusal, refusal } from '../refusal.ts'
import type { VisitStop } from './record.ts'

/** What a plan is held against. */
export type PlanGround = {
  /** Applications that passed the check, by id, with the word for them. */
  readonly packets: ReadonlyMap<string, string>
  /** Members of the panel, by id, with their names. */
  readonly members: ReadonlyMap<string, string>
  isRecused(expert: string, packet: string): boolean
}

/**
 * What stands against a plan, stop by stop; empty when it can be carried out. Whoever is recused from an application
 * does not visit it either (回避).
 */
export function planProblems(stops: readonly VisitStop[], ground: PlanGround): Refusal[] {
  const seen = new Set<string>()
  return stops.flatMap((stop) => {
    const packet = ground.packets.get(stop.packet)
    if (packet === undefined) return [refusal('unknown-packet', { packet: stop.packet })]
    const isTwice = seen.has(stop.packet)
    seen.add(stop.packet)
    const nameOf = (expert: string) => ground.members.get(expert) ?? expert
    const strangers = stop.team.filter((expert) => !ground.members.has(expert))
    const recused = stop.team.filter((expert) => ground.isRecused(expert, stop.packet))
    const missing = [stop.lead, stop.recorder].filter((expert) => !stop.team.includes(expert))
    return [
      ...(isTwice ? [refusal('visit-planned-twice', { packet })] : []),
      ...(strangers.length > 0 ? [refusal('visit-stranger', { packet, people: strangers.map(nameOf) })] : []),
      ...(recused.length > 0 ? [refusal('visit-recused', { packet, people: recused.map(nameOf) })] : []),
      ...(missing.length > 0
        ? [refusal('visit-not-in-team', { packet, people: [...new Set(missing.map(nameOf))] })]
        : []),
    ]
  })
}
