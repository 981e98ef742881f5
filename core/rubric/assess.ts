/** One assessment sheet: points of every item with their derivation, subtotals, total and grade. Urumqi 附件2, 第十九条（二）. */
import { decimal, type Exact, exact, sum } from '../exact/exact.ts'
import { type Lang, type Text, text } from '../lang.ts'
import { type Refusal, refusal, sentenceOf } from '../refusal.ts'
import { itemsOf, type Rubric, type RubricItem } from '../scheme/scheme.ts'
import { deductionKey, type FactBook, type Facts, factsOfRule, readFacts, withDeductions } from './facts.ts'
import { deduct, type FractionReading, fractionReadings, type Judgement, type Settled, settle } from './item.ts'

/** What the organiser chose where the document is doubtful: parts of a unit (default linear), bonus in the grade (default yes). */
export type AdoptedScoring = { readonly fraction?: FractionReading; readonly bonusInGrade?: boolean }

export type AssessmentStatus = 'ok' | 'needs_judgement' | 'incomplete' | 'invalid_input'

export type Assessment = {
  readonly status: AssessmentStatus
  /** Null where the item is open. */
  readonly items: Readonly<Record<string, Exact | null>>
  readonly subtotals: Readonly<Record<string, Exact | null>>
  /** From here to `gradeOnBase` only when the status is ok; no grade where the rubric only orders. */
  readonly base?: Exact
  readonly bonus?: Exact
  readonly total?: Exact
  readonly grade?: string
  readonly gradeOnBase?: string
  /** The grade would differ with and without the bonus: the organiser confirms in writing. */
  readonly gradeConflict: boolean
  /** Items without points yet, in printed order. */
  readonly open: readonly string[]
  readonly derivations: Readonly<Record<string, Text>>
  /** The other readings of a fraction that would change the grade. */
  readonly alternatives?: readonly {
    readonly fraction: FractionReading
    readonly total: Exact
    readonly grade: string
  }[]
  /** Why the input is invalid; empty unless it is. */
  readonly problems: readonly Refusal[]
}

type Open = { readonly kind: 'undecided' | 'missing' | 'invalid'; readonly because: Text; readonly problem?: Refusal }
type Outcome = Settled | Open

/**
 * Assesses one sheet. Never throws on bad facts: they are named in `problems` and the status is invalid_input,
 * which goes before incomplete (a fact or a deduction is missing) and needs_judgement (a deduction is null).
 */
export function assess(question: { rubric: Rubric; facts: Facts; adopted?: AdoptedScoring }): Assessment {
  return assessor(question)({})
}

/**
 * Assesses the sheets of one application, each by its deductions. What the facts settle is the same on all of them and
 * is worked out once.
 */
export function assessor(question: {
  rubric: Rubric
  facts: Facts
  adopted?: AdoptedScoring
}): (deductions: Facts) => Assessment {
  const { rubric, adopted } = question
  const shared = readFacts(rubric, question.facts)
  const settledOnce = settler(shared)
  const fraction = adopted?.fraction ?? 'linear'
  const items = itemsOf(rubric)
  const divisible = items.filter(({ rule }) => rule.kind === 'shortfall' && rule.fractions)
  return (deductions) => {
    const book = withDeductions(rubric, shared, deductions)
    const outcomesBy = (reading: FractionReading, some: readonly RubricItem[]) =>
      Object.fromEntries(some.map((item) => [item.id, outcomeOf(item, book, settledOnce(item, reading))]))
    const outcomes = outcomesBy(fraction, items)
    const points = mapValues(outcomes, pointsOf)
    const problems = [...book.problems, ...Object.values(outcomes).flatMap(problemOf)]
    const sheet = {
      status: statusOf(Object.values(outcomes), problems),
      items: points,
      subtotals: subtotalsOf(rubric, points),
      open: Object.keys(points).filter((id) => points[id] === null),
      derivations: mapValues(outcomes, ({ because }) => because),
      problems,
    }
    if (sheet.status !== 'ok') return { ...sheet, gradeConflict: false }
    const others = fractionReadings
      .filter((reading) => reading !== fraction)
      .map((reading) => ({ reading, points: mapValues(outcomesBy(reading, divisible), pointsOf) }))
    return { ...sheet, ...gradesOf(rubric, sheet, others, adopted?.bonusInGrade ?? true) }
  }
}

