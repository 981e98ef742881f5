/** The secretariat enters a sheet that an expert filled in on paper: two people, each from the paper itself. */
import type { Judgement } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { differingItems } from '#core/rubric/paper-entry.ts'
import { itemsOf } from '#core/scheme/scheme.ts'
import type { SheetRow } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import type { Room } from '../room.ts'
import { enterSheet } from './save-draft.ts'
import { submitSheet } from './submit-sheet.ts'

/**
 * Hands the sheet in, marked as paper for ever.
 * @param input.judgements deduction, reason and pages of each item, as the first person read them
 * @param input.second who entered the deductions once more, and what came of it
 * @param input.scan where the scanned paper lies; may be empty
 * @returns the state only: a sheet that was handed in is nobody's to see before scoring is closed
 * @throws Refused `paper-needs-two`, `paper-differs`, and as `submitSheet`.
 */
export function enterPaperSheet(
  ctx: Ctx,
  input: {
    round: string
    expert: string
    packet: string
    first: string
    judgements: Record<string, Judgement>
    opinion: string
    second: { name: string; deductions: Record<string, string> }
    scan: string
  },
): Pick<SheetRow, 'packet' | 'no' | 'workshop' | 'state'> {
  const { room, member } = enterSheet(ctx, input)
  const [first, second] = [input.first.trim(), input.second.name.trim()]
  const names = new Set([first, second, member.person.name])
  if (first === '' || second === '' || names.size < 3) refuse('paper-needs-two')
  const deductions = Object.fromEntries(Object.entries(input.judgements).map(([id, { deduct }]) => [id, deduct]))
  const differing = differingItems(deductions, input.second.deductions)
  if (differing.length > 0) refuse('paper-differs', { items: differing.map((id) => itemName(room, id)) })
  const { packet, no, workshop, state } = submitSheet(ctx, input, { first, second, scan: input.scan.trim() })
  return { packet, no, workshop, state }
}

function itemName({ rubric }: Room, id: string): string {
  const item = rubric && itemsOf(rubric).find((one) => one.id === id)
  return item ? `${id} ${item.name['zh-CN']}` : id
}
