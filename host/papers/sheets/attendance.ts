/** 回避与出席: who sat on the panel, who was there, who kept away from which application and why. */
import type { PaperBook } from '../book.ts'
import { conflictShown, zh } from '../words.ts'
import { heads, mid, word } from './cells.ts'
import type { SheetModel } from './model.ts'
import { openSheet, type PaperSheet } from './page.ts'
import { lines, signatureBlock } from './signature-block.ts'

/** The sheet. */
export function attendanceSheet(book: PaperBook): SheetModel {
  const { panel } = book
  const sheet = openSheet(book, {
    name: '回避与出席',
    title: '回避与出席',
    orientation: 'landscape',
    columns: [
      { least: 36 },
      { least: 70 },
      { least: 130, grow: 2 },
      { least: 110, grow: 1.5 },
      { least: 60, grow: 0.6 },
      { least: 90, grow: 1 },
      { least: 44 },
      { least: 56 },
      { least: 56 },
    ],
  })
  sheet.heading('一、专家组')
  const members = sheet.table({
    header: [heads('席位', '姓名', '单位', '职务职称', '来源', '专业', '组长', '承诺与\n回避申报', '出席')],
  })
  for (const member of panel.members) {
    members.row([
      mid(member.seat),
      mid(member.name),
      word(member.unit),
      word(member.post),
      mid(member.sourceKind || '—'),
      word(member.specialty || '—'),
      mid(member.chair ? '组长' : '—'),
      mid(member.declared ? '已作' : '未作'),
      mid(member.present ? '出席' : '缺席'),
    ])
  }
  for (const remark of [...panel.problems, ...panel.warnings]) sheet.paragraph(`注：${zh(remark)}`)
  addRecusals(sheet, book)
  sheet.heading('三、各申报的参评人数')
  const numbers = sheet.table({
    header: [heads('编号', '工作室', '参评人数', '是否符合', '说明')],
    widths: [40, 260, 70, 70, 300],
  })
  for (const application of panel.applications) {
    numbers.row([
      mid(application.no),
      word(application.workshop),
      mid(application.active),
      mid(application.valid ? '符合' : '不符合'),
      word(application.problems.map(zh).join('；') || '—'),
    ])
  }
  signatureBlock(sheet, lines.desk)
  return sheet.close()
}

function addRecusals(sheet: PaperSheet, book: PaperBook): void {
  sheet.heading('二、回避')
  const { recusals, members, applications } = book.panel
  if (recusals.length === 0) {
    sheet.paragraph('没有专家申报回避。')
    return
  }
  const table = sheet.table({
    header: [heads('编号', '工作室', '回避的专家', '原因', '说明')],
    widths: [40, 240, 80, 110, 270],
  })
  const numberOf = (packet: string) => applications.find((candidate) => candidate.packet === packet)
  const ordered = recusals.toSorted((a, b) => (numberOf(a.packet)?.no ?? 0) - (numberOf(b.packet)?.no ?? 0))
  for (const { packet, expert, kind, note } of ordered) {
    table.row([
      mid(numberOf(packet)?.no ?? '—'),
      word(numberOf(packet)?.workshop ?? packet),
      mid(members.find((candidate) => candidate.expert === expert)?.name ?? expert),
      mid(conflictShown(kind)),
      word(note || '—'),
    ])
  }
}
