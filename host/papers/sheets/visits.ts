/** 现场考察记录: what was seen on site for each application, and which facts it changed. */
import type { VisitView } from '#host/api/shapes.ts'
import type { PaperBook } from '../book.ts'
import {
  checkRows,
  followRows,
  hoursShown,
  measureRows,
  photoRows,
  photoStrips,
  photosCounted,
  signedShown,
  teamShown,
} from '../visit-words.ts'
import { factShown, factUnits, longDate, peopleShown, zh } from '../words.ts'
import { heads, word } from './cells.ts'
import type { SheetModel } from './model.ts'
import { openSheet, type PaperSheet, type Table } from './page.ts'
import { lines, signatureBlock } from './signature-block.ts'

/** The sheet. */
export function visitsSheet(book: PaperBook): SheetModel {
  const sheet = openSheet(book, {
    name: '现场考察记录',
    title: '现场考察记录',
    orientation: 'portrait',
    columns: Array.from({ length: 18 }, () => ({ least: 24, grow: 1 })),
  })
  for (const visit of book.visits) addVisit(sheet, visit, book)
  signatureBlock(sheet, lines.visit)
  return sheet.close()
}

function addVisit(sheet: PaperSheet, visit: VisitView, book: PaperBook): void {
  sheet.heading(`${visit.no}号　${visit.workshop}`)
  if (!visit.recorded) {
    sheet.paragraph('没有现场考察记录。')
    return
  }
  const table = sheet.table({ header: [], widths: [84, 160, 84, 160] })
  const date = visit.date ? longDate(visit.date) : '—'
  table.row([word('日期', 'head'), word(date, 'center'), word('地点', 'head'), word(visit.place || '—', 'center')], {
    keep: true,
  })
  const hours = hoursShown(visit)
  if (hours !== '') table.row([word('时间', 'head'), word(hours, 'text', 3)], { keep: true })
  if (visit.team.length > 0) table.row([word('考察组', 'head'), word(teamShown(visit), 'text', 3)], { keep: true })
  table.row([word('参加人员', 'head'), word(peopleShown(book, visit.present), 'text', 3)], { keep: true })
  table.row([word('考察意见', 'head'), word(visit.opinion || '—', 'text', 3)], { keep: true })
  addFindings(sheet, table, visit, book)
  addTable(sheet, ['细则', '更正前得分', '更正后得分', '依据'], [110, 80, 80, 230], followRows(visit))
  addTable(sheet, ['测量项目', '申报', '实测', '说明'], [150, 90, 90, 170], measureRows(visit))
  addTable(sheet, ['核对事项', '结论', '现场情况'], [160, 70, 270], checkRows(visit))
  addPhotos(sheet, visit, book)
  const signed = signedShown(visit)
  if (signed !== '') sheet.paragraph(signed)
}

type Widths = readonly number[]

function addTable(sheet: PaperSheet, header: readonly string[], widths: Widths, rows: readonly string[][]): void {
  if (rows.length === 0) return
  const table = sheet.table({ header: [heads(...header)], widths })
  for (const cells of rows) table.row(cells.map((cell, at) => word(cell, at === 0 ? 'text' : 'center')))
}

function addPhotos(sheet: PaperSheet, visit: VisitView, book: PaperBook): void {
  if (visit.photos.length === 0) return
  sheet.paragraph(photosCounted(visit))
  for (const strip of photoStrips(book, visit)) sheet.strip(strip, 3)
  const list = sheet.table({ header: [heads('编号', '拍摄时间', '说明', 'SHA-256')], widths: [45, 105, 130, 220] })
  for (const [no = '', taken = '', caption = '', hash = ''] of photoRows(visit)) {
    list.row([word(no, 'center'), word(taken, 'center'), word(caption), word(hash, 'small')])
  }
}

function addFindings(sheet: PaperSheet, table: Table, visit: VisitView, book: PaperBook): void {
  if (visit.findings.length === 0) {
    table.row([word('事实核实', 'head'), word('所核事实与申报一致，没有更正。', 'text', 3)])
    return
  }
  const units = factUnits(book)
  const findings = sheet.table({
    header: [heads('核实的事实', '申报值', '现场值', '说明')],
    widths: [130, 90, 90, 190],
  })
  for (const { fact, name, claimed, seen, note } of visit.findings) {
    const unit = units.get(fact) ?? null
    findings.row([
      word(zh(name)),
      word(factShown(claimed, unit), 'center'),
      word(factShown(seen, unit), 'center'),
      word(note || '—'),
    ])
  }
}
