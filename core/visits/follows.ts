/** What follows from what a visit saw: points of the rubric's items before and after, each with its derivation. */
import { decimal } from '../exact/exact.ts'
import type { Text } from '../lang.ts'
import { type AdoptedScoring, assess } from '../rubric/assess.ts'
import type { Facts } from '../rubric/facts.ts'
import { itemsOf, type Rubric } from '../scheme/scheme.ts'

/** One item that a changed fact moved. Points null: an expert has to decide. */
export type Follow = {
  item: string
  name: Text
  max: string
  before: string | null
  after: string | null
  because: Text
}

/**
 * The items whose points or derivation differ.
 * @param before facts as they were claimed; `after` as they were seen. Deductions of experts are no part of either.
 */
export function whatFollows(
  rubric: Rubric,
  facts: { before: Facts; after: Facts },
  adopted: AdoptedScoring = {},
): Follow[] {
  const [before, after] = [facts.before, facts.after].map((one) => assess({ rubric, facts: one, adopted }))
  if (!before || !after) return []
  return itemsOf(rubric).flatMap(({ id, name, max }) => {
    const [was, is] = [before.items[id] ?? null, after.items[id] ?? null]
    const because = after.derivations[id]
    const isSame = (was === null ? is === null : is?.equals(was)) && before.derivations[id]?.en === because?.en
    if (isSame || !because) return []
    return [{ item: id, name, max, before: was && decimal(was), after: is && decimal(is), because }]
  })
}
