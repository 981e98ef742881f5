/** Checks what an expert wrote for items of a sheet, before a draft or a submission keeps it. */
import { decimal, exact, isDecimal } from '#core/exact/exact.ts'
import type { Judgement } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { type JudgementItem, judgementItems } from '#core/rubric/assess.ts'
import type { Facts } from '#core/rubric/facts.ts'
import { itemsOf, type Rubric } from '#core/scheme/scheme.ts'

/**
 * Checks each judgement against its item and spells its number one way ("1.50" becomes "1.5").
 * @throws Refused `unknown-item`, `not-judged`, `bad-number`, `above-maximum`.
 */
export function checkJudgements<T extends Judgement | null>(
  rubric: Rubric,
  facts: Facts,
  judgements: Readonly<Record<string, T>>,
): Record<string, T> {
  const wanted = new Map(judgementItems(rubric, facts).map((item) => [item.id, item]))
  const known = new Map(itemsOf(rubric).map(({ id, name }) => [id, `${id} ${name['zh-CN']}`]))
  const checked = Object.entries(judgements).map(([id, judgement]) => {
    const name = known.get(id) ?? refuse('unknown-item', { item: id })
    if (judgement === null) return [id, judgement] as const
    const item = wanted.get(id) ?? refuse('not-judged', { item: name })
    return [id, { ...judgement, deduct: deductionOf(item, name, judgement.deduct) }] as const
  })
  return Object.fromEntries(checked) as Record<string, T>
}

function deductionOf(item: JudgementItem, name: string, given: string): string {
  // Two places are what a sheet prints; the document knows no step.
  if (!isDecimal(given) || !/^\d+(\.\d{1,2})?$/.test(given)) refuse('bad-number', { item: name, given })
  const deduction = exact(given)
  if (deduction.compare(item.max) > 0) refuse('above-maximum', { item: name, max: decimal(item.max), given })
  if (item.mustDeduct && deduction.compare(0) === 0) refuse('must-deduct', { item: name, max: decimal(item.max) })
  return decimal(deduction)
}
