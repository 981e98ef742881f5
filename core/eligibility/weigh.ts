/** Weighs one condition against the facts: what came out, and the sentence for it. */
import { type Exact, exact } from '../exact/exact.ts'
import { type Text, text } from '../lang.ts'
import type { EligibilityFact } from './known-facts.ts'
import { readMoment } from './moment.ts'
import type { FactSheet, Value } from './read.ts'
import type { Condition, Title } from './rule.ts'
import { factSentence, joined, routes } from './sentences.ts'

/** What a condition can come to; the soft miss is a matter of the rule, not of its condition. */
export type Weight = 'pass' | 'fail' | 'judge' | 'incomplete' | 'conditional' | 'na'
export type Weighed = { readonly weight: Weight; readonly because: Text }

/** Everything a condition is weighed against. */
export type Scales = {
  readonly facts: FactSheet
  readonly dictionary: ReadonlyMap<string, EligibilityFact>
  /** The levels one can apply for, lowest first, and the one applied for. */
  readonly levels: readonly string[]
  readonly level: string | undefined
  /** Every title any list of the scheme names, in plain spelling. */
  readonly knownTitles: ReadonlySet<string>
}

const nothing = exact(0)

/** Weighs a condition. Never throws: what is not known is `incomplete`. */
export function weigh(condition: Condition, scales: Scales): Weighed {
  switch (condition.kind) {
    case 'judgement':
      return { weight: 'judge', because: condition.question }
    case 'holds':
      return { weight: 'pass', because: condition.why }
    case 'not': {
      const { weight, because } = weigh(condition.of, scales)
      return { weight: weight === 'pass' ? 'fail' : weight === 'fail' ? 'pass' : weight, because }
    }
    case 'all':
      return together(condition.of.map((part) => weigh(part, scales)))
    case 'any':
      return anyRoute(condition.of.map((part) => weigh(part, scales)))
    case 'when':
      return weighWhen(condition, scales)
    case 'by-level':
      return weighByLevel(condition, scales)
    case 'unless':
      return weighUnless(condition, scales)
    case 'above':
      return weighAbove(condition, scales)
    default:
      return weighFact(condition, scales)
  }
}