function gradesOf(
  rubric: Rubric,
  sheet: Pick<Assessment, 'items' | 'subtotals'>,
  others: readonly { reading: FractionReading; points: Record<string, Exact | null> }[],
  bonusInGrade: boolean,
) {
  const { base, bonus, total } = totalsOf(rubric, sheet.subtotals)
  if (rubric.grades.length === 0) return { base, bonus, total, gradeConflict: false }
  const gradeIn = (totals: { base: Exact; total: Exact }) => gradeOf(rubric, bonusInGrade ? totals.total : totals.base)
  const grade = gradeIn({ base, total })
  const gradeOnBase = gradeOf(rubric, base)
  const alternatives = others
    .filter(({ points }) => Object.entries(points).some(([id, one]) => one && !sheet.items[id]?.equals(one)))
    .map(({ reading, points }) => {
      const totals = totalsOf(rubric, subtotalsOf(rubric, { ...sheet.items, ...points }))
      return { fraction: reading, total: totals.total, grade: gradeIn(totals) }
    })
    .filter((other) => other.grade !== grade)
  const gradeConflict = gradeOf(rubric, total) !== gradeOnBase
  const answer = { base, bonus, total, grade, gradeOnBase, gradeConflict }
  return alternatives.length === 0 ? answer : { ...answer, alternatives }
}

/** An item an expert has to judge, the most that can be deducted, and whether something must be. */
export type JudgementItem = { readonly id: string; readonly max: Exact; readonly mustDeduct: boolean }

/** The items that need an expert's deduction given the shared facts. Items whose facts are not known yet are left out. */
export function judgementItems(rubric: Rubric, facts: Facts): JudgementItem[] {
  const book = readFacts(rubric, facts)
  return itemsOf(rubric).flatMap((item) => {
    if (factsOfRule(item.rule).some((key) => !isKnown(book, key))) return []
    const settled = settle(item, book, 'linear')
    return settled.kind === 'judgement' ? [{ id: item.id, max: exact(item.max), mustDeduct: settled.mustDeduct }] : []
  })
}

/** The grade an exact result earns: the first whose lower bound it reaches (bounds included). */
export function gradeOf(rubric: Rubric, value: Exact): string {
  const grade = rubric.grades.find(({ from }) => value.gte(exact(from)))
  if (grade === undefined) throw new Error(`no grade of ${rubric.id} reaches down to ${decimal(value)}`)
  return grade.id
}

/** An assessment as the command line answers it: decimals as strings, sentences in one language. */
export type AssessmentAnswer = {
  status: AssessmentStatus
  items: Record<string, string | null>
  subtotals: Record<string, string | null>
  base?: string
  bonus?: string
  total?: string
  grade?: string
  gradeOnBase?: string
  gradeConflict: boolean
  open: string[]
  derivations: Record<string, string>
  alternatives?: { fraction: FractionReading; total: string; grade: string }[]
  /** Only with invalid_input. */
  problems?: { code: string; message: string }[]
}

/** Writes an {@link Assessment} as headless.md `rules.assess` has it. */
export function toAnswer(assessment: Assessment, lang: Lang): AssessmentAnswer {
  const { status, base, bonus, total, grade, gradeOnBase, gradeConflict, alternatives, problems } = assessment
  const spelled = (points: Exact | null) => (points === null ? null : decimal(points))
  return {
    status,
    items: mapValues(assessment.items, spelled),
    subtotals: mapValues(assessment.subtotals, spelled),
    ...(base && bonus && total && { base: decimal(base), bonus: decimal(bonus), total: decimal(total) }),
    ...(grade !== undefined && { grade, gradeOnBase }),
    gradeConflict,
    open: [...assessment.open],
    derivations: mapValues(assessment.derivations, (sentence) => sentence[lang]),
    ...(alternatives && { alternatives: alternatives.map((other) => ({ ...other, total: decimal(other.total) })) }),
    ...(problems.length > 0 && {
      problems: problems.map((why) => ({ code: why.code, message: sentenceOf(why, lang) })),
    }),
  }
}

