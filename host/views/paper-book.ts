/** Everything the papers of a round are made from, gathered from the views that the screens show as well. */
import { Refused, refuse } from '#core/refusal.ts'
import { allEntries } from '#db/queries/ledger.ts'
import type { ResultRow } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import type { PaperBook } from '../papers/book.ts'
import { demandStage, enter, type Room } from '../room.ts'
import { signingBook } from '../signing/signing-book.ts'
import { moneyOfRound } from './afterwards.ts'
import { attendanceOf } from './attendance.ts'
import { listMinutes } from './deliberation.ts'
import { showPanel } from './panel.ts'
import { paperPackets } from './paper-packets.ts'
import { publicationOf } from './publication.ts'
import { resultOf } from './results.ts'
import { showRound } from './round.ts'
import { readScoring } from './scoring.ts'
import { submittedSheets } from './sheets.ts'
import { visitThumbs } from './visit-pictures.ts'
import { listVisits } from './visits.ts'
import { votesOf } from './votes.ts'

/** Everything the papers say. @throws Refused `result-not-frozen`. */
export async function bookOf(ctx: Ctx, round: string): Promise<PaperBook> {
  const room = enter(ctx, round)
  if (!room.frozen) refuse('result-not-frozen')
  demandStage(room, 'export-papers', ctx.caller.lang)
  const scoring = readScoring(room)
  const result = resultOf(room, scoring)
  const entries = allEntries(room.file)
  return {
    round: showRound(ctx, { round }),
    panel: showPanel(ctx, { round }),
    attendance: attendanceOf(room).events,
    result,
    sheets: submittedSheets(room, scoring, entries),
    visits: listVisits(ctx, { round }),
    visitThumbs: await visitThumbs(ctx.host, room),
    minutes: listMinutes(ctx, { round }),
    votes: votesOf(room),
    packets: paperPackets(room, entries),
    publication: paperPublication(room, result.rows),
    schemeVersion: room.row.schemeVersion,
    signing: await signingBook(room),
    money: moneyOf(room, result.rows),
    scheme: room.scheme,
    entries,
    madeAt: timestamp(ctx.host),
  }
}

/** Null until the list hangs: its days are blank on paper then. */
function paperPublication(room: Room, result: readonly ResultRow[]): PaperBook['publication'] {
  const { posted, rows } = publicationOf(room, result)
  if (!posted) return null
  const { firstDay, lastDay, nextStep } = posted
  const standing = Object.fromEntries(rows.map((row) => [row.packet, row.standing]))
  return { ...posted, days: { firstDay, lastDay, nextStep }, standing }
}

/** What cannot be worked out from the record, an unknown level say, is left to the bureau. */
function moneyOf(room: Room, rows: readonly ResultRow[]): PaperBook['money'] {
  if (!room.scheme.afterwards) return null
  try {
    const money = moneyOfRound(room, rows)
    return money.rows.length > 0 ? money : null
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
