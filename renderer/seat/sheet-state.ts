/** One sheet as the expert sees it now: what the host has, with what was written on this device laid over it. */
import { decimal, exact, sum } from '#core/exact/exact.ts'
import type { ItemView, SheetView } from '#host/api/shapes.ts'
import { type Note, opinionSlot } from './journal.ts'
import { type Draft, draftOf, type Lack, lackOf, readScore } from './score.ts'

export type Line = {
  item: ItemView
  draft: Draft
  /** What the expert still owes here; null when nothing, and for items that follow from facts. */
  lack: Lack
  /** Points as they stand; null while open. */
  points: string | null
  /** Why the host did not take what was written. */
  refused: string | null
}
export type Section = { block: SheetView['blocks'][number]; lines: Line[]; subtotal: string }
export type SheetState = {
  sheet: SheetView
  isEditable: boolean
  sections: Section[]
  /** Ids of the items this expert decides, in printed order. */
  judged: string[]
  /** Of these, the ones that still lack something. */
  open: ReadonlySet<string>
  base: string
  bonus: string
  opinion: string
  opinionRefused: string | null
  /** How many things stand between this sheet and its submission. */
  missing: number
}

type Written = {
  draftOf: (packet: string, item: string) => Note['draft'] | undefined
  notesOf: (packet: string) => readonly Note[]
}

const boundsOf = ({ max, maxDeduct, mustDeduct }: ItemView) => ({ max, maxDeduct, mustDeduct })

function pointsOf(item: ItemView, draft: Draft): string | null {
  if (item.kind === 'fact') return item.points
  const read = readScore(draft.score, boundsOf(item))
  return read.kind === 'score' ? read.score : null
}

function total(points: (string | null)[]): string {
  return decimal(sum(points.flatMap((each) => (each === null ? [] : [exact(each)]))))
}

/** Lays what was written on this device over what the host last said. */
export function sheetState(sheet: SheetView, written: Written, isEditable: boolean): SheetState {
  const notes = new Map(written.notesOf(sheet.packet).map((note) => [note.item, note]))
  const lineOf = (item: ItemView): Line => {
    const own = isEditable ? written.draftOf(sheet.packet, item.id) : undefined
    const draft = typeof own === 'object' ? own : draftOf(item.judgement, item.max)
    const lack = item.kind === 'fact' ? null : lackOf(draft, boundsOf(item))
    return {
      item,
      draft,
      lack,
      points: pointsOf(item, draft),
      refused: isEditable ? (notes.get(item.id)?.refused ?? null) : null,
    }
  }
  const sections = sheet.blocks.map((block): Section => {
    const lines = block.items.map(lineOf)
    return { block, lines, subtotal: total(lines.map(({ points }) => points)) }
  })
  const part = (isBonus: boolean) =>
    total(sections.filter(({ block }) => block.bonus === isBonus).map(({ subtotal }) => subtotal))
  const lines = sections.flatMap((section) => section.lines)
  const open = new Set(lines.filter(({ lack }) => lack !== null).map(({ item }) => item.id))
  const own = isEditable ? written.draftOf(sheet.packet, opinionSlot) : undefined
  const opinion = typeof own === 'string' ? own : sheet.opinion
  const isPlain = sections.length === 0
  return {
    sheet,
    isEditable,
    sections,
    judged: lines.filter(({ item }) => item.kind === 'judgement').map(({ item }) => item.id),
    open,
    base: part(false),
    bonus: part(true),
    opinion,
    opinionRefused: notes.get(opinionSlot)?.refused ?? null,
    missing: isPlain ? (opinion.trim() === '' ? 1 : 0) : open.size,
  }
}
