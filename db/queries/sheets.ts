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

/** A part of a draft: the named judgements (null takes one back) and, when given, the opinion. */
export type DraftPart = {
  judgements: Readonly<Record<string, Judgement | null>>
  opinion?: string | undefined
  at: string
}

/**
 * The statements of a save, kept as text: every stroke of every seat waits for them, and building a query costs as much
 * again as the disk. The connection compiles them once.
 */
export const draftStatements = {
  sheet: `insert into sheets (expert, packet, state, opinion, saved_at)
    values (@expert, @packet, 'draft', coalesce(@opinion, ''), @at)
    on conflict (expert, packet) do update
    set state = 'draft', saved_at = excluded.saved_at, opinion = coalesce(@opinion, opinion)`,
  judgement: `insert into judgements (expert, packet, item, deduct, reason, pins)
    values (@expert, @packet, @item, @deduct, @reason, @pins)
    on conflict (expert, packet, item) do update
    set deduct = excluded.deduct, reason = excluded.reason, pins = excluded.pins`,
  takeBack: 'delete from judgements where expert = @expert and packet = @packet and item = @item',
} as const

/** Saves a part of a draft in a transaction of its own; durable when it returns. */
export function saveDraft({ $client }: Pick<RoundFile, '$client'>, { expert, packet }: Place, draft: DraftPart): void {
  const write = $client.transaction(() => {
    const { opinion = null, at } = draft
    $client.prepare(draftStatements.sheet).run({ expert, packet, opinion, at })
    for (const [item, given] of Object.entries(draft.judgements)) {
      if (given === null) {
        $client.prepare(draftStatements.takeBack).run({ expert, packet, item })
        continue
      }
      const { deduct, reason, pins } = given
      const row = { expert, packet, item, deduct, reason, pins: JSON.stringify(pins) }
      $client.prepare(draftStatements.judgement).run(row)
    }
  })
  write.immediate()
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
