/** 个人评分表: everything one expert marked, made to be read and signed by hand. */

import type { ItemView, SheetView } from '#host/api/shapes.ts'
import type { PaperBook } from '../book.ts'
import { fingerprint, moment, pagesShown, zh } from '../words.ts'
import { type Cell, claims, heads, mid, score, slim, word } from './cells.ts'
import { addOverview, expertSheetName, type Seat } from './expert.ts'
import type { SheetModel } from './model.ts'
import { openSheet, type PaperSheet } from './page.ts'
import { signatureBlock } from './signature-block.ts'

/** Most applications side by side on a landscape page; more make a second matrix. */
const abreast = 12
/** The tables below the matrix need so many columns to lie on. */
const leastColumns = 8
/** The two wide columns are made of narrow ones, so that tables of other proportions fit below. */
const parts = 4
const wideColumn = (least: number) => Array.from({ length: parts }, () => ({ least: least / parts, grow: 2 / parts }))

/** The sheet of one seat. */
export function scoreSheet(book: PaperBook, seat: Seat): SheetModel {
  const own = book.sheets.filter((sheet) => sheet.expert === seat.expert)
  const columns = Math.min(abreast, Math.max(1, own.length))
  const perColumn = Math.max(1, Math.ceil(leastColumns / columns))
  const name = expertSheetName('个人评分表', seat)
  const sheet = openSheet(book, {
    name,
    title: `个人评分表　第${seat.seat}席　${seat.name}`,
    orientation: 'landscape',
    columns: [
      { least: 26 },
      ...wideColumn(136),
      { least: 30 },
      ...wideColumn(112),
      ...Array.from({ length: columns * perColumn }, () => ({ least: 39.5 / perColumn, grow: 0.2 / perColumn })),
    ],
    frozen: 2,
  })
  const main = [1, parts, 1, parts, ...Array.from({ length: columns }, () => perColumn)]
  sheet.heading('一、得分一览')
  addOverview(sheet, book, seat)
  for (let at = 0; at < own.length; at += abreast) {
    addMatrix(sheet, own.slice(at, at + abreast), { spans: main, first: at === 0 })
  }
  addDeductions(sheet, own)
  const hasLooks = addLooks(sheet, own)
  addOpinions(sheet, own, hasLooks ? '五、评审意见' : '四、评审意见')
  signatureBlock(sheet, ['专家签名', '复核人'], '以上得分、扣分理由和意见由本人独立作出。')
  return sheet.close()
}

function addMatrix(
  sheet: PaperSheet,
  own: readonly SheetView[],
  { spans, first }: { spans: number[]; first: boolean },
): void {
  const [model] = own
  if (!model) return
  sheet.heading(first ? '二、逐项得分' : '二、逐项得分（续）')
  const each = (cell: (view: SheetView) => Cell) => own.map((view) => cell(view))
  const table = sheet.table({
    spans,
    header: [
      [
        ...heads('序号', '考核细则', '分值', '评分标准').map(slim),
        ...each((view) => slim(word(`${view.no}号\n${view.leader}`, 'head'))),
      ],
    ],
  })
  model.blocks.forEach((block, b) => {
    const subtotals = each((view) =>
      claims(
        { ...score(view.blocks[b]?.subtotal ?? null), kind: 'slimBand' },
        'subtotal',
        view.packet,
        view.expert,
        block.id,
      ),
    )
    const name = `${block.id}　${zh(block.name)}${block.bonus ? '（加分）' : ''}`
    table.row([word(name, 'band', 2), word(block.max, 'head'), word('小计', 'head'), ...subtotals], { keep: true })
    block.items.forEach((item, i) => {
      const marks = each((view) =>
        claims(slim(score(view.blocks[b]?.items[i]?.points ?? null)), 'item', view.packet, view.expert, item.id),
      )
      const last = b === model.blocks.length - 1 && i === block.items.length - 1
      table.row(
        [
          slim(mid(item.id)),
          word(named(item), 'fine'),
          slim(mid(item.max)),
          word(zh(item.criterion), 'fine'),
          ...marks,
        ],
        { keep: last, tall: 14.25 },
      )
    })
  })
  table.row([
    word('总分', 'head', 4),
    ...each((view) => claims(slim(score(view.total, { strong: true })), 'total', view.packet, view.expert)),
  ])
  if (model.blocks.some((block) => block.items.some((item) => item.kind === 'fact'))) {
    sheet.paragraph('注：标“※”的项目由事实得出，各位专家相同，事实、依据页码和推导见《事实与推导》。')
  }
}

