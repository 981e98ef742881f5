/** Draws many missing points of one kind together, so that eighty missing sheets are seven lines. */
import type { Missing, SeatView } from '#host/api/shapes.ts'

/** Points shown as one line; `seat` when they all wait for the same expert. */
export type MissingGroup = { first: Missing; count: number; seat: SeatView | null }

/** From this many sheets of one expert on, they are one line. */
const together = 2

/** Sheets are grouped by expert, in the order of the seats; everything else stays as it is. */
export function groupMissing(missing: readonly Missing[], seats: readonly SeatView[]): MissingGroup[] {
  const groups: MissingGroup[] = []
  const byExpert = new Map<string, MissingGroup>()
  for (const point of missing) {
    const expert = point.gate === 'every-sheet-submitted' ? point.where?.expert : undefined
    const known = expert === undefined ? undefined : byExpert.get(expert)
    if (known !== undefined) {
      known.count += 1
      continue
    }
    const group: MissingGroup = { first: point, count: 1, seat: null }
    groups.push(group)
    if (expert !== undefined) {
      group.seat = seats.find((seat) => seat.expert === expert) ?? null
      byExpert.set(expert, group)
    }
  }
  return groups.map((group) => (group.count < together ? { ...group, seat: null } : group))
}
