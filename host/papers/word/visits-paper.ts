/** 现场考察记录: what was seen on site, application by application. */

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
import { openingOf, type Pen } from './office.ts'

/** The body of the paper. */
export function visitsPaper(pen: Pen, book: PaperBook) {
  const units = factUnits(book)
  return [
    ...pen.title('现场考察记录'),
    ...pen.text(openingOf(book)),
    ...book.visits.flatMap((visit) => {
      const heading = pen.heading(`${visit.no}号　${visit.workshop}`)
      if (!visit.recorded) return [heading, ...pen.text('没有现场考察记录。')]
      const rows = visit.findings.map(({ fact, name, claimed, seen, note }) => {
        const unit = units.get(fact) ?? null
        return [zh(name), factShown(claimed, unit), factShown(seen, unit), note || '—']
      })
      return [
        heading,
        ...pen.text(`考察日期：${visit.date ? longDate(visit.date) : '未记'}`),
        ...pen.text(`考察地点：${visit.place || '未记'}`),
        ...(hoursShown(visit) === '' ? [] : pen.text(`考察时间：${hoursShown(visit)}`)),
        ...(visit.team.length === 0 ? [] : pen.text(`考察组：${teamShown(visit)}`)),
        ...pen.text(`参加人员：${peopleShown(book, visit.present)}`),
        ...pen.text(`考察意见：${visit.opinion || '未记'}`, { lead: rows.length > 0 }),
        ...(rows.length > 0
          ? [pen.table([30, 20, 20, 30], ['核实的事实', '申报值', '现场值', '说明'], rows)]
          : pen.text('所核事实与申报一致，没有更正。')),
        ...seenOnSite(pen, visit),
        ...photosOf(pen, book, visit),
        ...pen.text(signedShown(visit)),
      ]
    }),
    ...pen.signatures(['带队人', '记录人', '复核人']),
  ]
}

type Part = ReturnType<Pen['text']>[number] | ReturnType<Pen['table']>

/** What else was compared, measured and changed; each table only where it holds something. */
export function seenOnSite(pen: Pen, visit: VisitView): Part[] {
  const tables = [
    {
      title: '更正后的得分：',
      widths: [28, 16, 16, 40],
      header: ['细则', '更正前', '更正后', '依据'],
      rows: followRows(visit),
    },
    {
      title: '现场测量：',
      widths: [34, 20, 20, 26],
      header: ['测量项目', '申报', '实测', '说明'],
      rows: measureRows(visit),
    },
    { title: '其他核对：', widths: [34, 16, 50], header: ['核对事项', '结论', '现场情况'], rows: checkRows(visit) },
  ]
  return tables.flatMap(({ title, widths, header, rows }) =>
    rows.length === 0 ? [] : [...pen.text(title, { lead: true }), pen.table(widths, header, rows)],
  )
}

/** The photos, small, and the list that names every one by its hash. */
export function photosOf(pen: Pen, book: PaperBook, visit: VisitView): Part[] {
  if (visit.photos.length === 0) return []
  return [
    ...pen.text(photosCounted(visit), { lead: true }),
    ...photoStrips(book, visit).map((strip) => pen.strip(strip)),
    ...pen.text('照片清单：', { lead: true }),
    pen.table([12, 24, 24, 40], ['编号', '拍摄时间', '说明', 'SHA-256'], photoRows(visit)),
  ]
}
