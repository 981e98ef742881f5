/** Whether an application may take part: the machine's word on every rule, and what named persons decided. */
import {
  askedFacts,
  levelKey,
  orderKey,
  readFromForm,
  recommenderKey,
  recommenderKindKey,
} from '#core/eligibility/application.ts'
import { eligibilityOf, type RuleResult } from '#core/eligibility/eligibility.ts'
import type { EligibilityFact } from '#core/eligibility/known-facts.ts'
import { countQuotas } from '#core/eligibility/quotas.ts'
import { type Eligibility, type EligibilityRule, everyPart } from '#core/eligibility/rule.ts'
import { type Double, doublesInBatch, doublesInRegister } from '#core/eligibility/uniqueness.ts'
import { type Text, text } from '#core/lang.ts'
import { refuse } from '#core/refusal.ts'
import { listEarlierWorkshops } from '#db/queries/device.ts'
import {
  allEligibilityFacts,
  type EligibilityDecisionRecord,
  type EligibilityFactRecord,
  eligibilityDecisionsOf,
  eligibilityFactsOf,
} from '#db/queries/eligibility.ts'
import { allFields, allPackets, fieldsOf } from '#db/queries/packets.ts'
import type {
  EligibilityFactView,
  EligibilityRuleView,
  EligibilityValue,
  EligibilityView,
  QuotaView,
} from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter, packetIn, type Room } from '../room.ts'
import { titleOf } from './titles.ts'

type Known = Pick<EligibilityFactView, 'value' | 'from' | 'proof' | 'note' | 'at' | 'by'>

/** The eligibility rules of a round's scheme, as they were when it began. @throws Refused `no-eligibility`. */
export function eligibilityIn({ scheme }: Pick<Room, 'scheme'>): Eligibility {
  return scheme.eligibility ?? refuse('no-eligibility', { scheme: scheme.short })
}

/** `packets.eligibility`. @throws Refused `unknown-round`, `unknown-packet`, `no-eligibility`. */
export function showEligibility(ctx: Ctx, { round, packet }: { round: string; packet: string }): EligibilityView {
  const room = enter(ctx, round)
  const record = packetIn(room, packet)
  const scheme = eligibilityIn(room)
  const keyedIn = eligibilityFactsOf(room.file, packet)
  const doubles = doublesOf(ctx, room, scheme, packet)
  const known = knownFactsOf(ctx, room, scheme, packet, keyedIn, doubles)
  const level = wordOf(known.get(levelKey)?.value) ?? onlyLevel(scheme)
  const result = eligibilityOf(scheme, { facts: grouped(known), level: level ?? undefined })
  const decided = new Map(eligibilityDecisionsOf(room.file, packet).map((row) => [row.rule, row]))
  const rules = result.rules.map((rule, index) => ruleView(scheme.rules[index] as EligibilityRule, rule, decided))
  return {
    packet,
    no: record.no,
    workshop: titleOf(room, fieldsOf(room.file, packet))(packet).workshop,
    scheme: scheme.scheme,
    levels: scheme.levels,
    level,
    overall: result.overall,
    facts: factViews(scheme, known),
    rules,
    doubles: doubles.map(({ key, where, text: words }) => ({ key, rule: ruleOf(scheme, key), where, text: words })),
    open: rules.filter(({ stands }) => stands === 'open').length,
    notMet: rules.filter(({ stands }) => stands === 'not-met').length,
  }
}

/** `eligibility.quotas`. @throws Refused `unknown-round`, `no-eligibility`. */
export function showQuotas(
  ctx: Ctx,
  { round, entered }: { round: string; entered: Record<string, number> },
): QuotaView[] {
  const room = enter(ctx, round)
  const scheme = eligibilityIn(room)
  const facts = Map.groupBy(allEligibilityFacts(room.file), ({ packet }) => packet)
  const applications = allPackets(room.file).map(({ id, no }) => {
    const said = (key: string) => facts.get(id)?.find((fact) => fact.key === key)?.value
    const order = said(orderKey)
    return {
      no,
      level: wordOf(said(levelKey)) ?? onlyLevel(scheme),
      recommender: wordOf(said(recommenderKey)),
      recommenderKind: wordOf(said(recommenderKindKey)),
      order: typeof order === 'number' ? order : null,
    }
  })
  const texts = new Map(scheme.quotas.map((quota) => [quota.id, quota.text]))
  return countQuotas(scheme.quotas, applications, entered).map((count) => ({
    ...count,
    text: texts.get(count.quota) ?? text(count.quota, count.quota),
    over: overText(count),
  }))
}

function overText({ state, count, most }: Pick<QuotaView, 'state' | 'count' | 'most'>): Text | null {
  if (state === 'over')
    return text(
      `超出 ${count - (most ?? 0)} 个，名额不得调剂`,
      `${count - (most ?? 0)} too many; places are not transferable`,
    )
  if (state === 'over_soft')
    return text(
      `超出 ${count - (most ?? 0)} 个，须书面说明理由`,
      `${count - (most ?? 0)} above; a written reason is needed`,
    )
  return null
}

