/** The workbook of a round: every sheet that decides who gets the plaque, ready to be printed, signed and checked. */
import type { PaperBook } from './book.ts'
import { findFont } from './fonts.ts'
import { addAttendance } from './sheets/attendance.ts'
import { addBallots } from './sheets/ballots.ts'
import { addCheckData } from './sheets/check-data.ts'
import { addConsensus } from './sheets/consensus.ts'
import { addFacts, factSheets } from './sheets/facts.ts'
import { addMinutes } from './sheets/minutes.ts'
import { addOpinionSheet } from './sheets/opinions.ts'
import { addRanking } from './sheets/ranking.ts'
import { addScoreSheet } from './sheets/score.ts'
import { addSignatures } from './sheets/signatures.ts'
import { addSummary } from './sheets/summary.ts'
import { addVisits } from './sheets/visits.ts'
import { settleTimes } from './zip-times.ts'

type Zip = { append: (content: string, file: { name: string }) => void }
type StylesWriter = { addStyles: (zip: Zip, model: { styles: { xml: string } }) => Promise<void> }

/** Makes the workbook. Values only, no formulas, no links; the same book makes the same bytes. */
export async function buildWorkbook(book: PaperBook): Promise<Buffer> {
  // exceljs is slow to load, and most starts of the program export nothing.
  const { Workbook } = (await import('exceljs')).default
  const workbook = new Workbook()
  const made = new Date(book.madeAt)
  workbook.title = book.round.title
  workbook.creator = '匠评'
  workbook.lastModifiedBy = '匠评'
  workbook.created = made
  workbook.modified = made
  const target = { workbook, book }
  const { withRubric, withVote, seats } = book.result

  if (withRubric) addSummary(target)
  for (const seat of seats) {
    if (withRubric) addScoreSheet(target, seat)
    else addOpinionSheet(target, seat)
  }
  if (factSheets(book).length > 0) addFacts(target)
  if (book.visits.length > 0) addVisits(target)
  if (book.minutes.length > 0) addMinutes(target)
  if (withVote) addBallots(target)
  addRanking(target)
  if (withRubric) await addConsensus(target, findFont())
  addAttendance(target)
  addSignatures(target)
  addCheckData(target)

  nameNormalFont(workbook.xlsx as unknown as StylesWriter)
  const bytes = await workbook.xlsx.writeBuffer()
  return settleTimes(Buffer.from(bytes as ArrayBuffer), book.madeAt)
}

/**
 * exceljs always makes Calibri of the theme the normal font. Column widths are counted in its digits, and many offices
 * have no Calibri: there every column would come out in another width.
 */
function nameNormalFont(writer: StylesWriter): void {
  writer.addStyles = async (zip, { styles }) => {
    const first = /<font>.*?<\/font>/
    const named = styles.xml.replace(
      first,
      '<font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
    )
    zip.append(named, { name: 'xl/styles.xml' })
  }
}
