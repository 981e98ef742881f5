/** 现场考察记录: what was seen on site for each application, and which facts it changed. */
import type { VisitView } from '#host/api/shapes.ts'
import type { PaperBook } from '../book.ts'
import { factShown, factUnits, longDate, peopleShown, zh } from '../words.ts'
import { heads, word } from './cells.ts'
import type { SheetModel } from './model.ts'
import { openSheet, type PaperSheet } from './page.ts'
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
  table.row([word('参加人员', 'head'), word(peopleShown(book, visit.present), 'text', 3)], { keep: true })
  table.row([word('考察意见', 'head'), word(visit.opinion || '—', 'text', 3)], { keep: true })
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