function doublesOf(ctx: Ctx, room: Room, scheme: Eligibility, packet: string): Double[] {
  const titles = titleOf(room, allFields(room.file))
  const levels = new Map(
    allEligibilityFacts(room.file)
      .filter(({ key }) => key === levelKey)
      .map((row) => [row.packet, wordOf(row.value)]),
  )
  const titled = (id: string) => ({ ...titles(id), level: levels.get(id) ?? onlyLevel(scheme) ?? '' })
  const others = allPackets(room.file)
    .filter(({ id }) => id !== packet)
    .map(({ id, no }) => ({ ...titled(id), no }))
  const earlier = listEarlierWorkshops(ctx.host.store.device)
  return scheme.uniqueness.flatMap(({ key }) => [
    ...doublesInRegister(key, titled(packet), earlier),
    ...doublesInBatch(key, titled(packet), others),
  ])
}

/** What is known, by key: what staff keyed in goes before the form, the form before the register. */
function knownFactsOf(
  ctx: Ctx,
  room: Room,
  scheme: Eligibility,
  packet: string,
  keyedIn: readonly EligibilityFactRecord[],
  doubles: readonly Double[],
): Map<string, Known> {
  const known = new Map<string, Known>()
  const unproven = { proof: null, note: '', at: null, by: null }
  // A register that was imported answers both ways; one that was not says nothing.
  if (listEarlierWorkshops(ctx.host.store.device).length > 0) {
    for (const { key, fact } of scheme.uniqueness) {
      const hit = doubles.some((double) => double.key === key && double.where === 'register')
      known.set(fact, { value: hit, from: 'register', ...unproven })
    }
  }
  const definitions = new Map(askedFacts(scheme).map((fact) => [fact.key, fact]))
  const fields = new Map(fieldsOf(room.file, packet).map(({ field, value }) => [field, value]))
  for (const source of scheme.fromForm) {
    const [fact, field] = [definitions.get(source.fact), fields.get(source.field)]
    const value = fact && field !== undefined ? readFromForm(source, fact, field) : null
    if (value !== null) known.set(source.fact, { value, from: 'form', ...unproven })
  }
  for (const { key, value, proof, note, at, by } of keyedIn) {
    known.set(key, { value, from: 'keyed-in', proof: proof ?? null, note, at, by })
  }
  return known
}

/** `{group: {name: value}}`, without what is no rule's matter. */
function grouped(known: ReadonlyMap<string, Known>): Record<string, Record<string, EligibilityValue>> {
  const groups: Record<string, Record<string, EligibilityValue>> = {}
  for (const [key, { value }] of known) {
    const [group = '', name = ''] = key.split('.')
    if (group === 'application') continue
    groups[group] = { ...groups[group], [name]: value }
  }
  return groups
}

function factViews(scheme: Eligibility, known: ReadonlyMap<string, Known>): EligibilityFactView[] {
  const uses = usesOf(scheme)
  const isAsked = ({ key }: EligibilityFact) =>
    uses.has(key) ||
    (key === levelKey ? scheme.levels.length > 1 : key.startsWith('application.') && scheme.quotas.length > 0)
  return askedFacts(scheme)
    .filter(isAsked)
    .map(({ key, name, type, unit, words }) => {
      const found = known.get(key)
      const nothing = { value: null, from: null, proof: null, note: '', at: null, by: null }
      return {
        ...{ key, name, type, unit: unit ?? null, words: words ?? null, usedBy: uses.get(key) ?? [] },
        ...{ known: found !== undefined, ...(found ?? nothing) },
      }
    })
}

/** The rules that look at each fact. */
function usesOf({ rules }: Eligibility): Map<string, string[]> {
  const uses = new Map<string, string[]>()
  for (const { id, condition, about } of rules) {
    const keys = everyPart(condition).flatMap((part) => ('fact' in part ? [part.fact] : []))
    for (const key of new Set([...about, ...keys])) uses.set(key, [...(uses.get(key) ?? []), id])
  }
  return uses
}

function ruleView(
  { binds, text: words, force }: EligibilityRule,
  { id, clause, outcome, because }: RuleResult,
  decided: ReadonlyMap<string, EligibilityDecisionRecord>,
): EligibilityRuleView {
  const row = decided.get(id)
  const decision = row
    ? {
        verdict: row.verdict,
        machine: row.machine,
        person: row.person,
        reason: row.reason,
        at: row.at,
        stale: row.machine !== outcome,
      }
    : null
  return {
    ...{ id, clause, binds, text: words, force, outcome, because, decision },
    stands: standing(outcome, decision),
  }
}

function standing(
  outcome: RuleResult['outcome'],
  decision: EligibilityRuleView['decision'],
): EligibilityRuleView['stands'] {
  if (decision && !decision.stale) return decision.verdict
  if (outcome === 'pass') return 'met'
  return outcome === 'na' ? 'na' : 'open'
}

function ruleOf({ uniqueness }: Eligibility, key: Double['key']): string | null {
  return uniqueness.find((entry) => entry.key === key)?.rule ?? null
}

function onlyLevel({ levels }: Eligibility): string | null {
  return levels.length === 1 ? (levels[0] ?? null) : null
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
