/** 一致性与稳健性: how far the experts agree, who marks high or low, and what the order hangs on. */
import type { ResultRow, ResultView } from '#host/api/shapes.ts'
import type { PaperBook } from '../book.ts'
import { type Chart, chartSize } from '../charts/chart.ts'
import type { DistributionRow } from '../charts/distribution.ts'
import type { IntervalRow } from '../charts/intervals.ts'
import { points, zh } from '../words.ts'
import { type Cell, claims, heads, mid, score, word } from './cells.ts'
import type { SheetModel } from './model.ts'
import { openSheet, type PaperSheet } from './page.ts'
import { lines, signatureBlock } from './signature-block.ts'
import type { Kind } from './styles.ts'

type Consensus = NonNullable<ResultView['consensus']>

/** Most applications in one picture; more make another. */
const perPicture = 24
const pictureWidth = 690

/** The sheet with its pictures. */
export function consensusSheet(book: PaperBook): SheetModel {
  const { result } = book
  const { consensus } = result
  const sheet = openSheet(book, {
    name: '一致性与稳健性',
    title: '一致性与稳健性',
    orientation: 'landscape',
    columns: Array.from({ length: 24 }, () => ({ least: 30, grow: 1 })),
  })
  if (!consensus) sheet.paragraph('共同评分的申报或专家不足，不能计算一致性。')
  else addAgreement(sheet, consensus)
  const heading = numbered(sheet, consensus ? 1 : 0)
  heading('各申报得分离散程度')
  addSpread(sheet, result.rows)
  heading('评分热图：各专家给分与该申报平均分之差')
  addHeat(sheet, result)
  if (consensus) {
    heading('各专家评分宽严与去掉一人的影响')
    addSeverity(sheet, result, consensus)
    if (consensus.items.length > 0) {
      heading('逐项一致程度（由专家评判的项目）')
      addItems(sheet, consensus)
    }
    heading('明显偏离的个别给分')
    addOutliers(sheet, consensus)
  }
  signatureBlock(sheet, lines.desk)
  const charts: Chart[] = [...distributions(result), ...(consensus ? intervals(result, consensus) : [])]
  if (charts.length > 0) heading('得分分布与名次区间图')
  for (const chart of charts) {
    const { width, height } = chartSize(chart)
    sheet.picture(chart, { width: pictureWidth, height: (height / width) * pictureWidth })
  }
  return sheet.close()
}

function numbered(sheet: PaperSheet, before: number): (text: string) => void {
  const digits = '一二三四五六七八九'
  let count = before
  return (text) => sheet.heading(`${digits[count++] ?? count}、${text}`)
}

function addAgreement(sheet: PaperSheet, consensus: Consensus): void {
  sheet.heading('一、一致性')
  const table = sheet.table({
    header: [
      heads('Kendall W\n（校正并列）', 'Kendall W\n（未校正）', 'ICC（单人）', 'ICC（专家组）', '共同评分申报', '专家'),
    ],
    widths: [1, 1, 1, 1, 1, 1],
  })
  table.row([
    claims(decimals(consensus.kendallW?.corrected ?? null), 'W', ''),
    claims(decimals(consensus.kendallW?.uncorrected ?? null), 'W-uncorrected', ''),
    decimals(consensus.icc?.single ?? null),
    decimals(consensus.icc?.panel ?? null),
    mid(consensus.applicants),
    mid(consensus.experts),
  ])
  sheet.paragraph(`可写入纪要：${zh(consensus.sentence)}`)
  sheet.paragraph(zh(consensus.trimming))
  sheet.paragraph(
    '说明：W 和 ICC 以 1 为完全一致；W 看排序，ICC 看分数（双向随机、绝对一致）。只统计每位专家都评了分的申报。各项系数只供了解，不改变得分和名次。',
  )
}

/** A coefficient: to be read, not added up, so it may have its own number of places. */
function decimals(spelling: string | null): Cell {
  return mid(spelling === null ? '不能计算' : spelling)
}

function addSpread(sheet: PaperSheet, rows: readonly ResultRow[]): void {
  const table = sheet.table({
    header: [heads('编号', '工作室', '有效评分', '最低分', '最高分', '极差', '标准差', '中位数', '采用分')],
    widths: [34, 240, 62, 62, 62, 62, 62, 62, 70],
  })
  for (const row of rows) {
    const spread = row.spread
    table.row([
      mid(row.no),
      word(row.workshop),
      mid(row.counted),
      score(spread?.min ?? null),
      score(spread?.max ?? null),
      score(spread?.range ?? null),
      score(spread?.deviation ?? null),
      claims(score(row.median), 'median', row.packet),
      claims(score(row.shown, { strong: true }), 'value', row.packet),
    ])
  }
}

const shades: readonly Kind[] = ['heat0', 'heat1', 'heat2', 'heat3', 'heat4']