type FromFacts = Settled | Judgement | Open

/** What the facts alone say of an item, under each reading of fractions, found out once. */
function settler(book: FactBook): (item: RubricItem, fraction: FractionReading) => FromFacts {
  const found = new Map<string, FromFacts>()
  return (item, fraction) => {
    const key = `${fraction} ${item.id}`
    const known = found.get(key) ?? fromFacts(item, book, fraction)
    found.set(key, known)
    return known
  }
}

function fromFacts(item: RubricItem, book: FactBook, fraction: FractionReading): FromFacts {
  const keys = factsOfRule(item.rule)
  if (keys.some((key) => book.wrong.has(key))) return wrongly
  const missing = keys.filter((key) => !isKnown(book, key))
  return missing.length > 0 ? { kind: 'missing', because: lackingFacts(book, missing) } : settle(item, book, fraction)
}

const wrongly: Open = { kind: 'invalid', because: text('填写有误，请改正', 'entered wrongly; correct it') }

function outcomeOf(item: RubricItem, book: FactBook, settled: FromFacts): Outcome {
  if (book.wrong.has(deductionKey(item.id))) return wrongly
  if (settled.kind !== 'judgement') return settled
  const given = book.deductions.get(item.id)
  if (given === undefined || given === null) {
    const { before } = settled
    const because = text(`${before['zh-CN']}等专家决定扣分`, `${before.en}waiting for an expert's deduction`)
    // A year without an event is found out only here, so its deduction is never asked for beforehand.
    return { kind: given === null || item.rule.kind === 'every-year' ? 'undecided' : 'missing', because }
  }
  if (settled.mustDeduct && given.equals(exact(0))) {
    const problem = refusal('must-deduct', { item: item.id, max: item.max })
    return {
      kind: 'invalid',
      because: text('低于标准，扣分须大于 0', 'below the standard, so something is deducted'),
      problem,
    }
  }
  return deduct(item, settled, given)
}

function statusOf(outcomes: readonly Outcome[], problems: readonly Refusal[]): AssessmentStatus {
  if (problems.length > 0) return 'invalid_input'
  if (outcomes.some(({ kind }) => kind === 'missing')) return 'incomplete'
  if (outcomes.some(({ kind }) => kind === 'undecided')) return 'needs_judgement'
  return 'ok'
}

function problemOf(outcome: Outcome): Refusal[] {
  return outcome.kind !== 'settled' && outcome.problem !== undefined ? [outcome.problem] : []
}

function pointsOf(outcome: Outcome): Exact | null {
  return outcome.kind === 'settled' ? outcome.points : null
}

function subtotalsOf(rubric: Rubric, items: Readonly<Record<string, Exact | null>>): Record<string, Exact | null> {
  return Object.fromEntries(
    rubric.blocks.map((block) => {
      const points = block.items.map(({ id }) => items[id] ?? null)
      return [block.id, points.every((entry) => entry !== null) ? sum(points) : null]
    }),
  )
}

/** Of a sheet without open items. */
function totalsOf(rubric: Rubric, subtotals: Readonly<Record<string, Exact | null>>) {
  const pointsIn = (isBonus: boolean) =>
    sum(rubric.blocks.filter((block) => block.bonus === isBonus).map(({ id }) => subtotals[id] ?? exact(0)))
  const base = pointsIn(false)
  const bonus = pointsIn(true)
  return { base, bonus, total: base.add(bonus) }
}

function isKnown(book: FactBook, key: string): boolean {
  return book.yesNo.has(key) || book.amounts.has(key) || book.years.has(key)
}

function lackingFacts(book: FactBook, keys: readonly string[]): Text {
  const names = keys.map((key) => book.definitions.get(key)?.name ?? text(key, key))
  return text(
    `还缺：${names.map((name) => name['zh-CN']).join('、')}`,
    `still missing: ${names.map((name) => name.en).join(', ')}`,
  )
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
