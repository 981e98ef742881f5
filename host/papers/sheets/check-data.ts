/** 校验数据: what ties this workbook to the ledger it was made from. A later signing step adds to it below. */
import type { PaperBook } from '../book.ts'
import { heads, mid, word } from './cells.ts'
import type { SheetModel } from './model.ts'
import { openSheet } from './page.ts'

/** The sheet; it is the last one. */
export function checkDataSheet(book: PaperBook): SheetModel {
  const { round, schemeVersion, madeAt } = book
  const sheet = openSheet(book, {
    name: '校验数据',
    title: '校验数据',
    orientation: 'portrait',
    columns: [{ least: 120 }, { least: 130 }, { least: 200, grow: 1 }],
  })
  const table = sheet.table({ header: [heads('项目', '键', '值')], printed: true })
  const rows: [string, string, string | number][] = [
    ['评审编号', 'round', round.round],
    ['方案', 'scheme', round.scheme],
    ['方案版本', 'schemeVersion', schemeVersion],
    ['文件号', 'documentNumber', round.document.number],
    ['活动', 'activity', round.activity],
    ['是否样例', 'sample', round.sample ? '是' : '否'],
    ['台账条数', 'ledgerEntries', round.ledger.entries],
    ['台账指纹（SHA-256）', 'ledgerHead', round.ledger.head],
    ['制表时间', 'madeAt', madeAt],
  ]
  for (const [name, key, value] of rows)
    table.row([word(name), word(key), typeof value === 'number' ? mid(value) : word(value)])
  sheet.paragraph('本表各数来自评审台账。台账指纹的前 16 位印在每页页脚，两者一致时，本页与台账出自同一次导出。')
  return sheet.close()
}
