/** 回避与出席: who sat on the panel, who came and went when, who stepped in for whom, who kept away from which application. */
import type { PaperBook } from '../book.ts'
import { attendanceShown, conflictShown, moment, zh } from '../words.ts'
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
  addComings(sheet, book)
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

/** Late, early, away and back with the time; and each alternate who took a seat, with the reason. */
function addComings(sheet: PaperSheet, { attendance, panel }: PaperBook): void {
  sheet.heading('四、签到与递补')
  if (attendance.length === 0) sheet.paragraph('没有登记迟到、早退或离场，专家组成员全程在场。')
  else {
    const table = sheet.table({
      header: [heads('时间', '姓名', '事项', '登记方式')],
      widths: [150, 140, 110, 190],
    })
    for (const { time, name, event, how } of attendance) {
      table.row([
        mid(moment(time)),
        mid(name),
        mid(attendanceShown[event]),
        mid(how === 'seat' ? '本人入席' : '秘书处登记'),
      ])
    }
  }
  for (const { name, unit, entered } of panel.alternates) {
    const who = unit === '' ? name : `${name}（${unit}）`
    sheet.paragraph(
      entered === null
        ? `候补：${who}，没有递补。`
        : `候补：${who}，递补第 ${entered.seat} 席，替换${entered.name}，原因：${entered.reason}。`,
    )
  }
}
