/** What the sheets of single experts share: their names, and the list of applications with what became of each. */
import type { ResultView } from '#host/api/shapes.ts'
import type { PaperBook } from '../book.ts'
import { clean, stateShown } from '../words.ts'
import { claims, heads, mid, score, slim, word } from './cells.ts'
import type { PaperSheet } from './page.ts'

export type Seat = ResultView['seats'][number]

/** "个人评分表-1 样例专家一": Excel allows 31 characters and forbids some of them. */
export function expertSheetName(kind: string, { seat, name }: Seat): string {
  const safe = clean(name)
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/\s+/g, ' ')
  return `${kind}-${seat} ${safe}`
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim()
}

/** Every application of the round, also those this expert is recused from. */
export function addOverview(sheet: PaperSheet, book: PaperBook, { expert }: Seat): void {
  const graded = book.sheets.some((view) => view.grade !== null)
  const table = sheet.table({
    header: [heads('编号', '工作室', '申报单位', '领办人', '基本分', '加分', '总分', graded ? '等次' : '备注')],
    widths: [34, 240, 190, 66, 52, 48, 54, 52],
  })
  const own = new Map(book.sheets.filter((view) => view.expert === expert).map((view) => [view.packet, view]))
  for (const row of book.result.rows) {
    const view = own.get(row.packet)
    const state = row.scores.find((candidate) => candidate.expert === expert)?.state ?? 'unseen'
    const total = score(view?.total ?? null, { strong: true, otherwise: view ? '—' : stateShown(state) })
    const cells = [
      mid(row.no),
      word(row.workshop),
      word(row.unit),
      mid(row.leader),
      claims(score(view?.base ?? null), 'base', row.packet, expert),
      claims(score(view?.bonus ?? null), 'bonus', row.packet, expert),
      claims(total, 'total', row.packet, expert),
      mid(view?.grade ?? (view ? '—' : stateShown(state))),
    ]
    table.row(cells.map(slim), { tall: 15 })
  }
}
