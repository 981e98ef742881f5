/** Finds what cannot be right in an eligibility file before anybody is judged by it; each finding says where and why. */
import { exact, isDecimal } from '../exact/exact.ts'
import { type Text, text } from '../lang.ts'
import { askedFacts } from './application.ts'
import type { EligibilityFact } from './known-facts.ts'
import { readMoment } from './moment.ts'
import { type Condition, type Eligibility, type EligibilityRule, everyPart } from './rule.ts'

export type EligibilityFinding = { readonly where: string; readonly why: Text }

/** Which kinds of value each condition can look at. */
const fits: Readonly<Record<string, readonly EligibilityFact['type'][]>> = {
  is: ['yes-no'],
  exists: ['yes-no', 'decimal', 'count', 'word', 'name', 'names', 'contest', 'moment'],
  equals: ['decimal', 'count', 'word'],
  'at-least': ['decimal', 'count', 'word'],
  'at-most': ['decimal', 'count', 'word'],
  between: ['decimal', 'count'],
  'none-since': ['decimal', 'count'],
  among: ['name'],
  title: ['names'],
  contest: ['contest'],
  by: ['moment'],
  above: ['word'],
  awaited: ['word'],
}

/** Everything that is wrong with a file that parses; none for a clean one. */
export function lintEligibility(file: Eligibility): EligibilityFinding[] {
  const facts = new Map(askedFacts(file).map((fact) => [fact.key, fact]))
  const ids = file.rules.map(({ id }) => id)
  return [
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => finding(id, '编号重复', 'the id is used twice')),
    ...file.rules.flatMap((rule) =>
      everyPart(rule.condition).flatMap((part) =>
        partProblems(part, facts, file).map((why) => ({ where: rule.id, why })),
      ),
    ),
    ...file.rules.flatMap((rule) =>
      rule.about.filter((key) => !facts.has(key)).map((key) => unknownFact(rule.id, key)),
    ),
    ...contradictions(file.rules),
    ...unusedFacts(file),
    ...file.fromForm.filter(({ fact }) => !facts.has(fact)).map(({ fact }) => unknownFact('fromForm', fact)),
    ...file.uniqueness.flatMap(({ rule, fact }) => [
      ...(facts.has(fact) ? [] : [unknownFact('uniqueness', fact)]),
      ...(rule === null || ids.includes(rule)
        ? []
        : [finding('uniqueness', `没有条款 ${rule}`, `there is no rule ${rule}`)]),
    ]),
    ...file.quotas
      .filter(({ level }) => level !== undefined && !file.levels.includes(level))
      .map(({ id, level }) => finding(id, `没有层级“${level}”`, `there is no level "${level}"`)),
  ]
}

function partProblems(part: Condition, facts: ReadonlyMap<string, EligibilityFact>, { levels }: Eligibility): Text[] {
  if (part.kind === 'by-level') {
    return Object.keys(part.levels)
      .filter((level) => !levels.includes(level))
      .map((level) => text(`没有层级“${level}”`, `there is no level "${level}"`))
  }
  if (!('fact' in part)) return []
  const fact = facts.get(part.fact)
  if (!fact) return [unknownFact('', part.fact).why]
  if (!fits[part.kind]?.includes(fact.type)) {
    return [
      text(`“${part.fact}”的类型不能用于 ${part.kind}`, `"${part.fact}" is of a type that ${part.kind} cannot look at`),
    ]
  }
  return boundProblems(part, fact)
}

function boundProblems(part: Extract<Condition, { fact: string }>, fact: EligibilityFact): Text[] {
  const badBound = (bound: string) => text(`“${bound}”不是“${fact.key}”的值`, `"${bound}" is no value of "${fact.key}"`)
  const isBound = (bound: string) => (fact.words ? fact.words.includes(bound) : isDecimal(bound))
  switch (part.kind) {
    case 'at-least':
    case 'at-most':
    case 'none-since':
    case 'awaited':
      return isBound(part.bound) ? [] : [badBound(part.bound)]
    case 'equals':
      return isBound(part.value) ? [] : [badBound(part.value)]
    case 'contest':
      return isBound(part.level) ? [] : [badBound(part.level)]
    case 'by':
      return readMoment(part.until) ? [] : [badBound(part.until)]
    case 'between': {
      const wide = part.border ? [part.border.from, part.from, part.to, part.border.to] : [part.from, part.to]
      const wrong = wide.filter((bound) => !isDecimal(bound))
      if (wrong.length > 0) return wrong.map(badBound)
      const falls = wide.some((bound, index) => index > 0 && exact(bound).lt(exact(wide[index - 1] ?? bound)))
      return falls ? [text(`范围不成立：${wide.join('、')}`, `the range does not hold: ${wide.join(', ')}`)] : []
    }
    default:
      return []
  }
}

/** Two rules that nobody can meet together: a least above another's most. Only whole conditions, for routes have ways out. */
function contradictions(rules: readonly EligibilityRule[]): EligibilityFinding[] {
  const hard = rules.filter(({ force }) => force !== 'soft')
  return hard.flatMap(({ id, condition: least }) =>
    hard.flatMap(({ id: other, condition: most }) => {
      if (least.kind !== 'at-least' || most.kind !== 'at-most' || least.fact !== most.fact) return []
      if (!isDecimal(least.bound) || !isDecimal(most.bound) || exact(least.bound).lte(exact(most.bound))) return []
      return [finding(id, `与 ${other} 矛盾：没有人能同时满足`, `contradicts ${other}: nobody can meet both`)]
    }),
  )
}

function unusedFacts({ facts, rules }: Eligibility): EligibilityFinding[] {
  const used = new Set(
    rules.flatMap(({ about, condition }) => [
      ...about,
      ...everyPart(condition).flatMap((part) => ('fact' in part ? [part.fact] : [])),
    ]),
  )
  return facts
    .filter(({ key }) => !used.has(key))
    .map(({ key }) => finding('facts', `“${key}”没有条款使用`, `no rule looks at "${key}"`))
}

function unknownFact(where: string, key: string): EligibilityFinding {
  return finding(where, `没有“${key}”这项事实`, `there is no fact "${key}"`)
}

function finding(where: string, zh: string, en: string): EligibilityFinding {
  return { where, why: text(zh, en) }
}
