/** 台账 for an auditor: every entry as a row, told in a sentence, with who, through which door, under whose key. */
import ExcelJS from 'exceljs'
import type { Lang } from '#core/lang.ts'
import type { LedgerRow } from '../api/shapes.ts'
import { moment, sampleMark } from './words.ts'

export type LedgerReport = {
  title: string
  sample: boolean
  head: string
  madeAt: string
  rows: readonly LedgerRow[]
}

const words = {
  'zh-CN': {
    name: '台账',
    columns: [
      '设备',
      '序号',
      '时间',
      '事项',
      '内容',
      '经手',
      '途径',
      '签名人',
      '证书指纹',
      '签名算法',
      '上一条指纹',
      '本条指纹',
    ],
    head: '台账指纹',
    made: '导出时间',
    entries: (count: number) => `共 ${count} 条`,
    doors: { desk: '秘书处电脑', seat: '席位平板', 'command-line': '命令行' },
    program: '程序',
    none: '无签名',
    entered: (name: string) => `${name}（代录）`,
    sample: `【${sampleMark}】`,
  },
  en: {
    name: 'Ledger',
    columns: [
      'Device',
      'No.',
      'When',
      'What',
      'Content',
      'By',
      'Door',
      'Signed by',
      'Certificate',
      'Algorithm',
      'Entry before',
      'This entry',
    ],
    head: 'Fingerprint of the ledger',
    made: 'Made',
    entries: (count: number) => `${count} entries`,
    doors: { desk: 'desk', seat: 'seat', 'command-line': 'command line' },
    program: 'program',
    none: 'not signed',
    entered: (name: string) => `${name} (entered for them)`,
    sample: '[Invented sample, no official result] ',
  },
} as const
const widths = [8, 7, 18, 16, 60, 12, 12, 16, 20, 10, 20, 20]
/** Fonts and borders are shared objects: exceljs is three times slower with one each. */
const thin = { style: 'thin' as const, color: { argb: 'FFBFBFBF' } }
const box = {
  alignment: { vertical: 'top' as const, wrapText: true },
  border: { top: thin, left: thin, bottom: thin, right: thin },
}
const head = {
  font: { bold: true },
  fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFEDEDED' } },
}
const headerRow = 3

/** The workbook's bytes. */
export async function buildLedgerReport(report: LedgerReport, lang: Lang): Promise<Buffer> {
  const said = words[lang]
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(said.name, {
    views: [{ state: 'frozen', ySplit: headerRow }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&C&P / &N' },
  })
  sheet.pageSetup.printTitlesRow = `1:${headerRow}`
  sheet.columns = widths.map((width) => ({ width }))
  const last = said.columns.length
  sheet.mergeCells(1, 1, 1, last)
  sheet.mergeCells(2, 1, 2, last)
  sheet.getCell(1, 1).value = `${report.sample ? said.sample : ''}${said.name}　${report.title}`
  sheet.getCell(1, 1).font = { bold: true, size: 14 }
  sheet.getCell(2, 1).value =
    `${said.entries(report.rows.length)}　${said.head}：${report.head}　${said.made}：${moment(report.madeAt)}`
  const header = sheet.addRow([...said.columns])
  header.eachCell((cell) => Object.assign(cell, box, head))
  for (const row of report.rows) sheet.addRow(cellsOf(row, lang)).eachCell((cell) => Object.assign(cell, box))
  sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: headerRow, column: last } }
  return Buffer.from(await book.xlsx.writeBuffer())
}

function cellsOf(row: LedgerRow, lang: Lang): (string | number)[] {
  const said = words[lang]
  const { signature, by } = row
  const signer = signature ? (signature.own ? signature.name : said.entered(signature.name)) : said.none
  return [
    row.chain,
    row.seq,
    moment(row.at),
    row.title[lang],
    row.sentence[lang],
    by.role === 'program' ? said.program : by.name,
    said.doors[by.door],
    signer,
    signature?.certificate ?? '',
    signature?.algorithm ?? '',
    row.prev,
    row.hash,
  ]
}
