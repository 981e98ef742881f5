/** The secretariat enters a sheet that an expert filled in on paper: two people, each from the paper itself. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Judgement, PaperEntry, ScanFile } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { differingItems } from '#core/rubric/paper-entry.ts'
import { itemsOf } from '#core/scheme/scheme.ts'
import { keepBytes } from '#db/packet-files.ts'
import type { SheetRow } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { mostScanBytes, scanMime } from '../intake/scanned-page.ts'
import type { Room } from '../room.ts'
import { enterSheet } from './save-draft.ts'
import { submitSheet } from './submit-sheet.ts'

/**
 * Hands the sheet in, marked as paper for ever.
 * @param input.judgements deduction, reason and pages of each item, as the first person read them
 * @param input.second who entered the deductions once more, and what came of it
 * @param input.scan what the scan is called in the bureau's own folders; may be empty
 * @param input.file the scan or photo itself, out of a browser; `input.path` where it lies on this computer
 * @returns the state only: a sheet that was handed in is nobody's to see before scoring is closed
 * @throws Refused `paper-needs-two`, `paper-differs`, `bad-scan`, `not-found`, and as `submitSheet`.
 */
export async function enterPaperSheet(
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
    file?: File | undefined
    path?: string | undefined
  },
): Promise<Pick<SheetRow, 'packet' | 'no' | 'workshop' | 'state'>> {
  const { room, member } = enterSheet(ctx, input)
  const [first, second] = [input.first.trim(), input.second.name.trim()]
  const names = new Set([first, second, member.person.name])
  if (first === '' || second === '' || names.size < 3) refuse('paper-needs-two')
  const deductions = Object.fromEntries(Object.entries(input.judgements).map(([id, { deduct }]) => [id, deduct]))
  const differing = differingItems(deductions, input.second.deductions)
  if (differing.length > 0) refuse('paper-differs', { items: differing.map((id) => itemName(room, id)) })
  const file = await keptScan(room, input)
  const paper: PaperEntry = { first, second, scan: input.scan.trim(), ...(file && { file }) }
  const { packet, no, workshop, state } = submitSheet(ctx, input, paper)
  return { packet, no, workshop, state }
}

function itemName({ rubric }: Room, id: string): string {
  const item = rubric && itemsOf(rubric).find((one) => one.id === id)
  return item ? `${id} ${item.name['zh-CN']}` : id
}

/** Keeps the scan among the round's files, before anything names it. */
async function keptScan(
  { folder }: Room,
  { file, path: place }: { file?: File | undefined; path?: string | undefined },
): Promise<ScanFile | null> {
  const name = path.basename((file?.name ?? place ?? '').replaceAll('\\', '/')).slice(0, 120)
  if (name === '') return null
  if (file && file.size > mostScanBytes) return refuse('bad-scan')
  const bytes = file
    ? Buffer.from(await file.arrayBuffer())
    : await readFile(place ?? '').catch(() => refuse('not-found', { path: place ?? '' }))
  const mime = scanMime(bytes)
  return { sha256: await keepBytes(folder, bytes), name, mime }
}
