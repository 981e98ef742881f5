/** 工作室名册: the workshops of this round as a table that next year's checks read in by 历年名册. */
import type { PaperBook } from './book.ts'
import { namedWorkshops } from './word/afterwards-paper.ts'
import { settleTimes } from './zip-times.ts'

const columns = [
  ['工作室名称', 40],
  ['领办人', 14],
  ['单位', 40],
  ['职业（工种）', 24],
  ['层级', 12],
  ['命名时间', 14],
  ['状态', 12],
] as const

/** Makes the table; null where nobody was selected. The day of naming stays empty, and the level where the document knows several. */
export async function buildRegister(book: PaperBook): Promise<{ name: string; bytes: Buffer } | null> {
  const named = namedWorkshops(book)
  if (named.length === 0) return null
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const made = new Date(book.madeAt)
  Object.assign(workbook, { creator: '匠评', lastModifiedBy: '匠评', created: made, modified: made })
  const sheet = workbook.addWorksheet('工作室名册', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    headerFooter: { oddHeader: `&C${book.round.title.replaceAll('&', '&&')}`, oddFooter: '&C第 &P 页 共 &N 页' },
  })
  sheet.columns = columns.map(([header, width]) => ({ header, width }))
  const [level, ...others] = book.scheme.afterwards?.money.subsidies ?? []
  const only = level && others.length === 0 ? level.level : ''
  for (const { plaque, leader, unit, occupation } of named) {
    sheet.addRow([plaque, leader, unit, occupation, only, '', '在建'])
  }
  sheet.eachRow((row, number) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.font = { name: number === 1 ? '黑体' : '宋体', size: 11 }
      cell.alignment = { vertical: 'middle', wrapText: true }
      cell.border = {
        top: { style: 'thin' },
        left: { style: 'thin' },
        bottom: { style: 'thin' },
        right: { style: 'thin' },
      }
    })
  })
  return { name: '工作室名册.xlsx', bytes: settleTimes(Buffer.from(await workbook.xlsx.writeBuffer()), book.madeAt) }
}
