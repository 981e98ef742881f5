/** Reads the facts of one application for the eligibility rules: each against its definition, strangers by name. */
import { type Exact, exact, isDecimal } from '../exact/exact.ts'
import { type Text, text } from '../lang.ts'
import { type EligibilityFact, knownFacts } from './known-facts.ts'
import { type Moment, readMoment } from './moment.ts'

/** A fact after reading. `none`: known that there is none. */
export type Value =
  | { readonly kind: 'none' }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: Exact }
  /** `rank` counts from the lowest word. */
  | { readonly kind: 'word'; readonly value: string; readonly rank: number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'names'; readonly value: readonly string[] }
  | { readonly kind: 'contest'; readonly level: string; readonly rank: number; readonly place: number }
  | { readonly kind: 'moment'; readonly value: Moment }

/** The facts by key; a key that is not in the map is not known. */
export type FactSheet = ReadonlyMap<string, Value>

/** What is wrong with one fact: `stranger` when no scheme knows it. */
export type FactProblem = { readonly key: string; readonly stranger: boolean; readonly why: Text }

/** The shared facts and the scheme's own. */
export function factDictionary(own: readonly EligibilityFact[]): Map<string, EligibilityFact> {
  return new Map([...knownFacts, ...own].map((fact) => [fact.key, fact]))
}

/** Reads `{group: {name: value}}`. Everything wrong is named; nothing is repaired. */
export function readFactSheet(
  dictionary: ReadonlyMap<string, EligibilityFact>,
  given: unknown,
): { sheet: FactSheet; problems: FactProblem[] } {
  const sheet = new Map<string, Value>()
  const problems: FactProblem[] = []
  const isGroup = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const groups = new Set([...dictionary.keys()].map((key) => key.split('.')[0]))
  for (const [group, facts] of Object.entries(isGroup(given) ? given : {})) {
    if (!groups.has(group)) problems.push(stranger(group))
    else if (!isGroup(facts)) problems.push(wrong(group, text('一组事实', 'a group of facts')))
    else
      for (const [name, value] of Object.entries(facts)) {
        const key = `${group}.${name}`
        const fact = dictionary.get(key)
        if (!fact) {
          problems.push(stranger(key))
          continue
        }
        const read = readValue(fact, value)
        if (read === null) problems.push(wrong(key, expectation(fact)))
        else if (read.kind !== 'none' || !fact.always) sheet.set(key, read)
      }
  }
  if (!isGroup(given)) problems.push(wrong('facts', text('按组填写的事实', 'facts in groups')))
  return { sheet, problems }
}

/** What is wrong with the value of one fact; null when it is as it should be. */
export function factProblem(fact: EligibilityFact, value: unknown): FactProblem | null {
  return readValue(fact, value) === null ? wrong(fact.key, expectation(fact)) : null
}

function readValue(fact: EligibilityFact, value: unknown): Value | null {
  if (value === null) return { kind: 'none' }
  switch (fact.type) {
    case 'yes-no':
      return typeof value === 'boolean' ? { kind: 'yes-no', value } : null
    case 'decimal':
    case 'count':
      return readNumber(fact, value)
    case 'word': {
      const rank = (fact.words ?? []).indexOf(String(value))
      return typeof value === 'string' && rank >= 0 ? { kind: 'word', value, rank } : null
    }
    case 'name':
      return typeof value === 'string' && value.trim() !== '' ? { kind: 'name', value: value.trim() } : null
    case 'names':
      return Array.isArray(value) && value.every((one) => typeof one === 'string' && one.trim() !== '')
        ? { kind: 'names', value }
        : null
    case 'contest': {
      const [level, place, ...more] = Array.isArray(value) ? (value as unknown[]) : []
      const rank = (fact.words ?? []).indexOf(String(level))
      const isPlace = typeof place === 'number' && Number.isSafeInteger(place) && place >= 1
      return rank >= 0 && isPlace && more.length === 0 ? { kind: 'contest', level: String(level), rank, place } : null
    }
    case 'moment': {
      const moment = typeof value === 'string' ? readMoment(value) : null
      return moment && { kind: 'moment', value: moment }
    }
  }
}

/** A decimal in quotes or a number; a bare number that is not whole is taken as it was typed, up to fifteen digits. */
function readNumber(fact: EligibilityFact, value: unknown): Value | null {
  const spelling = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  if (!isDecimal(spelling) || (typeof value === 'number' && spelling.replace(/\D/g, '').length > 15)) return null
  const number = exact(spelling)
  const isFit =
    number.gte(exact(0)) &&
    (fact.most === undefined || number.lte(exact(fact.most))) &&
    (fact.type === 'decimal' || number.d === 1n)
  return isFit ? { kind: 'number', value: number } : null
}

function stranger(key: string): FactProblem {
  return { key, stranger: true, why: text(`没有“${key}”这项事实`, `there is no fact "${key}"`) }
}

function wrong(key: string, expected: Text): FactProblem {
  return {
    key,
    stranger: false,
    why: text(`“${key}”应为${expected['zh-CN']}`, `"${key}" must be ${expected.en}`),
  }
}

function expectation({ type, words = [], most }: EligibilityFact): Text {
  const upTo = most === undefined ? text('', '') : text(`、不大于 ${most}`, ` and not above ${most}`)
  switch (type) {
    case 'yes-no':
      return text('true 或 false', 'true or false')
    case 'decimal':
      return text(
        `不小于 0${upTo['zh-CN']}的数（写成 "49.9" 这样的小数）`,
        `a number not below 0${upTo.en}, written like "49.9"`,
      )
    case 'count':
      return text(`不小于 0${upTo['zh-CN']}的整数`, `a whole number not below 0${upTo.en}`)
    case 'word':
      return text(`${words.join('、')}之一`, `one of ${words.join(', ')}`)
    case 'name':
      return text('不为空的文字', 'words')
    case 'names':
      return text('文字的列表', 'a list of words')
    case 'contest':
      return text(`[级别, 名次]，级别为${words.join('、')}之一`, `[level, place], the level one of ${words.join(', ')}`)
    case 'moment':
      return text(
        '日期（2025-05-30）或时间（2024-07-15T18:00:00+08:00）',
        'a date (2025-05-30) or a time (2024-07-15T18:00:00+08:00)',
      )
  }
}
