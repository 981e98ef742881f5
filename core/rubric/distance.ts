/** Whether one expert stands far from the others on an item: then the expert is asked to look again, once. */
import { type Exact, exact } from '../exact/exact.ts'
import { median } from '../ranking/statistics.ts'

/** Below so many others there are no "others" to stand far from, only persons. */
export const leastOthers = 3

/** What an organiser can adopt without being told which number is sensible: two fifths of the item's maximum. */
export const usualShare = '0.4'

/**
 * True when `own` lies `share` of the maximum or more away from the middle of the others' points.
 * @param own points of this expert
 * @param others points of every other expert who counts, in any order
 * @param max the item's maximum, above zero
 * @param share decimal between 0 and 1, as adopted
 */
export function standsFar(own: Exact, others: readonly Exact[], max: Exact, share: string): boolean {
  if (others.length < leastOthers) return false
  return (
    own
      .sub(median(others))
      .abs()
      .compare(max.mul(exact(share))) >= 0
  )
}
