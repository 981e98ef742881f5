/** The lines at the end of a sheet on which people sign by hand; they stay on one page. */
import { blank, type Cell, word } from './cells.ts'
import type { PaperSheet } from './page.ts'

/** Who signs which kind of sheet. */
export const lines = {
  desk: ['填写人', '复核人', '监督'],
  panel: ['组长', '监督', '填写人', '复核人'],
  tellers: ['唱票人', '计票人', '监票人'],
  minutes: ['组长', '记录人', '复核人'],
  visit: ['带队人', '记录人', '复核人'],
} as const

const mostPerRow = 3

/** Two or three to a row: "填写人：______", and a date for the whole block. */
export function signatureBlock(sheet: PaperSheet, people: readonly string[], opening?: string): void {
  const rows: { cells: Cell[]; widths?: number[]; tall?: number }[] = [
    { cells: [word('', 'note', 1)], widths: [1], tall: 12 },
  ]
  if (opening) rows.push({ cells: [word(opening, 'note')], widths: [1], tall: 22 })
  const perRow = Math.min(mostPerRow, Math.floor(sheet.widths.length / 2))
  const wanted = Array.from({ length: perRow }, () => [62, 108]).flat()
  const all = [...people, '日期']
  for (let at = 0; at < all.length; at += perRow) {
    const three = all.slice(at, at + perRow)
    const cells = three.flatMap((who) => [
      word(`${who}：`, 'label'),
      who === '日期' ? word('　　　年　月　日', 'line') : blank(1, 'line'),
    ])
    rows.push({ cells, widths: wanted, tall: 34 })
  }
  sheet.together(rows)
}
