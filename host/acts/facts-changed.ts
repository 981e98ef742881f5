/** When a fact changes after sheets were handed in: those that can no longer stand go back to their experts. */
import type { Actor } from '#core/ledger/entry.ts'
import type { FactValue } from '#core/ledger/kinds.ts'
import { judgementItems } from '#core/rubric/assess.ts'
import { allMembers } from '#db/queries/people.ts'
import type { Room } from '../room.ts'
import { readScoring } from '../views/scoring.ts'

/**
 * Returns the decisions that give back each submitted sheet which lacks a judgement under the changed facts
 * (an area that falls below the standard wants a deduction nobody has made yet).
 */
export function returnsOfBrokenSheets(
  room: Room,
  change: { packet: string; changed: Readonly<Record<string, FactValue>>; by: Actor },
) {
  const { rubric } = room
  if (!rubric) return []
  const scoring = readScoring(room)
  const wanted = judgementItems(rubric, { ...scoring.facts(change.packet), ...change.changed })
  return allMembers(room.file)
    .map(({ expert }) => ({ expert, packet: change.packet }))
    .filter((pair) => scoring.state(pair) === 'submitted')
    .map((pair) => ({ pair, open: wanted.filter(({ id }) => !scoring.judgements(pair)[id]).map(({ id }) => id) }))
    .filter(({ open }) => open.length > 0)
    .map(({ pair, open }) => ({
      kind: 'sheet.returned' as const,
      by: change.by,
      subject: change.packet,
      payload: { ...pair, reason: `事实更正后须补评：${open.join('、')}` },
    }))
}
