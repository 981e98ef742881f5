/** Sheets and what surrounds them. */
import { answerDoubt } from '../../acts/answer-doubt.ts'
import { arrangeReading } from '../../acts/arrange-reading.ts'
import { enterPaperSheet } from '../../acts/enter-paper-sheet.ts'
import { printBlankSheets } from '../../acts/print-blank-sheets.ts'
import { raiseDoubt } from '../../acts/raise-doubt.ts'
import { reconsiderItem } from '../../acts/reconsider-item.ts'
import { reopenSheet } from '../../acts/reopen-sheet.ts'
import { returnSheet } from '../../acts/return-sheet.ts'
import { saveSheetDraft } from '../../acts/save-draft.ts'
import { submitByScript, submitSheet } from '../../acts/submit-sheet.ts'
import { listDoubts } from '../../views/doubts.ts'
import { readPaperScan, showPaperForm } from '../../views/paper-sheets.ts'
import { showArrangement, showSecondRound } from '../../views/second-round.ts'
import { listSheets, showProgress, showSheet } from '../../views/sheets.ts'
import { by, desk, seat, together } from './handlers.ts'

export const deskScoring = {
  sheets: {
    submit: desk.sheets.submit.handler(by(submitByScript)),
    return: desk.sheets.return.handler(by(returnSheet)),
  },
  paperSheets: {
    print: desk.paperSheets.print.handler(by(printBlankSheets)),
    form: desk.paperSheets.form.handler(by(showPaperForm)),
    enter: desk.paperSheets.enter.handler(by(enterPaperSheet)),
    scan: desk.paperSheets.scan.handler(by(readPaperScan)),
  },
  reading: {
    arrange: desk.reading.arrange.handler(by(arrangeReading)),
    show: desk.reading.show.handler(by(showArrangement)),
  },
  doubts: {
    list: desk.doubts.list.handler(by(listDoubts)),
    answer: desk.doubts.answer.handler(by(answerDoubt)),
  },
  progress: { show: desk.progress.show.handler(by(showProgress)) },
}

export const seatScoring = {
  sheets: {
    list: seat.sheets.list.handler(by(listSheets)),
    show: seat.sheets.show.handler(by(showSheet)),
    save: seat.sheets.save.handler(together(saveSheetDraft)),
    submit: seat.sheets.submit.handler(together(submitSheet)),
    reopen: seat.sheets.reopen.handler(by(reopenSheet)),
    second: seat.sheets.second.handler(by(showSecondRound)),
    reconsider: seat.sheets.reconsider.handler(by(reconsiderItem)),
  },
  doubts: { raise: seat.doubts.raise.handler(by(raiseDoubt)) },
  progress: { show: seat.progress.show.handler(by(showProgress)) },
}
