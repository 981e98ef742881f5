/** Whether an application may take part: the machine's word on every rule, and what named persons decided. */
import { askedFacts, levelKey, orderKey, recommenderKey, recommenderKindKey } from '#core/eligibility/application.ts'
import { eligibilityOf, type RuleResult } from '#core/eligibility/eligibility.ts'
import type { EligibilityFact } from '#core/eligibility/known-facts.ts'
import { countQuotas, type Recommended } from '#core/eligibility/quotas.ts'
import { type Eligibility, type EligibilityRule, everyPart } from '#core/eligibility/rule.ts'
import type { Double } from '#core/eligibility/uniqueness.ts'
import { type Text, text } from '#core/lang.ts'
import { refuse } from '#core/refusal.ts'
import { type EligibilityDecisionRecord, eligibilityDecisionsOf } from '#db/queries/eligibility.ts'
import { allPackets, fieldsOf } from '#db/queries/packets.ts'
import type {
  EligibilityFactView,
  EligibilityRuleView,
  EligibilityValue,
  EligibilityView,
  QuotaView,
} from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter, packetIn, type Room } from '../room.ts'
import {
  doublesOf,
  historyIn,
  type Known,
  knownOfBatch,
  levelOf,
  withHistory,
  withRegister,
} from './eligibility-facts.ts'
import { titleOf } from './titles.ts'

/** The eligibility rules of a round's scheme, as they were when it began. @throws Refused `no-eligibility`. */
export function eligibilityIn({ scheme }: Pick<Room, 'scheme'>): Eligibility {
  return scheme.eligibility ?? refuse('no-eligibility', { scheme: scheme.short })
}

/** `packets.eligibility`. @throws Refused `unknown-round`, `unknown-packet`, `no-eligibility`. */
export function showEligibility(ctx: Ctx, { round, packet }: { round: string; packet: string }): EligibilityView {
  const room = enter(ctx, round)
  const record = packetIn(room, packet)
  const scheme = eligibilityIn(room)
  const batch = knownOfBatch(room, scheme)
  const doubles = doublesOf(ctx, room, scheme, batch, packet)
  const said = batch.get(packet) ?? new Map()
  const history = historyIn(ctx, room, scheme, said, packet)
  const known = withHistory(ctx, withRegister(ctx, scheme, said, doubles), history)
  const level = levelOf(scheme, known)
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
    doubles: [
      ...doubles.map(({ key, where, text: words }) => ({ key, rule: ruleOf(scheme, key), where, text: words })),
      ...(history?.again ?? []).map((one) => ({
        key: 'leader' as const,
        rule: null,
        where: 'extract' as const,
        text: one.text,
      })),
    ],
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
  const applications = recommendedIn(room, scheme)
  const texts = new Map(scheme.quotas.map((quota) => [quota.id, quota.text]))
  return countQuotas(scheme.quotas, applications, entered).map((count) => ({
    ...count,
    text: texts.get(count.quota) ?? text(count.quota, count.quota),
    over: overText(count),
  }))
}

/** Every application of the round with its level, and who recommends it in which order. */
export function recommendedIn(room: Room, scheme: Eligibility): (Recommended & { readonly packet: string })[] {
  const batch = knownOfBatch(room, scheme)
  return allPackets(room.file).map(({ id, no }) => {
    const said = (key: string) => batch.get(id)?.get(key)?.value
    const order = said(orderKey)
    return {
      packet: id,
      no,
      level: levelOf(scheme, batch.get(id)),
      recommender: wordOf(said(recommenderKey)),
      recommenderKind: wordOf(said(recommenderKindKey)),
      order: typeof order === 'number' ? order : null,
    }
  })
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
  const suggestions = suggestionsOf(scheme)
  const isAsked = ({ key }: EligibilityFact) =>
    uses.has(key) ||
    (key === levelKey ? scheme.levels.length > 1 : key.startsWith('application.') && scheme.quotas.length > 0)
  return askedFacts(scheme)
    .filter(isAsked)
    .map(({ key, name, type, unit, words, always }) => {
      const found = known.get(key)
      const nothing = { value: null, from: null, proof: null, note: '', at: null, by: null }
      return {
        ...{ key, name, type, unit: unit ?? null, words: words ?? null, usedBy: uses.get(key) ?? [] },
        suggested: suggestions.get(key) ?? [],
        canBeNone: type !== 'yes-no' && !always && !key.startsWith('application.'),
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

/** The words that rules look for in a fact that may be any words. */
function suggestionsOf({ rules }: Eligibility): Map<string, string[]> {
  const words = new Map<string, string[]>()
  for (const part of rules.flatMap(({ condition }) => everyPart(condition))) {
    if (part.kind !== 'among') continue
    words.set(part.fact, [...new Set([...(words.get(part.fact) ?? []), ...part.values])])
  }
  return words
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

function wordOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
