/** Equal results, and the steps the organiser adopted to tell them apart. Never the order of a list. */
import type { Exact } from '../exact/exact.ts'
import type { Text } from '../lang.ts'
import { groupsOfEquals } from './groups.ts'
import type { Place } from './rank.ts'

/** One adopted step: a figure for each applicant, the higher one goes before. */
export type TieStep = { readonly name: Text; readonly values: ReadonlyMap<string, Exact> }

/** A place after the steps; `decidedBy` is the step that told it from its equals. */
export type SettledPlace = Place & { readonly decidedBy: Text | null }

/**
 * Goes through the steps in their order within each group of equals. A step that has no figure for one of them does
 * not apply to that group. Who is still equal after the last step keeps the shared rank (1, 2, 2, 4).
 */
export function settleTies(places: readonly Place[], steps: readonly TieStep[]): SettledPlace[] {
  const ranked = places.filter((place) => place.rank !== null)
  const groups = Map.groupBy(ranked, ({ rank }) => rank)
  const settled = [...groups.values()].flatMap((group) =>
    split({ higher: (group[0]?.rank ?? 1) - 1, places: group.map((place) => ({ ...place, decidedBy: null })) }, steps),
  )
  return [...settled, ...places.filter(({ rank }) => rank === null).map((place) => ({ ...place, decidedBy: null }))]
}

function split(
  { higher, places }: { higher: number; places: readonly SettledPlace[] },
  steps: readonly TieStep[],
): SettledPlace[] {
  const [step, ...later] = steps
  const tied = places.length > 1
  if (!tied || step === undefined) return places.map((place) => ({ ...place, rank: higher + 1, tied }))
  const valued = places.flatMap((place) => {
    const value = step.values.get(place.applicant)
    return value === undefined ? [] : [{ place, value }]
  })
  if (valued.length < places.length) return split({ higher, places }, later)
  const groups = groupsOfEquals(valued)
  return groups.flatMap(({ higher: before, members }) =>
    split(
      {
        higher: higher + before,
        places: members.map(({ place }) => ({
          ...place,
          decidedBy: groups.length > 1 ? step.name : place.decidedBy,
        })),
      },
      later,
    ),
  )
}
