/** Groups of equal values from the highest to the lowest: what places, tied ranks and tie corrections are made of. */
import type { Exact } from '../exact/exact.ts'

type Valued = { readonly value: Exact }

/** Entries of equal value in the order given, and how many entries stand higher. */
export type Group<Entry extends Valued> = { readonly higher: number; readonly members: readonly Entry[] }

/** Groups the entries by exact value. */
export function groupsOfEquals<Entry extends Valued>(entries: readonly Entry[]): Group<Entry>[] {
  const order = entries.toSorted((left, right) => right.value.compare(left.value))
  const starts = order.flatMap(({ value }, at) => (order[at - 1]?.value.equals(value) ? [] : [at]))
  return starts.map((start, group) => ({ higher: start, members: order.slice(start, starts[group + 1]) }))
}
