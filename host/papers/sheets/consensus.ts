/** 一致性与稳健性: how far the experts agree, who marks high or low, and how the marks of each application lie. */

import type { PaperBook } from '../book.ts'
import { chartSize } from '../charts/chart.ts'
import type { DistributionRow } from '../charts/distribution.ts'
import { points, zh } from '../words.ts'
import { blank, heads, mid, score, word } from './cells.ts'
import type { SheetModel } from './model.ts'
import { openSheet, type PaperSheet } from './page.ts'
import { lines, signatureBlock } from './signature-block.ts'

/** Most applications in one picture; more make another. */
const perPicture = 24
const pictureWidth = 690

/** The sheet with its pictures. */
export function consensusSheet(book: PaperBook): SheetModel {
  const sheet = openSheet(book, {
    name: '一致性与稳健性',
    title: '一致性与稳健性',
    orientation: 'landscape',
    columns: [
      { least: 34 },
      { least: 150, grow: 3 },
      { least: 60, grow: 1 },
      { least: 60, grow: 1 },
      { least: 60, grow: 1 },
      { least: 60, grow: 1 },
      { least: 60, grow: 1 },
      { least: 60, grow: 1 },
      { least: 60, grow: 1 },
    ],
  })
  addConcordance(sheet, book)
  addSpread(sheet, book)
  addSeverity(sheet, book)
  const rows = chartRows(book)
  if (rows.length > 0) sheet.heading(`${book.result.consensus ? '四' : '三'}、各申报得分分布图`)
  for (let at = 0; at < rows.length; at += perPicture) {
    const chart = { kind: 'distribution', rows: rows.slice(at, at + perPicture) } as const
    const { width, height } = chartSize(chart)
    sheet.picture(chart, { width: pictureWidth, height: (height / width) * pictureWidth })
  }
  signatureBlock(sheet, lines.desk)
  return sheet.close()
}

function addConcordance(sheet: PaperSheet, { result }: PaperBook): void {
  const { consensus } = result
  sheet.heading('一、肯德尔和谐系数（Kendall’s W）')
  if (!consensus) {
    sheet.paragraph('共同评分的申报或专家不足，不能计算。')
    return
  }
  const table = sheet.table({
    header: [heads('校正并列后的 W', '未校正的 W', '共同评分的申报数', '专家数')],
    widths: [1, 1, 1, 1],
  })
  table.row([
    decimals(consensus.kendallW?.corrected ?? null),
    decimals(consensus.kendallW?.uncorrected ?? null),
    mid(consensus.applicants),
    mid(consensus.experts),
  ])
  sheet.paragraph(zh(consensus.sentence))
  sheet.paragraph(
    `说明：W 在 0 与 1 之间，1 表示全体专家排序完全相同，0 表示没有一致的排序。只统计每位专家都评了分的申报。本次只有 ${consensus.experts} 位专家、${consensus.applicants} 项申报，样本小，系数只供参考，不改变任何得分和名次。`,
  )
}

/** A coefficient: to be read, not added up, so it may have its own number of places. */
function decimals(spelling: string | null) {
  return spelling === null ? mid('不能计算') : mid(spelling)
}

function chartRows({ result }: PaperBook): DistributionRow[] {
  return result.rows.flatMap((row) => {
    const totals = row.scores.flatMap(({ total }) => (total === null ? [] : [Number(points(total))]))
    const adopted = row.shown === null ? null : Number(points(row.shown))
    return totals.length === 0 ? [] : [{ label: `${row.no}号 ${row.workshop}`, totals, adopted }]
  })
}

function addSpread(sheet: PaperSheet, { result }: PaperBook): void {
  sheet.heading('二、各申报得分离散程度')
  const table = sheet.table({
    header: [heads('编号', '工作室', '有效评分', '最低分', '最高分', '极差', '标准差', '中位数', '采用分')],
  })
  for (const row of result.rows) {
    const spread = row.spread
    table.row([
      mid(row.no),
      word(row.workshop),
      mid(row.counted),
      score(spread?.min ?? null),
      score(spread?.max ?? null),
      score(spread?.range ?? null),
      score(spread?.deviation ?? null),
      score(row.median),
      score(row.shown, { strong: true }),
    ])
  }
}

function addSeverity(sheet: PaperSheet, { result }: PaperBook): void {
  const { consensus } = result
  if (!consensus) return
  sheet.heading('三、各专家评分宽严与去掉一人的影响')
  const table = sheet.table({
    header: [heads('席位', '专家', '所评平均分', '与专家组平均之差', '去掉该专家后名次', '说明')],
    widths: [40, 90, 80, 100, 110, 320],
  })
  for (const { expert, name, mean, offset } of consensus.severity) {
    const seat = result.seats.find((candidate) => candidate.expert === expert)?.seat
    const without = consensus.leaveOneOut.find((candidate) => candidate.expert === expert)
    table.row([
      seat === undefined ? blank() : mid(seat),
      mid(name),
      score(mean),
      { ...score(offset), kind: 'signed' },
      mid(without ? (without.changes ? '有变化' : '不变') : '—'),
      word(without ? zh(without.text) : '—'),
    ])
  }
  sheet.paragraph('注：宽严之差含各专家所评申报不同（回避）造成的差别，只供了解情况，不作为调整得分的依据。')
}
