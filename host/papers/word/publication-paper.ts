/** 公示: who is proposed, in an order that says nothing of the result; no marks, no ballots, no phones, no identity numbers. */
import { inNeutralOrder, type NeutralOrder } from '#core/publication/neutral-order.ts'
import type { PaperBook } from '../book.ts'
import { proposed } from '../sheets/ranking.ts'
import { longDate, zh } from '../words.ts'
import type { Pen } from './office.ts'

const orders: Readonly<Record<NeutralOrder, string>> = {
  strokes: '按领办人姓氏笔画排列',
  pinyin: '按领办人姓名拼音排列',
  number: '按申报编号排列',
}

/** The body of the paper; before the list is posted its days stay blank. */
export function publicationPaper(pen: Pen, book: PaperBook) {
  const { round, publication } = book
  const order = publication?.order ?? 'strokes'
  const rows = inNeutralOrder(
    proposed(book.result.rows).filter(({ packet }) => publication?.standing[packet] !== 'fallen'),
    order,
  )
  const held = rows.filter(({ packet }) => publication?.standing[packet] === 'held')
  const graded = rows.some(({ decisionCode }) => decisionCode === 'graded')
  const period = publication?.days
    ? `公示时间：${longDate(publication.days.firstDay)}至${longDate(publication.days.lastDay)}（${publication.length} 个${publication.unit === 'working' ? '工作日' : '自然日'}，张贴当日不计）。`
    : '公示时间：＿＿＿＿年＿＿月＿＿日至＿＿＿＿年＿＿月＿＿日。'
  return [
    ...pen.title('公　示'),
    ...pen.text(
      `根据《${zh(round.schemeTitle)}》（${round.document.number}），经专家评审，现将${zh(round.activityName)}${graded ? '结果' : '拟入选名单'}予以公示（${orders[order]}，不分先后）：`,
      { lead: rows.length > 0 },
    ),
    ...(rows.length === 0
      ? pen.text('没有列入名单的申报。')
      : [
          pen.table(
            graded ? [8, 32, 30, 12, 18] : [8, 34, 30, 12, 16],
            ['序号', '工作室', '申报单位', '领办人', graded ? '等次' : '职业（工种）'],
            rows.map((row, at) => [
              String(at + 1),
              row.workshop,
              row.unit,
              row.leader,
              graded ? zh(row.decision) : row.occupation,
            ]),
          ),
        ]),
    ...held.flatMap((row) => pen.text(`“${row.workshop}”收到异议，正在核实，暂缓；其余各项照常进行。`)),
    ...pen.text(period),
    ...pen.text(
      `如有异议，请在公示期内以书面形式向${round.organiser}反映，写明事实和理由，个人署真实姓名并留联系方式，单位加盖公章。`,
    ),
    ...pen.text('联系电话：＿＿＿＿＿＿＿＿　　地址：＿＿＿＿＿＿＿＿＿＿＿＿'),
    ...pen.closing(
      `${round.organiser}\n${publication?.posted ? longDate(publication.posted) : '＿＿＿＿年＿＿月＿＿日'}`,
    ),
  ]
}