function addHeat(sheet: PaperSheet, { rows, seats }: ResultView): void {
  const offsets = rows.map((row) => row.scores.map(({ total }) => offsetOf(total, row.mean)))
  const widest = Math.max(...offsets.flat().map((offset) => Math.abs(offset ?? 0)), 0)
  const shadeOf = (offset: number): Kind =>
    shades[widest === 0 ? 0 : Math.min(4, Math.floor((Math.abs(offset) / widest) * 5))] ?? 'heat0'
  const room = Math.max(38, Math.floor(560 / seats.length))
  const table = sheet.table({
    header: [heads('编号', '领办人', ...seats.map(({ seat, name }) => `${seat}席\n${name}`))],
    widths: [40, 76, ...seats.map(() => room)],
  })
  rows.forEach((row, at) => {
    const cells = seats.map((_, seat): Cell => {
      const offset = offsets[at]?.[seat] ?? null
      return offset === null ? mid('—') : { value: offset, kind: shadeOf(offset) }
    })
    table.row([mid(row.no), mid(row.leader), ...cells])
  })
  sheet.paragraph('注：底色越深，离该申报的平均分越远；“+”为高于平均分，“-”为低于平均分；“—”为回避或未评。')
}

/** To two places, as it is printed. */
function offsetOf(total: string | null, mean: string | null): number | null {
  return total === null || mean === null ? null : Math.round((Number(total) - Number(mean)) * 100) / 100
}

function addSeverity(sheet: PaperSheet, { seats }: ResultView, consensus: Consensus): void {
  const table = sheet.table({
    header: [heads('席位', '专家', '所评平均分', '与专家组\n平均之差', '给分标准差', '去掉该专家的评分')],
    widths: [40, 90, 76, 84, 80, 390],
  })
  for (const { expert, name, mean, offset, deviation } of consensus.severity) {
    const seat = seats.find((candidate) => candidate.expert === expert)?.seat
    const without = consensus.leaveOneOut.find((candidate) => candidate.expert === expert)
    table.row([
      mid(seat ?? '—'),
      mid(name),
      score(mean),
      { ...score(offset), kind: 'signed' },
      score(deviation),
      word(without ? zh(without.text) : '评分太少，不能比较'),
    ])
  }
  sheet.paragraph('注：按每位专家都评了分的申报计算，回避不影响宽严的比较；只供了解，不作为调整得分的依据。')
}

function addItems(sheet: PaperSheet, { items }: Consensus): void {
  const table = sheet.table({
    header: [heads('序号', '考核细则', '分值', '给分相同的\n专家对（%）', '平均极差')],
    widths: [40, 420, 60, 110, 90],
  })
  for (const { item, name, max, same, range } of items) {
    table.row([mid(item), word(zh(name)), mid(max), mid(same === null ? '—' : Number(same)), score(range)])
  }
}

function addOutliers(sheet: PaperSheet, { outliers, applicants }: Consensus): void {
  if (outliers.length === 0) {
    sheet.paragraph(
      applicants < 2 ? '共同评分的申报不足两项，不能判断。' : '没有明显偏离的给分（界限为 2.5 个标准误）。',
    )
    return
  }
  const table = sheet.table({
    header: [heads('编号', '专家', '给分', '按该申报和该专家\n宽严预期', '说明')],
    widths: [40, 100, 80, 130, 380],
  })
  for (const { no, name, score: given, expected } of outliers) {
    table.row([mid(no), mid(name), score(given), score(expected), word('偏离超过 2.5 个标准误，请核对理由是否充分')])
  }
  sheet.paragraph('注：只作提示；给分由专家独立作出，未经本人重新提交不得改动。')
}

function* distributions({ rows }: ResultView): Generator<Chart> {
  const scored = rows.flatMap((row): DistributionRow[] => {
    const totals = row.scores.flatMap(({ total }) => (total === null ? [] : [Number(points(total))]))
    const adopted = row.shown === null ? null : Number(points(row.shown))
    return totals.length === 0 ? [] : [{ label: `${row.no}号 ${row.workshop}`, totals, adopted }]
  })
  for (let at = 0; at < scored.length; at += perPicture) {
    yield { kind: 'distribution', rows: scored.slice(at, at + perPicture) }
  }
}

function* intervals({ rows }: ResultView, consensus: Consensus): Generator<Chart> {
  const known = new Map(consensus.intervals.map((interval) => [interval.packet, interval]))
  const drawn = rows.flatMap(({ packet, no, workshop }): IntervalRow[] => {
    const { rank, low, high } = known.get(packet) ?? {}
    return rank == null || low === undefined || high === undefined
      ? []
      : [{ label: `${no}号 ${workshop}`, rank, low, high }]
  })
  for (let at = 0; at < drawn.length; at += perPicture)
    yield { kind: 'intervals', rows: drawn.slice(at, at + perPicture) }
}
