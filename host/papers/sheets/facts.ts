/** 事实与推导: the facts of each application with the page that proves them, and the points that follow. */
import type { ItemView, SheetView } from '#host/api/shapes.ts'
import type { PaperBook } from '../book.ts'
import { factShown, proofShown, zh } from '../words.ts'
import { heads, mid, score, slim, word } from './cells.ts'
import type { SheetModel } from './model.ts'
import { openSheet, type Table } from './page.ts'
import { lines, signatureBlock } from './signature-block.ts'

/** One sheet of each application: facts are the same on all of them. */
export function factSheets(book: PaperBook): SheetView[] {
  return book.result.rows.flatMap((row) => {
    const view = book.sheets.find((sheet) => sheet.packet === row.packet && sheet.blocks.some(hasFacts))
    return view ? [view] : []
  })
}

/** The sheet. */
export function factsSheet(book: PaperBook): SheetModel {
  const sheet = openSheet(book, {
    name: '事实与推导',
    title: '事实与推导',
    orientation: 'landscape',
    columns: [
      { least: 28 },
      { least: 120, grow: 2.4 },
      { least: 90, grow: 1.6 },
      { least: 60, grow: 0.6 },
      { least: 100, grow: 1.2 },
      { least: 30 },
      { least: 40 },
      { least: 140, grow: 2.4 },
    ],
    frozen: 2,
  })
  const table = sheet.table({
    header: [heads('序号', '考核细则', '事实', '数值', '依据', '分值', '得分', '推导')],
    printed: true,
  })
  for (const view of factSheets(book)) {
    table.row([word(`${view.no}号　${view.workshop}　${view.unit}　领办人：${view.leader}`, 'band', 8)], { keep: true })
    for (const item of view.blocks.flatMap((block) => block.items)) if (isShown(item)) addItem(table, item, view)
  }
  signatureBlock(sheet, lines.desk)
  return sheet.close()
}

function hasFacts(block: SheetView['blocks'][number]): boolean {
  return block.items.some(isShown)
}

function isShown(item: ItemView): boolean {
  return item.kind === 'fact' || item.facts.length > 0
}

function addItem(table: Table, item: ItemView, view: SheetView): void {
  const settled = item.kind === 'fact'
  const derivation = settled && item.derivation ? zh(item.derivation) : '由每位专家评判，见个人评分表'
  const points = settled ? score(item.points) : mid('评判')
  const [first, ...others] = item.facts
  const factCells = (fact: ItemView['facts'][number] | undefined) =>
    fact
      ? [
          word(zh(fact.name), 'fine'),
          slim(mid(factShown(fact.value, fact.unit))),
          word(proofShown(fact, view.files), 'fine'),
        ]
      : [mid('—'), mid('—'), mid('—')]
  table.row(
    [
      slim(mid(item.id)),
      word(zh(item.name), 'fine'),
      ...factCells(first),
      slim(mid(item.max)),
      slim(points),
      word(derivation, 'fine'),
    ],
    { keep: others.length > 0, tall: 14.25 },
  )
  others.forEach((fact, at) => {
    const same = slim(mid('〃'))
    const cells = [same, word('同上', 'fine'), ...factCells(fact), same, same, word('同上', 'fine')]
    table.row(cells, { keep: at < others.length - 1, tall: 14.25 })
  })
}
