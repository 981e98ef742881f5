/** Makes experts.xlsx, the list of experts as a bureau sends it. */
import ExcelJS from 'exceljs'
import { experts } from './experts.ts'
import { readZip, writeZip } from './zip.ts'

/** The workbook: a title, headings, seven experts and two in reserve; same bytes every time. */
export async function rosterXlsx(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const made = new Date('2026-03-10T01:00:00Z')
  workbook.created = workbook.modified = made
  workbook.creator = workbook.lastModifiedBy = '样例'
  const sheet = workbook.addWorksheet('专家名单')
  const headings = ['姓名', '单位', '职务职称', '手机', '来源', '擅长职业', '备注']
  const widths = [12, 28, 28, 16, 10, 26, 10]
  widths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width
  })
  sheet.mergeCells('A1:G1')
  sheet.getCell('A1').value = '2026年乌鲁木齐市技能大师工作室评审专家名单（样例）'
  sheet.getCell('A1').font = { bold: true, size: 14 }
  sheet.getCell('A1').alignment = { horizontal: 'center' }
  sheet.addRow(headings).font = { bold: true }
  for (const expert of experts) {
    sheet.addRow([
      expert.name,
      expert.unit,
      expert.title,
      expert.mobile,
      expert.source,
      expert.specialty,
      expert.reserve ? '备选' : '',
    ])
  }
  return writeZip(readZip(Buffer.from(await workbook.xlsx.writeBuffer())))
}
