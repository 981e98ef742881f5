/** 建议名单: what the panel proposes, in its own or neutral order and without marks, ballots or phones. */
import type { PaperBook } from '../book.ts'
import { departureSentences, orderOf, proposed, tieSentences } from '../sheets/ranking.ts'
import { longDate, zh } from '../words.ts'
import { openingOf, type Pen } from './office.ts'

/** The body of the paper. */
export function proposalPaper(pen: Pen, book: PaperBook) {
  const rows = proposed(book.result.rows)
  const ties = tieSentences(book.result.rows)
  return [
    ...pen.title('建议名单'),
    ...pen.text(openingOf(book)),
    ...(rows.length === 0
      ? pen.text('没有列入建议名单的申报。')
      : [
          ...pen.text(`经评审，建议下列 ${rows.length} 项（${orderOf(rows)}）：`, { lead: true }),
          pen.table(
            [9, 9, 30, 26, 12, 14],
            ['序号', '编号', '工作室', '申报单位', '领办人', '结论'],
            rows.map((row, at) => [
              String(at + 1),
              String(row.no),
              row.workshop,
              row.unit,
              row.leader,
              zh(row.decision),
            ]),
          ),
        ]),
    ...ties.flatMap((tie) => pen.text(tie)),
    ...departureSentences(book.result.rows).flatMap((one) => pen.text(`与评分顺序不一致：${one}`)),
    ...pen.text('得分、名次和表决结果见评审结果工作簿。本名单须经公示并由发文机关审定后生效。'),
    ...pen.text(`制表日期：${longDate(book.madeAt)}`),
    ...pen.signatures(['组　长', '监　督', '填写人', '复核人']),
  ]
}
