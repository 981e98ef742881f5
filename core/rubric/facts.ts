/** Reads the facts of one assessment sheet: every fact against its definition, every deduction against its item. */
import { type Exact, exact, isDecimal } from '../exact/exact.ts'
import { type Text, text } from '../lang.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { type FactDefinition, type ItemRule, itemsOf, type Rubric, type RubricItem } from '../scheme/scheme.ts'

/** A fact as it crosses a door: yes or no, a decimal in quotes, a whole number, one whole number for each year. */
export type FactValue = boolean | string | number | readonly number[] | null

/**
 * Facts by key, and the experts' deductions as `<ITEM>_deduct`.
 * A key left out, or null, is a fact nobody knows; a deduction of null is one nobody has decided.
 */
export type Facts = Readonly<Record<string, FactValue>>

/** The facts of one sheet after reading. A key is in one of the maps, in `wrong`, or not known. */
export type FactBook = {
  readonly definitions: ReadonlyMap<string, FactDefinition>
  readonly yesNo: ReadonlyMap<string, boolean>
  readonly amounts: ReadonlyMap<string, Exact>
  readonly years: ReadonlyMap<string, readonly number[]>
  /** By item id; null where nobody has decided. */
  readonly deductions: ReadonlyMap<string, Exact | null>
  readonly wrong: ReadonlySet<string>
  readonly problems: readonly Refusal[]
}

const nothing = exact(0)
const hundred = exact(100)

const expected = {
  'yes-no': text('“是”或“否”', 'yes or no'),
  decimal: text('不小于 0 的数（写成 "9.5" 这样的小数）', 'a number not below 0, written like "9.5"'),
  count: text('不小于 0 的整数', 'a whole number not below 0'),
  'counts-per-year': text('每年一个不小于 0 的整数', 'one whole number not below 0 for each year'),
} as const satisfies Record<FactDefinition['type'], Text>

/** The key under which an expert's deduction for an item travels. */
export function deductionKey(itemId: string): string {
  return `${itemId}_deduct`
}

/** The facts a rule looks at. */
export function factsOfRule(rule: ItemRule): string[] {
  switch (rule.kind) {
    case 'judgement':
      return rule.exists === undefined ? [] : [rule.exists]
    case 'all-or-nothing':
    case 'shortfall':
    case 'standard-or-judgement':
    case 'every-year':
      return [rule.fact]
    case 'fixed-deductions':
    case 'per-head':
      return rule.parts.map((part) => part.fact)
  }
}

/** True for the rules that may need an expert's deduction. */
export function takesDeduction({ kind }: ItemRule): boolean {
  return kind === 'judgement' || kind === 'standard-or-judgement' || kind === 'every-year'
}

type Keys = { readonly definitions: FactBook['definitions']; readonly judged: ReadonlyMap<string, RubricItem> }
const keysKnown = new WeakMap<Rubric, Keys>()

function keysOf(rubric: Rubric): Keys {
  const known = keysKnown.get(rubric)
  if (known) return known
  const definitions = new Map(rubric.facts.map((fact) => [fact.key, fact]))
  const judged = new Map(
    itemsOf(rubric)
      .filter((item) => takesDeduction(item.rule))
      .map((item) => [deductionKey(item.id), item]),
  )
  const keys = { definitions, judged }
  keysKnown.set(rubric, keys)
  return keys
}

/** The book with one expert's deductions read into it; what the facts said stays as it was read. */
export function withDeductions(rubric: Rubric, book: FactBook, deductions: Facts): FactBook {
  const read = readFacts(rubric, deductions)
  return {
    ...book,
    deductions: new Map([...book.deductions, ...read.deductions]),
    wrong: new Set([...book.wrong, ...read.wrong]),
    problems: [...book.problems, ...read.problems],
  }
}

/** Reads every fact and deduction given. What is wrong is named in `problems`; nothing is repaired or cut off. */
export function readFacts(rubric: Rubric, facts: Facts): FactBook {
  const { definitions, judged } = keysOf(rubric)
  const yesNo = new Map<string, boolean>()
  const amounts = new Map<string, Exact>()
  const years = new Map<string, readonly number[]>()
  const deductions = new Map<string, Exact | null>()
  const wrong = new Set<string>()
  const problems: Refusal[] = []
  const reject = (key: string, why: Refusal) => {
    wrong.add(key)
    problems.push(why)
  }

  for (const [key, value] of Object.entries(facts)) {
    if (value === undefined) continue
    const definition = definitions.get(key)
    const item = judged.get(key)
    if (definition !== undefined) {
      // A fact of null is one nobody knows, as if the key were left out.
      if (value === null) continue
      const { type } = definition
      if (type === 'yes-no' && typeof value === 'boolean') yesNo.set(key, value)
      else if (type === 'decimal' && isAmount(value)) amounts.set(key, exact(value))
      else if (type === 'count' && isCount(value)) amounts.set(key, exact(value))
      else if (type === 'counts-per-year' && Array.isArray(value) && value.every(isCount)) years.set(key, value)
      else reject(key, refusal('bad-fact', { fact: key, expected: expected[type] }))
    } else if (item !== undefined) {
      const deduction = readDeduction(item, value)
      if (deduction !== null && 'code' in deduction) reject(key, deduction)
      else deductions.set(item.id, deduction)
    } else {
      reject(key, refusal('unknown-fact', { fact: key, known: [...definitions.keys(), ...judged.keys()] }))
    }
  }
  return { definitions, yesNo, amounts, years, deductions, wrong, problems }
}

/** A deduction has at most two decimals (the document names no step) and lies between nothing and the maximum. */
function readDeduction(item: RubricItem, value: FactValue): Exact | null | Refusal {
  if (value === null) return null
  const given = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (!isNumber(value)) return refusal('bad-number', { item: item.id, given })
  const deduction = exact(value)
  if (deduction.mul(hundred).d !== 1n) return refusal('bad-number', { item: item.id, given })
  if (deduction.lt(nothing) || deduction.gt(exact(item.max))) {
    return refusal('above-maximum', { item: item.id, max: item.max, given })
  }
  return deduction
}

/** Decimals travel in quotes; a bare number is taken only when whole, for then nothing was lost on the way. */
function isNumber(value: FactValue): value is string | number {
  return typeof value === 'string' ? isDecimal(value) : Number.isSafeInteger(value)
}

function isAmount(value: FactValue): value is string | number {
  return isNumber(value) && exact(value).gte(nothing)
}

function isCount(value: FactValue): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
