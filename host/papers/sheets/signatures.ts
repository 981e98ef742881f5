/** 签名清单: one tall row for each member of the panel, then the people who ran the round. */
import type { PaperBook } from '../book.ts'
import { blank, heads, mid, word } from './cells.ts'
import type { SheetModel } from './model.ts'
import { openSheet } from './page.ts'
import { lines, signatureBlock } from './signature-block.ts'

const leastRows = 9
const rowHeight = 42

/** The sheet. */
export function signaturesSheet(book: PaperBook): SheetModel {
  const { members } = book.panel
  const sheet = openSheet(book, {
    name: '签名清单',
    title: '评审专家组签名表',
    orientation: 'portrait',
    columns: [{ least: 36 }, { least: 76 }, { least: 150, grow: 2 }, { least: 88 }, { least: 110, grow: 1 }],
  })
  const table = sheet.table({ header: [heads('席位', '姓名', '单位及职务职称', '手机', '签名')], printed: true })
  for (const member of members) {
    const name = member.chair ? `${member.name}\n（组长）` : member.name
    const cells = [
      mid(member.seat),
      mid(name),
      word([member.unit, member.post].filter(Boolean).join('\n')),
      mid(member.phone || '—'),
      blank(),
    ]
    table.row(cells, { tall: rowHeight })
  }
  // A list of names is closed by hand-proof words, so that nobody can be added below it later.
  for (let at = members.length; at < leastRows; at += 1) {
    const closing = at === members.length ? mid('以下空白') : blank()
    table.row([blank(), closing, blank(), blank(), blank()], { tall: rowHeight })
  }
  signatureBlock(sheet, lines.panel)
  return sheet.close()
}
