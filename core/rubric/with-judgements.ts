/** What one sheet is assessed from: the facts all share, and one expert's deductions. */
import type { Judgement } from '../ledger/kinds.ts'
import { itemsOf, type Rubric } from '../scheme/scheme.ts'
import { deductionKey, type Facts, takesDeduction } from './facts.ts'

/** Facts as the papers and visits showed them, with the deduction of each item that is judged; null where none is given. */
export function factsWith(rubric: Rubric, facts: Facts, judgements: Readonly<Record<string, Judgement>>): Facts {
  return { ...facts, ...deductionsOf(rubric, judgements) }
}

/** The deductions alone. */
export function deductionsOf(rubric: Rubric, judgements: Readonly<Record<string, Judgement>>): Facts {
  const deductions = itemsOf(rubric)
    .filter(({ rule }) => takesDeduction(rule))
    .map(({ id }) => [deductionKey(id), judgements[id]?.deduct ?? null] as const)
  return Object.fromEntries(deductions)
}