/** The spelling under which titles are compared: no spaces, quotes or "称号", "获得者" at the end. */
export function plainTitle(title: string): string {
  const bare = title.normalize('NFKC').replace(/[\s“”"'‘’「」《》·]/g, '')
  return bare.replace(/(荣誉称号|称号|获得者|人员)$/, '')
}

/** Every spelling of the titles, plain. */
export function spellingsOf(titles: readonly Title[]): string[] {
  return titles.flatMap(({ name, also }) => [name, ...also]).map(plainTitle)
}

/** All must hold: the first of fail, incomplete, judge, conditional decides; parts that do not apply say nothing. */
function together(parts: readonly Weighed[]): Weighed {
  for (const weight of ['fail', 'incomplete', 'judge', 'conditional'] as const) {
    const deciding = parts.filter((part) => part.weight === weight)
    if (deciding.length === 0) continue
    // What already holds is said before what a person still has to see.
    const said =
      weight === 'judge' ? parts.filter((part) => part.weight === 'pass' || part.weight === 'judge') : deciding
    return { weight, because: joined(said.map(({ because }) => because)) }
  }
  const holding = parts.filter(({ weight }) => weight === 'pass')
  if (holding.length === 0) return { weight: 'na', because: joined(parts.map(({ because }) => because)) }
  return { weight: 'pass', because: joined(holding.map(({ because }) => because)) }
}

/** One route is enough: the first that passes; else a person looks at the open ones; else what is missing; else none. */
function anyRoute(parts: readonly Weighed[]): Weighed {
  const passing = parts.find(({ weight }) => weight === 'pass')
  if (passing) return passing
  for (const weight of ['judge', 'conditional', 'incomplete'] as const) {
    const open = parts.filter((part) => part.weight === weight)
    if (open.length > 0) return { weight, because: routes(open.map(({ because }) => because)) }
  }
  return { weight: 'fail', because: joined(parts.map(({ because }) => because)) }
}

function weighWhen({ if: asked, demand, otherwise }: Extract<Condition, { kind: 'when' }>, scales: Scales): Weighed {
  const premise = weigh(asked, scales)
  if (premise.weight === 'fail' || premise.weight === 'na') {
    return otherwise ? weigh(otherwise, scales) : { weight: 'na', because: premise.because }
  }
  if (premise.weight !== 'pass') return premise
  const follows = weigh(demand, scales)
  return { ...follows, because: joined([premise.because, follows.because]) }
}

function weighByLevel({ levels }: Extract<Condition, { kind: 'by-level' }>, scales: Scales): Weighed {
  const { level } = scales
  if (level === undefined) {
    return { weight: 'incomplete', because: text('还没有选定申报层级', 'the level applied for is not known') }
  }
  const condition = levels[level]
  if (!condition)
    return { weight: 'na', because: text(`申报${level}不要求此条`, `not asked for at the level ${level}`) }
  const { weight, because } = weigh(condition, scales)
  return { weight, because: text(`申报${level}：${because['zh-CN']}`, `for ${level}: ${because.en}`) }
}

function weighUnless({ of, exception, why }: Extract<Condition, { kind: 'unless' }>, scales: Scales): Weighed {
  const plain = weigh(of, scales)
  if (plain.weight !== 'fail') return plain
  const excepted = weigh(exception, scales)
  if (excepted.weight === 'fail' || excepted.weight === 'na') return plain
  const weight = excepted.weight === 'pass' ? 'judge' : excepted.weight
  return { weight, because: joined([plain.because, excepted.because, ...(weight === 'judge' ? [why] : [])]) }
}

function weighAbove({ fact, steps }: Extract<Condition, { kind: 'above' }>, scales: Scales): Weighed {
  const built = scales.facts.get(fact)
  const name = nameOf(fact, scales)
  if (built === undefined) return missing(fact, scales)
  if (built.kind === 'none') return { weight: 'fail', because: text(`没有${name['zh-CN']}`, `no ${name.en}`) }
  if (scales.level === undefined) {
    return { weight: 'incomplete', because: text('还没有选定申报层级', 'the level applied for is not known') }
  }
  const word = built.kind === 'word' ? built.value : ''
  const up = scales.levels.indexOf(scales.level) - scales.levels.indexOf(word)
  const because = text(
    `${name['zh-CN']}为${word}，申报${scales.level}`,
    `${name.en}: ${word}; applies for ${scales.level}`,
  )
  return { weight: (steps === undefined ? up > 0 : up === steps) ? 'pass' : 'fail', because }
}

/** The conditions that look at one fact. */
export type OfFact = Exclude<
  Condition,
  { kind: 'judgement' | 'holds' | 'not' | 'all' | 'any' | 'when' | 'by-level' | 'unless' | 'above' }
>

function weighFact(condition: OfFact, scales: Scales): Weighed {
  const value = scales.facts.get(condition.fact)
  if (value === undefined) return missing(condition.fact, scales)
  const fact = scales.dictionary.get(condition.fact)
  if (fact === undefined) return missing(condition.fact, scales)
  const weight = weightOf(condition, value, fact, scales)
  return { weight, because: factSentence(condition, value, fact, weight) }
}

function weightOf(condition: OfFact, value: Value, fact: EligibilityFact, { knownTitles }: Scales): Weight {
  const holds = (right: boolean): Weight => (right ? 'pass' : 'fail')
  switch (condition.kind) {
    case 'is':
      return holds((value.kind === 'yes-no' && value.value) === condition.want)
    case 'exists':
      return holds(value.kind !== 'none' && !(value.kind === 'names' && value.value.length === 0))
    case 'equals':
      return holds(value.kind !== 'none' && compare(value, condition.value, fact) === 0)
    case 'at-least':
      return holds(compare(value, condition.bound, fact) >= 0)
    case 'at-most':
      return holds(compare(value, condition.bound, fact) <= 0)
    case 'none-since':
      return holds(value.kind === 'none' || compare(value, condition.bound, fact) >= 0)
    case 'between': {
      const isIn = (from: string, to: string) => compare(value, from, fact) >= 0 && compare(value, to, fact) <= 0
      if (isIn(condition.from, condition.to)) return 'pass'
      return condition.border && isIn(condition.border.from, condition.border.to) ? 'judge' : 'fail'
    }
    case 'among':
      return holds(value.kind === 'name' && condition.values.includes(value.value))
    case 'title': {
      const held = value.kind === 'names' ? value.value.map(plainTitle) : []
      const wanted = new Set(spellingsOf(condition.titles))
      if (held.some((title) => wanted.has(title))) return 'pass'
      return condition.open && held.some((title) => !knownTitles.has(title)) ? 'judge' : 'fail'
    }
    case 'contest': {
      const least = (fact.words ?? []).indexOf(condition.level)
      const isPlaced = value.kind === 'contest' && (condition.place === undefined || value.place <= condition.place)
      return holds(isPlaced && value.rank >= least)
    }
    case 'by':
      return deadline(value, condition.until)
    case 'awaited':
      if (value.kind === 'none') return 'conditional'
      return holds(compare(value, condition.bound, fact) >= 0)
  }
}

/** A day that could be before or after the hour is not known well enough. */
function deadline(value: Value, until: string): Weight {
  const limit = readMoment(until)
  if (value.kind !== 'moment' || limit === null) return 'fail'
  if (value.value.last <= limit.last) return 'pass'
  return value.value.first > limit.last ? 'fail' : 'incomplete'
}

/** Where a value stands against a bound: below 0, 0, above 0. Nothing counts as zero, and as less than any word. */
function compare(value: Value, bound: string, { words = [] }: EligibilityFact): number {
  if (words.length > 0) return (value.kind === 'word' ? value.rank : -1) - words.indexOf(bound)
  return numberOf(value).compare(exact(bound))
}

function numberOf(value: Value): Exact {
  return value.kind === 'number' ? value.value : nothing
}

function nameOf(fact: string, { dictionary }: Scales): Text {
  return dictionary.get(fact)?.name ?? text(fact, fact)
}

function missing(fact: string, scales: Scales): Weighed {
  const name = nameOf(fact, scales)
  return { weight: 'incomplete', because: text(`还缺“${name['zh-CN']}”`, `still missing: ${name.en}`) }
}
