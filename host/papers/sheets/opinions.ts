/** 审阅意见: what one expert wrote about each application, where the round uses no rubric. */
import type { PaperBook } from '../book.ts'
import { stateShown } from '../words.ts'
import { heads, mid, word } from './cells.ts'
import { expertSheetName, type Seat } from './expert.ts'
import type { SheetModel } from './model.ts'
import { openSheet } from './page.ts'
import { addOpinions } from './score.ts'
import { signatureBlock } from './signature-block.ts'

/** The sheet of one seat. */
export function opinionSheet(book: PaperBook, seat: Seat): SheetModel {
  const own = book.sheets.filter((view) => view.expert === seat.expert)
  const sheet = openSheet(book, {
    name: expertSheetName('审阅意见', seat),
    title: `审阅意见　第${seat.seat}席　${seat.name}`,
    orientation: 'landscape',
    columns: Array.from({ length: 24 }, () => ({ least: 24, grow: 1 })),
  })
  sheet.heading('一、申报一览')
  const table = sheet.table({
    header: [heads('编号', '工作室', '申报单位', '职业（工种）', '领办人', '审阅')],
    widths: [34, 220, 200, 130, 70, 80],
  })
  for (const row of book.result.rows) {
    const view = own.find((candidate) => candidate.packet === row.packet)
    const state = row.scores.find((candidate) => candidate.expert === seat.expert)?.state ?? 'unseen'
    table.row([
      mid(row.no),
      word(row.workshop),
      word(row.unit),
      word(row.occupation),
      mid(row.leader),
      mid(view ? '已提交意见' : stateShown(state)),
    ])
  }
  addOpinions(sheet, own, '二、审阅意见')
  signatureBlock(sheet, ['专家签名', '复核人'], '以上意见由本人独立作出。')
  return sheet.close()
}
