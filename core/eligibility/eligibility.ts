/** Eligibility of one application under one scheme: every rule with its outcome, clause and reason. */
import { type Lang, type Text, text } from '../lang.ts'
import { type FactProblem, factDictionary, readFactSheet } from './read.ts'
import { type Eligibility, type EligibilityRule, everyPart } from './rule.ts'
import { aboutText } from './sentences.ts'
import { type Scales, spellingsOf, type Weight, weigh } from './weigh.ts'

/** `fail` says that the machine finds a demand not met; a named person confirms or overrides it. */
export const outcomes = ['pass', 'fail', 'fail_soft', 'judge', 'incomplete', 'conditional', 'na'] as const
export type Outcome = (typeof outcomes)[number]

/** What a named person says of a rule. */
export const verdicts = ['met', 'not-met'] as const
export type Verdict = (typeof verdicts)[number]

/** True when a person says what the machine had said: no reason is needed. Everything else is explained in writing. */
export function confirms(machine: Outcome, verdict: Verdict): boolean {
  return (machine === 'pass' && verdict === 'met') || (machine === 'fail' && verdict === 'not-met')
}

export type RuleResult = {
  readonly id: string
  readonly outcome: Outcome
  readonly clause: string
  readonly because: Text
}
export type Overall = 'not_eligible_by_machine' | 'needs_decision' | 'needs_judgement'
export type EligibilityResult = {
  readonly rules: readonly RuleResult[]
  readonly overall: Overall
  /** What is wrong with the facts given; no rule is weighed while there is something. */
  readonly problems: readonly FactProblem[]
}

/**
 * Weighs every rule. `level` is the level applied for; a scheme of one level needs none.
 * `on` is the day ages and months are told for; the sentences name it.
 * `facts` travel as `{group: {name: value}}`: null says that there is none, a key left out that nobody knows.
 */
export function eligibilityOf(
  scheme: Eligibility,
  question: { facts: unknown; level?: string | undefined; on?: string | undefined },
): EligibilityResult {
  const dictionary = factDictionary(scheme.facts)
  const { sheet, problems } = readFactSheet(dictionary, question.facts)
  if (problems.length > 0) return { rules: [], overall: 'needs_judgement', problems }
  const [only, ...others] = scheme.levels
  const scales: Scales = {
    facts: sheet,
    dictionary,
    levels: scheme.levels,
    level: question.level ?? (others.length === 0 ? only : undefined),
    knownTitles: titlesOf(scheme),
  }
  const rules = scheme.rules.map((rule) => resultOf(rule, scales, question.on))
  return { rules, overall: overallOf(rules), problems }
}

function titlesOf({ rules }: Eligibility): Set<string> {
  const parts = rules.flatMap(({ condition }) => everyPart(condition))
  return new Set(parts.flatMap((part) => (part.kind === 'title' ? spellingsOf(part.titles) : [])))
}

function resultOf(rule: EligibilityRule, scales: Scales, on: string | undefined): RuleResult {
  const { weight, because } = weigh(rule.condition, scales)
  const outcome = weight === 'fail' && rule.force === 'soft' ? 'fail_soft' : weight
  const about = aboutText(rule.about.map((key) => scales.facts.get(key)))
  const end = ending(outcome, rule.force)
  const day = rule.dated && on !== undefined ? text(`（以 ${on} 为准）`, ` (as of ${on})`) : text('', '')
  return {
    id: rule.id,
    outcome,
    clause: rule.clause,
    because: text(
      `${about['zh-CN']}${because['zh-CN']}${day['zh-CN']}${end['zh-CN']}。`,
      `${about.en}${capital(because.en)}${day.en}${end.en}.`,
    ),
  }
}

/** A miss of a hard rule outweighs a soft one; whatever is left is for people, for no document is mechanical throughout. */
function overallOf(rules: readonly RuleResult[]): Overall {
  if (rules.some(({ outcome }) => outcome === 'fail')) return 'not_eligible_by_machine'
  if (rules.some(({ outcome }) => outcome === 'fail_soft')) return 'needs_decision'
  return 'needs_judgement'
}

function ending(outcome: Weight | 'fail_soft', force: EligibilityRule['force']): Text {
  switch (outcome) {
    case 'pass':
      return text('，符合', ': met')
    case 'fail':
      return force === 'head'
        ? text(
            '，机器判断不符合（原文称“一般应具有”，放宽须书面决定）',
            ': not met; the organiser may override in writing',
          )
        : text('，机器判断不符合，由人核定', ': not met as far as the machine can tell; a person confirms')
    case 'fail_soft':
      return text('，不符合“一般”“原则上”的要求，须书面决定', ': a soft demand is not met; decide in writing')
    case 'judge':
      return text('，须由人判断', ': for a person to judge')
    case 'incomplete':
      return text('，暂不能判断', ': cannot be told yet')
    case 'conditional':
      return text('，暂列，待条件成就', ': depends on what is still to come')
    case 'na':
      return text('，此条不适用', ': this rule does not apply')
  }
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** An answer as headless.md `rules.eligibility` has it. */
export function toAnswer({ rules, overall }: EligibilityResult, lang: Lang) {
  return { rules: rules.map((rule) => ({ ...rule, because: rule.because[lang] })), overall }
}
