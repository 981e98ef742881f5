/** 封面: what this workbook is, which sheets it has, and how anybody can check it. */
import type { PaperBook } from '../book.ts'
import { confirmationShown, fingerprint, moment, zh } from '../words.ts'
import { claims, heads, mid, score, word } from './cells.ts'
import type { SheetModel } from './model.ts'
import { openSheet, type PaperSheet } from './page.ts'
import { byRank } from './ranking.ts'
import { rankCell } from './summary.ts'

const mostOnCover = 12

/** The sheet. */
export function coverSheet(book: PaperBook): SheetModel {
  const { round, result, panel } = book
  const sheet = openSheet(book, {
    name: '封面',
    title: '评审结果工作簿',
    orientation: 'portrait',
    columns: Array.from({ length: 12 }, () => ({ least: 34, grow: 1 })),
  })
  sheet.gap(30)
  const facts = sheet.table({ header: [], widths: [120, 380] })
  const chair = panel.members.find((member) => member.chair)
  const rows: [string, string][] = [
    ['评审名称', round.title],
    ['组织单位', round.organiser],
    ['依据文件', `${zh(round.schemeTitle)}（${round.document.number}）`],
    ['活动', zh(round.activityName)],
    ['方案', `${round.scheme} 第${book.schemeVersion}版`],
    ['参评申报', `${result.rows.length} 项`],
    ['专家组', `${panel.members.length} 人，组长 ${chair?.name ?? '未设'}`],
    ['结果固定时间', result.frozenAt ? moment(result.frozenAt) : '尚未固定'],
    ['结果核对', confirmationShown(book)],
    ['制表时间', moment(book.madeAt)],
    ['台账', `${round.ledger.entries} 条`],
    ['台账指纹', fingerprint(round.ledger.head)],
  ]
  for (const [name, value] of rows) facts.row([word(name, 'head'), word(value)], { tall: 26 })
  addGlance(sheet, book)
  sheet.heading('本工作簿各表')
  const list = sheet.table({ header: [heads('序号', '表名', '内容')], widths: [40, 150, 310] })
  contentsOf(book).forEach(([name, what], at) => {
    list.row([mid(at + 1), word(name), word(what)])
  })
  sheet.heading('怎样复核')
  sheet.paragraph('1. 各表只有数值，没有公式；任何一格被改动，数字签名即失效。')
  sheet.paragraph('2. 用“匠评”的“校验”打开本文件，程序按《校验数据》中的台账重新计算每个得分、名次和票数，逐格比对。')
  sheet.paragraph('3. 打印件以页脚的台账指纹（前 16 位）和二维码为准：与本封面一致的，出自同一次导出。')
  return sheet.close()
}

/** The first of the ranking, for whoever reads the cover only. */
function addGlance(sheet: PaperSheet, { result }: PaperBook): void {
  if (!result.withRubric) return
  sheet.heading(
    result.rows.length > mostOnCover ? `结果一览（前 ${mostOnCover} 行，全部见《排序与建议名单》）` : '结果一览',
  )
  const table = sheet.table({
    header: [heads('名次', '编号', '工作室', '采用分', '最低分', '最高分', '结论')],
    widths: [62, 36, 164, 56, 52, 52, 78],
  })
  for (const row of byRank(result.rows).slice(0, mostOnCover)) {
    const value = claims(score(row.shown, { strong: true }), 'value', row.packet)
    const decision = claims(mid(zh(row.decision)), 'decision', row.packet)
    const range = [score(row.spread?.min ?? null), score(row.spread?.max ?? null)]
    table.row([rankCell(row), mid(row.no), word(row.workshop), value, ...range, decision])
  }
}

function contentsOf({ result, visits, minutes }: PaperBook): [string, string][] {
  const { withRubric, withVote, seats } = result
  const all: [boolean, string, string][] = [
    [withRubric, '评分汇总表', '每位专家的总分、汇总规则、采用分、名次和等次'],
    [withRubric, `个人评分表（${seats.length} 张）`, '每位专家的逐项得分、扣分理由、引用页码和意见'],
    [!withRubric, `审阅意见（${seats.length} 张）`, '每位专家的审阅意见'],
    [withRubric, '事实与推导', '每项事实、证明页和由此推出的得分'],
    [visits.length > 0, '现场考察记录', '考察时间、人员、所见和意见'],
    [minutes.length > 0, '评议纪要与不同意见', '集中评议的意见，不同意见全文照录'],
    [withVote, '实名表决表', '每位成员的表决、表决规则和计票'],
    [true, '排序与建议名单', '名次、入选线、每项申报入选或未入选的依据'],
    [withRubric, '一致性与稳健性', '专家之间是否一致，名次是否取决于个别专家'],
    [true, '回避与出席', '专家组成员、出席和回避'],
    [true, '签名清单', '应当签名的人、每人的表态、笔迹和证书指纹'],
    [true, '校验数据', '供复核的台账数据'],
  ]
  return all.flatMap(([there, name, what]) => (there ? [[name, what] as [string, string]] : []))
}
