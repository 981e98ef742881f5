/** 评议纪要与不同意见: who was there, who said and moved what about each application, with every dissent in full. */
import type { PaperBook } from '../book.ts'
import { confirmationShown, moment, peopleShown } from '../words.ts'
import { word } from './cells.ts'
import type { SheetModel } from './model.ts'
import { openSheet } from './page.ts'
import { lines, signatureBlock } from './signature-block.ts'

/** The sheet. */
export function minutesSheet(book: PaperBook): SheetModel {
  const sheet = openSheet(book, {
    name: '评议纪要与不同意见',
    title: '评议纪要与不同意见',
    orientation: 'portrait',
    columns: Array.from({ length: 18 }, () => ({ least: 24, grow: 1 })),
  })
  for (const minutes of book.minutes) {
    sheet.heading(`${minutes.no}号　${minutes.workshop}`)
    if (!minutes.recorded) {
      sheet.paragraph('没有评议记录。')
      continue
    }
    const table = sheet.table({ header: [], widths: [84, 410] })
    const recused = book.panel.recusals.filter(({ packet }) => packet === minutes.packet).map(({ expert }) => expert)
    if (minutes.present.length > 0) {
      table.row([word('在场', 'head'), word(minutes.present.join('、'))], { keep: true })
    }
    if (recused.length > 0) table.row([word('回避', 'head'), word(peopleShown(book, recused))], { keep: true })
    table.row([word('评议意见', 'head'), word(minutes.text)], { keep: true })
    for (const { name, text } of minutes.speakers) {
      table.row([word(`发言\n${name}`, 'head'), word(text)], { keep: true })
    }
    for (const { text, by, outcome } of minutes.motions) {
      table.row([word(`动议\n${by}`.trim(), 'head'), word(`${text}\n结果：${outcome || '未记'}`)], { keep: true })
    }
    for (const { name, text } of minutes.dissents) {
      table.row([word(`不同意见\n${name}`, 'head'), word(text)], { keep: true })
    }
    if (minutes.dissents.length === 0) table.row([word('不同意见', 'head'), word('没有提出不同意见。')], { keep: true })
    table.row([word('记录时间', 'head'), word(minutes.at ? moment(minutes.at) : '—')])
  }
  sheet.paragraph(`结果核对：${confirmationShown(book)}`)
  signatureBlock(sheet, lines.minutes)
  return sheet.close()
}
