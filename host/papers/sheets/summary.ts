/** 评分汇总表: every expert's total for every application, the aggregates, the adopted one, rank and grade. */
import type { ResultRow } from '#host/api/shapes.ts'
import type { PaperBook } from '../book.ts'
import { adoptionShown, stateShown, zh } from '../words.ts'
import { type Cell, claims, heads, mid, score, slim, word } from './cells.ts'
import type { SheetModel } from './model.ts'
import { openSheet } from './page.ts'
import { lines, signatureBlock } from './signature-block.ts'

/** The sheet. */
export function summarySheet(book: PaperBook): SheetModel {
  const { result } = book
  const sheet = openSheet(book, {
    name: '评分汇总表',
    title: '评分汇总表',
    orientation: 'landscape',
    columns: [
      { least: 32 },
      { least: 92, grow: 3 },
      { least: 84, grow: 3 },
      ...result.seats.map(() => ({ least: 40, grow: 0.2 })),
      { least: 42, grow: 0.2 },
      { least: 48, grow: 0.2 },
      { least: 42, grow: 0.2 },
      { least: 46, grow: 0.3 },
      { least: 62, grow: 0.1 },
      { least: 46, grow: 0.1 },
    ],
    frozen: 2,
  })
  const seats = result.seats.map(({ seat, name }) => `${seat}席\n${name}`)
  const table = sheet.table({
    header: [
      heads('编号', '工作室', '申报单位', ...seats, '平均分', '去极值\n平均分', '中位数', '采用分', '名次', '等次'),
    ],
    printed: true,
  })
  for (const row of result.rows) table.row(cellsOf(row, book), { tall: 24 })
  sheet.gap(6)
  for (const note of notesOf(book)) sheet.paragraph(note)
  signatureBlock(sheet, lines.desk)
  return sheet.close()
}

function cellsOf(row: ResultRow, { result }: PaperBook): Cell[] {
  const marks = result.seats.map(({ expert }) => {
    const given = row.scores.find((candidate) => candidate.expert === expert)
    const shown = score(given?.total ?? null, { otherwise: given ? stateShown(given.state) : '未提交' })
    return claims(shown, result.weighed ? 'counted' : 'total', row.packet, expert)
  })
  return [
    mid(row.no),
    word(row.workshop, 'tight'),
    word(row.unit, 'tight'),
    ...marks.map(slim),
    claims(score(row.mean), 'mean', row.packet),
    claims(score(row.trimmed), 'trimmed-mean', row.packet),
    claims(score(row.median), 'median', row.packet),
    claims(score(row.shown, { strong: true }), 'value', row.packet),
    rankCell(row),
    claims(mid(row.grade ? zh(row.grade) : '—'), 'grade', row.packet),
  ]
}

/** The rank as a number; those who share it say so. */
export function rankCell(row: ResultRow): Cell {
  const cell: Cell = row.rank === null ? mid('—') : { value: row.rank, kind: row.tied ? 'tied' : 'count' }
  return claims(cell, 'rank', row.packet)
}

function notesOf(book: PaperBook): string[] {
  const { result } = book
  const conflicts = result.rows.filter((row) => row.gradeConflict)
  return [
    `1. 采用分的汇总规则：${result.aggregation ? zh(result.aggregation) : '尚未选定'}。${adoptionShown(book, 'aggregation')}`,
    '2. 名次按精确值排定，得分相同的名次并列；表中分数四舍五入到两位小数，精确值见《排序与建议名单》。“回避”的专家不评该项申报，不计入其汇总。',
    ...(result.weighed ? ['各席分数已按权重折算，原始总分见《个人评分表》。'] : []),
    ...conflicts.map(
      (row, at) =>
        `${at + 3}. ${row.no} 号 ${row.workshop}：含加分为“${row.grade ? zh(row.grade) : '—'}”，不含加分为“${row.gradeOnBase ? zh(row.gradeOnBase) : '—'}”，两者不同，须由组织单位书面确认。`,
    ),
  ]
}
