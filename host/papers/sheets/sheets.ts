/** The sheets of a round's workbook, in the order in which a round goes. */
import type { ListedCell } from '#core/verify/check-data.ts'
import type { PaperBook } from '../book.ts'
import { attendanceSheet } from './attendance.ts'
import { ballotsSheet } from './ballots.ts'
import { checkDataSheet, listedCells } from './check-data.ts'
import { consensusSheet } from './consensus.ts'
import { coverSheet } from './cover.ts'
import { factSheets, factsSheet } from './facts.ts'
import { minutesSheet } from './minutes.ts'
import type { SheetModel } from './model.ts'
import { opinionSheet } from './opinions.ts'
import { rankingSheet } from './ranking.ts'
import { scoreSheet } from './score.ts'
import { signaturesSheet } from './signatures.ts'
import { summarySheet } from './summary.ts'
import { visitsSheet } from './visits.ts'

/**
 * Every sheet of a book, one after the other, so that a large round need not hold them all at once. The same book gives
 * the same sheets: whoever checks a workbook makes them anew and compares cell by cell.
 */
export function* sheetsOf(book: PaperBook): Generator<SheetModel> {
  const cells = new Map<string, readonly ListedCell[]>()
  for (const sheet of printedSheets(book)) {
    if (book.signing) cells.set(sheet.name, listedCells(sheet))
    yield sheet
  }
  yield checkDataSheet(book, cells)
}

function* printedSheets(book: PaperBook): Generator<SheetModel> {
  const { withRubric, withVote, seats } = book.result
  yield coverSheet(book)
  if (withRubric) yield summarySheet(book)
  for (const seat of seats) yield withRubric ? scoreSheet(book, seat) : opinionSheet(book, seat)
  if (factSheets(book).length > 0) yield factsSheet(book)
  if (book.visits.length > 0) yield visitsSheet(book)
  if (book.minutes.length > 0) yield minutesSheet(book)
  if (withVote) yield ballotsSheet(book)
  yield rankingSheet(book)
  if (withRubric) yield consensusSheet(book)
  yield attendanceSheet(book)
  yield signaturesSheet(book)
}
