/** What one rubric item is worth: what the facts alone settle, and where an expert has to judge. */
import { decimal, type Exact, exact, sum } from '../exact/exact.ts'
import { type Text, text } from '../lang.ts'
import type { ItemRule, RubricItem } from '../scheme/scheme.ts'
import type { FactBook } from './facts.ts'

/** How a part of a unit counts in a shortfall: in proportion, whole units only, every started unit. */
export const fractionReadings = ['linear', 'floor', 'ceil'] as const
export type FractionReading = (typeof fractionReadings)[number]

/** The points follow from the facts. */
export type Settled = { readonly kind: 'settled'; readonly points: Exact; readonly because: Text }
/**
 * An expert decides a deduction; `mustDeduct` where the standard is missed and nothing off is not an answer.
 * `before` opens the sentence with what the facts say.
 */
export type Judgement = { readonly kind: 'judgement'; readonly mustDeduct: boolean; readonly before: Text }

const nothing = exact(0)
const none = text('', '')

/**
 * Settles an item as far as its facts go. Every fact of the rule must be in the book.
 * @throws Error when one is not: the caller looks first.
 */
export function settle(item: RubricItem, book: FactBook, fraction: FractionReading): Settled | Judgement {
  const { rule } = item
  const max = exact(item.max)
  switch (rule.kind) {
    case 'all-or-nothing': {
      const has = known(book.yesNo, rule.fact)
      return { kind: 'settled', points: has ? max : nothing, because: hasOrNot(book, rule.fact, has ? max : nothing) }
    }
    case 'judgement':
      if (rule.exists !== undefined && !known(book.yesNo, rule.exists)) {
        return { kind: 'settled', points: nothing, because: hasOrNot(book, rule.exists, nothing) }
      }
      return { kind: 'judgement', mustDeduct: false, before: none }
    case 'shortfall':
      return settleShortfall(rule, max, book, fraction)
    case 'standard-or-judgement': {
      const amount = known(book.amounts, rule.fact)
      const target = exact(rule.target)
      const [is, should] = [measured(book, rule.fact, amount), measured(book, rule.fact, target)]
      if (amount.gte(target)) return { kind: 'settled', points: max, because: reached(is, should, max) }
      if (amount.equals(nothing)) {
        return { kind: 'settled', points: nothing, because: text(`${is['zh-CN']}，得 0 分`, `${is.en}, scores 0`) }
      }
      const before = text(`${is['zh-CN']}，低于 ${should['zh-CN']}，`, `${is.en}, below ${should.en}, `)
      return { kind: 'judgement', mustDeduct: true, before }
    }
    case 'fixed-deductions': {
      const missing = rule.parts.filter((part) => !known(book.yesNo, part.fact))
      if (missing.length === 0) {
        const because = text(`都有，得 ${decimal(max)} 分`, `nothing missing, scores ${decimal(max)}`)
        return { kind: 'settled', points: max, because }
      }
      const points = atLeastNothing(max.sub(sum(missing.map((part) => exact(part.deduct)))))
      const lacking = missing.map((part) => named(book, part.fact))
      const sumUp = worked([decimal(max), ...missing.map((part) => part.deduct)].join(' − '), points)
      const zh = `没有${lacking.map((name) => `“${name['zh-CN']}”`).join('、')}，${sumUp['zh-CN']}`
      return {
        kind: 'settled',
        points,
        because: text(zh, `${lacking.map((name) => name.en).join(', ')}: no, ${sumUp.en}`),
      }
    }
    case 'every-year': {
      const counts = known(book.years, rule.fact)
      if (counts.every((count) => count === 0)) {
        return { kind: 'settled', points: nothing, because: hasOrNot(book, rule.fact, nothing) }
      }
      if (counts.every((count) => count > 0)) {
        const unit = book.definitions.get(rule.fact)?.unit ?? none
        const zh = `各年 ${counts.join('、')} ${unit['zh-CN']}，每年都有，得 ${decimal(max)} 分`
        const en = `${unit.en} in every year (${counts.join(', ')}), scores ${decimal(max)}`
        return { kind: 'settled', points: max, because: text(zh, en) }
      }
      const empty = counts.flatMap((count, index) => (count === 0 ? [index + 1] : []))
      const before = text(`第 ${empty.join('、')} 年没有开展，`, `none in year ${empty.join(', ')}, `)
      return { kind: 'judgement', mustDeduct: false, before }
    }
    case 'per-head': {
      const heads = rule.parts.map((part) => ({ ...part, count: known(book.amounts, part.fact) }))
      const earned = sum(heads.map(({ each, count }) => exact(each).mul(count)))
      const points = earned.gt(max) ? max : earned
      const terms = heads.map(({ each, count }) => `${each}×${decimal(count)}`).join(' + ')
      const people = heads.map(({ fact, count }) => ({ name: named(book, fact), is: measured(book, fact, count) }))
      const cap = earned.gt(max) ? text(`，最多 ${decimal(max)} 分`, `, at most ${decimal(max)}`) : none
      const zh = `${people.map(({ name, is }) => `${name['zh-CN']} ${is['zh-CN']}`).join('、')}，${worked(terms, earned)['zh-CN']}`
      const en = `${people.map(({ name, is }) => `${name.en}: ${is.en}`).join('; ')}; ${worked(terms, earned).en}`
      return { kind: 'settled', points, because: text(zh + cap['zh-CN'], en + cap.en) }
    }
  }
}

