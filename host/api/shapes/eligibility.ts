/** Eligibility of applications: facts, rules, what people decided, doubles and quotas. Types only: nothing here runs. */
import type { Outcome, Overall, Verdict } from '#core/eligibility/eligibility.ts'
import type { EligibilityFact } from '#core/eligibility/known-facts.ts'
import type { QuotaCount } from '#core/eligibility/quotas.ts'
import type { UniquenessKey } from '#core/eligibility/rule.ts'
import type { EarlierWorkshop } from '#core/eligibility/uniqueness.ts'
import type { Text } from '#core/lang.ts'
import type { Payload, Proof } from '#core/ledger/kinds.ts'

/** As it travels: true, "49.9", 3, "高级技师", ["全国技术能手"], ["省级", 2]; null is "known to be none". */
export type EligibilityValue = Payload<'eligibility.recorded'>['value']

export type EligibilityFactView = Pick<EligibilityFact, 'key' | 'type'> & {
  name: Text
  unit: Text | null
  /** The words to choose from, lowest first. */
  words: string[] | null
  /** Words the rules know, for a fact that may be any words. */
  suggested: string[]
  /** "There is none" can be said of it. */
  canBeNone: boolean
  /** False while nobody knows; then `value` is null. */
  known: boolean
  value: EligibilityValue
  from: 'keyed-in' | 'form' | 'register' | 'extract' | null
  proof: Proof | null
  note: string
  at: string | null
  by: string | null
  /** Ids of the rules that look at it. */
  usedBy: string[]
}

export type EligibilityRuleView = {
  id: string
  clause: string
  binds: Text
  /** What the document demands. */
  text: Text
  force: 'hard' | 'soft' | 'head'
  /** What the machine makes of it, and why. */
  outcome: Outcome
  because: Text
  /** `stale`: the facts have changed since, and the machine now says something else. */
  decision: { verdict: Verdict; machine: Outcome; person: string; reason: string; at: string; stale: boolean } | null
  /** A pass and a rule that does not apply need nobody; everything else stays open until a person decides. */
  stands: 'met' | 'not-met' | 'open' | 'na'
}

export type EligibilityView = {
  packet: string
  no: number
  workshop: string
  scheme: string
  levels: string[]
  level: string | null
  overall: Overall
  facts: EligibilityFactView[]
  rules: EligibilityRuleView[]
  doubles: { key: UniquenessKey; rule: string | null; where: 'batch' | 'register' | 'extract'; text: Text }[]
  /** How many rules still wait for a person, and how many stand as not met. */
  open: number
  notMet: number
}

export type QuotaView = QuotaCount & { text: Text; over: Text | null }
export type RegisterView = {
  workshops: EarlierWorkshop[]
  importedAt: string | null
  source: string | null
  /** The signed extract of the bureau's collection that is in use; null without one. */
  extract: { signer: string; at: string; bans: number; applications: number } | null
}