function named(item: ItemView): string {
  return item.kind === 'fact' ? `${zh(item.name)} ※` : zh(item.name)
}

function addDeductions(sheet: PaperSheet, own: readonly SheetView[]): void {
  const found = own.flatMap((view) =>
    view.blocks.flatMap((block) =>
      block.items.flatMap((item) =>
        item.judgement && Number(item.judgement.deduct) !== 0 ? [{ view, item, judgement: item.judgement }] : [],
      ),
    ),
  )
  sheet.heading('三、扣分理由')
  if (found.length === 0) {
    sheet.paragraph('没有由本人扣分的项目。')
    return
  }
  const table = sheet.table({
    header: [heads('申报', '考核项目', '分值', '扣分', '得分', '扣分理由', '依据页码')],
    widths: [66, 210, 32, 40, 40, 240, 130],
  })
  for (const { view, item, judgement } of found) {
    const cells = [
      slim(mid(`${view.no}号 ${view.leader}`)),
      word(`${item.id} ${zh(item.name)}`, 'fine'),
      slim(mid(item.max)),
      claims(slim(score(judgement.deduct)), 'deduct', view.packet, view.expert, item.id),
      claims(slim(score(item.points)), 'item', view.packet, view.expert, item.id),
      claims(word(judgement.reason, 'tight'), 'reason', view.packet, view.expert, item.id),
      word(pagesShown(judgement.pins, view.files) || '未引用页码', 'fine'),
    ]
    table.row(cells, { tall: 15 })
  }
}

/** Second looks, both scores side by side; false where nobody was asked. */
function addLooks(sheet: PaperSheet, own: readonly SheetView[]): boolean {
  const looks = own.flatMap((view) => view.looks.map((look) => ({ view, look })))
  if (looks.length === 0) return false
  const names = new Map(
    own.flatMap(({ blocks }) => blocks.flatMap(({ items }) => items)).map((item) => [item.id, item]),
  )
  sheet.heading('四、复评（评分结束后，与多数意见相差较大的项目）')
  const table = sheet.table({
    header: [heads('申报', '考核项目', '分值', '原得分', '复评得分', '结论', '理由', '时间')],
    widths: [76, 150, 38, 44, 52, 44, 250, 98],
  })
  for (const { view, look } of looks) {
    const item = names.get(look.item)
    table.row([
      word(`${view.no}号 ${view.leader}`, 'center'),
      word(`${look.item} ${item ? zh(item.name) : ''}`, 'tight'),
      mid(item?.max ?? '—'),
      score(look.from),
      score(look.to),
      mid(look.from === look.to ? '维持' : '更改'),
      word(look.reason),
      mid(moment(look.at)),
    ])
  }
  return true
}

/** The opinions of one expert, each with when it was submitted and the ledger entry that holds it. */
export function addOpinions(sheet: PaperSheet, own: readonly SheetView[], title = '四、评审意见'): void {
  sheet.heading(title)
  const table = sheet.table({
    header: [heads('编号', '工作室', '意见', '提交时间', '台账指纹')],
    widths: [34, 190, 300, 104, 108],
  })
  for (const view of own) {
    table.row([
      mid(view.no),
      word(view.workshop, 'tight'),
      claims(word(view.opinion || '（没有另写意见）'), 'opinion', view.packet, view.expert),
      slim(mid(`${view.submittedAt ? moment(view.submittedAt) : '—'}${view.paper ? '\n纸质，秘书处录入' : ''}`)),
      word(view.entryHash ? fingerprint(view.entryHash) : '—', 'fine'),
    ])
  }
  for (const { no, paper } of own) {
    if (!paper) continue
    const scan = paper.scan === '' ? '' : `，扫描件：${paper.scan}`
    sheet.paragraph(
      `注：${no}号评分表由专家在纸上填写，${paper.first}录入，${paper.second}照纸件再录一遍，两次一致${scan}。`,
    )
  }
}