/** The points left after an expert's deduction, and the sentence for it. */
export function deduct(item: RubricItem, { before }: Judgement, deduction: Exact): Settled {
  const max = exact(item.max)
  const points = max.sub(deduction)
  const left = worked(`${decimal(max)} − ${decimal(deduction)}`, points)
  const because = deduction.equals(nothing)
    ? text(`不扣分，得 ${decimal(max)} 分`, `nothing deducted, scores ${decimal(max)}`)
    : text(`扣 ${decimal(deduction)} 分，${left['zh-CN']}`, `${decimal(deduction)} deducted, ${left.en}`)
  return { kind: 'settled', points, because: text(before['zh-CN'] + because['zh-CN'], before.en + because.en) }
}

function settleShortfall(
  rule: Extract<ItemRule, { kind: 'shortfall' }>,
  max: Exact,
  book: FactBook,
  fraction: FractionReading,
): Settled {
  const amount = known(book.amounts, rule.fact)
  const target = exact(rule.target)
  const [is, should] = [measured(book, rule.fact, amount), measured(book, rule.fact, target)]
  if (amount.gte(target)) return { kind: 'settled', points: max, because: reached(is, should, max) }
  const short = target.sub(amount)
  const parts = short.div(exact(rule.unit))
  const units = rule.fractions ? unitsMissing(parts, fraction) : parts
  const left = max.sub(exact(rule.deduct).mul(units))
  const points = atLeastNothing(left)
  const lacks = measured(book, rule.fact, short)
  const reading = units.equals(parts) ? none : readingSentence(measured(book, rule.fact, exact(rule.unit)), fraction)
  const sumUp = worked(`${decimal(max)} − ${rule.deduct}×${decimal(units)}`, left)
  const least = left.lt(nothing) ? text('，不低于 0 分', ', not below 0') : none
  const zh = `${is['zh-CN']}，少 ${lacks['zh-CN']}，${reading['zh-CN']}${sumUp['zh-CN']}${least['zh-CN']}`
  return {
    kind: 'settled',
    points,
    because: text(zh, `${is.en}, ${lacks.en} short, ${reading.en}${sumUp.en}${least.en}`),
  }
}

function unitsMissing(parts: Exact, fraction: FractionReading): Exact {
  switch (fraction) {
    case 'linear':
      return parts
    case 'floor':
      return parts.floor()
    case 'ceil':
      return parts.ceil()
  }
}

function readingSentence(unit: Text, fraction: FractionReading): Text {
  return fraction === 'floor'
    ? text(`不足 ${unit['zh-CN']}的部分不计，`, `parts of ${unit.en} not counted, `)
    : text(`不足 ${unit['zh-CN']}的按 ${unit['zh-CN']}计，`, `parts of ${unit.en} counted as ${unit.en}, `)
}

function known<T>(values: ReadonlyMap<string, T>, key: string): T {
  const value = values.get(key)
  if (value === undefined) throw new Error(`the fact ${key} is not known, or the scheme uses it as another type`)
  return value
}

function atLeastNothing(points: Exact): Exact {
  return points.lt(nothing) ? nothing : points
}

function named(book: FactBook, key: string): Text {
  return book.definitions.get(key)?.name ?? text(key, key)
}

/** "7.4 万元". */
function measured(book: FactBook, key: string, amount: Exact): Text {
  const unit = book.definitions.get(key)?.unit
  return text(`${decimal(amount)} ${unit?.['zh-CN'] ?? ''}`.trimEnd(), `${decimal(amount)} ${unit?.en ?? ''}`.trimEnd())
}

/** A worked sum with its result. */
function worked(terms: string, result: Exact): Text {
  const value = decimal(result).replace('-', '−')
  return text(`${terms} ＝ ${value}`, `${terms} = ${value}`)
}

function hasOrNot(book: FactBook, key: string, points: Exact): Text {
  const name = named(book, key)
  return points.equals(nothing)
    ? text(`没有“${name['zh-CN']}”，得 0 分`, `${name.en}: no, scores 0`)
    : text(`有“${name['zh-CN']}”，得 ${decimal(points)} 分`, `${name.en}: yes, scores ${decimal(points)}`)
}

function reached(is: Text, should: Text, max: Exact): Text {
  const zh = `${is['zh-CN']}，达到 ${should['zh-CN']}，得 ${decimal(max)} 分`
  return text(zh, `${is.en}, not below ${should.en}, scores ${decimal(max)}`)
}
