/** Score sheets and the judgements on them, drafts as well as submitted ones. */
import { and, eq } from 'drizzle-orm'
import type { Judgement } from '#core/ledger/kinds.ts'
import type { ReadHandle, RoundFile, WriteHandle } from '../open.ts'
import { judgements, sheets } from '../schema/round.ts'

export type SheetRecord = typeof sheets.$inferSelect
export type JudgementRecord = typeof judgements.$inferSelect
type Place = { expert: string; packet: string }

const sheetAt = ({ expert, packet }: Place) => and(eq(sheets.expert, expert), eq(sheets.packet, packet))
const judgementsAt = ({ expert, packet }: Place) => and(eq(judgements.expert, expert), eq(judgements.packet, packet))

export function allSheets(handle: ReadHandle): SheetRecord[] {
  return handle.select().from(sheets).all()
}

export function allJudgements(handle: ReadHandle): JudgementRecord[] {
  return handle.select().from(judgements).all()
}

export function oneSheet(handle: ReadHandle, place: Place): SheetRecord | undefined {
  return handle.select().from(sheets).where(sheetAt(place)).get()
}

export function judgementsOf(handle: ReadHandle, place: Place): Record<string, Judgement> {
  const rows = handle.select().from(judgements).where(judgementsAt(place)).all()
  return Object.fromEntries(rows.map(({ item, deduct, reason, pins }) => [item, { deduct, reason, pins }]))
}

/** Notes that an expert has opened an application. */
export function markSeen(handle: WriteHandle, place: Place): void {
  handle
    .insert(sheets)
    .values({ ...place, state: 'seen', opinion: '' })
    .onConflictDoNothing()
    .run()
}

/** Saves part of a draft: the named judgements (null takes one back) and, when given, the opinion. */
export function saveDraft(
  handle: WriteHandle,
  place: Place,
  draft: { judgements: Readonly<Record<string, Judgement | null>>; opinion?: string | undefined; at: string },
): void {
  const opinion = draft.opinion === undefined ? {} : { opinion: draft.opinion }
  handle
    .insert(sheets)
    .values({ ...place, state: 'draft', opinion: '', savedAt: draft.at, ...opinion })
    .onConflictDoUpdate({
      target: [sheets.expert, sheets.packet],
      set: { state: 'draft', savedAt: draft.at, ...opinion },
    })
    .run()
  for (const [item, judgement] of Object.entries(draft.judgements)) {
    if (judgement === null) {
      handle
        .delete(judgements)
        .where(and(judgementsAt(place), eq(judgements.item, item)))
        .run()
      continue
    }
    handle
      .insert(judgements)
      .values({ ...place, item, ...judgement })
      .onConflictDoUpdate({ target: [judgements.expert, judgements.packet, judgements.item], set: judgement })
      .run()
  }
}

/**
 * Takes every draft and every sign that a sheet was opened in hand, for a rebuild of the rows.
 * @returns writes them back, where the rebuilt rows do not say that the sheet was handed in.
 */
export function keepDrafts(handle: WriteHandle): () => void {
  const kept = allSheets(handle).filter(({ state }) => state !== 'submitted')
  const written = Map.groupBy(allJudgements(handle), ({ expert, packet }) => `${expert}/${packet}`)
  return () => {
    for (const sheet of kept) {
      const now = oneSheet(handle, sheet)
      if (now?.state === 'submitted') continue
      const { returnedFor, ...draft } = sheet
      handle
        .insert(sheets)
        .values(sheet)
        .onConflictDoUpdate({
          target: [sheets.expert, sheets.packet],
          set: { ...draft, returnedFor: now?.returnedFor ?? returnedFor },
        })
        .run()
      handle.delete(judgements).where(judgementsAt(sheet)).run()
      for (const row of written.get(`${sheet.expert}/${sheet.packet}`) ?? []) {
        handle.insert(judgements).values(row).run()
      }
    }
  }
}

/** Writes drafts that were read from a damaged file, where their sheet and people are there and nothing was handed in. */
export function insertDrafts(
  file: WriteHandle & Pick<RoundFile, 'transaction'>,
  drafts: { sheets: readonly SheetRecord[]; judgements: readonly JudgementRecord[] },
): number {
  let kept = 0
  for (const sheet of drafts.sheets) {
    const written = drafts.judgements.filter(({ expert, packet }) => expert === sheet.expert && packet === sheet.packet)
    try {
      file.transaction((handle) => {
        if (oneSheet(handle, sheet)?.state === 'submitted') return
        handle
          .insert(sheets)
          .values(sheet)
          .onConflictDoUpdate({ target: [sheets.expert, sheets.packet], set: sheet })
          .run()
        handle.delete(judgements).where(judgementsAt(sheet)).run()
        for (const row of written) handle.insert(judgements).values(row).run()
        kept += 1
      })
    } catch {
      // A draft whose expert or application the ledger no longer proves has nowhere to stand.
    }
  }
  return kept
}
