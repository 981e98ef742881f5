/** 导入报告: one row for each source that was offered: in, or refused and why, with what a clerk should look at. */
import ExcelJS from 'exceljs'
import type { Lang } from '#core/lang.ts'
import type { ImportReport } from '../api/shapes.ts'

const words = {
  'zh-CN': {
    title: '申报材料导入报告',
    columns: ['导入时间', '经办', '来源', '结果', '申报', '版本', '工作室', '申办单位', '说明'],
    in: '已导入',
    out: '没有导入',
  },
  en: {
    title: 'Import report',
    columns: ['Imported', 'By', 'Source', 'Result', 'No.', 'Version', 'Workshop', 'Unit', 'Notes'],
    in: 'in',
    out: 'refused',
  },
} as const
const widths = [20, 10, 34, 10, 8, 8, 34, 30, 70]

/** The workbook's bytes; refused sources come first in each import, for they need somebody. */
export async function buildImportReport(reports: readonly ImportReport[], round: string, lang: Lang): Promise<Buffer> {
  const { title, columns, in: came, out } = words[lang]
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(title, {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  widths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width
  })
  sheet.mergeCells(1, 1, 1, columns.length)
  sheet.getCell(1, 1).value = `${title}　${round}`
  sheet.getCell(1, 1).font = { bold: true, size: 14 }
  sheet.addRow([...columns]).font = { bold: true }
  for (const { at, by, imported, refused } of reports) {
    const when = at.slice(0, 16).replace('T', ' ')
    for (const { source, message } of refused) sheet.addRow([when, by, source, out, '', '', '', '', message[lang]])
    for (const { no, source, version, workshop, unit, warnings } of imported) {
      sheet.addRow([when, by, source, came, no, version, workshop, unit, warnings.join('\n')])
    }
  }
  const border = { style: 'thin' as const }
  const boxed = {
    alignment: { vertical: 'top' as const, wrapText: true },
    border: { top: border, left: border, bottom: border, right: border },
  }
  sheet.eachRow((row, number) => {
    if (number > 1) row.eachCell({ includeEmpty: true }, (cell) => Object.assign(cell, boxed))
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}
