/** 现场考察记录: what was seen on site, application by application. */
import type { PaperBook } from '../book.ts'
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
        ...pen.text(`参加人员：${peopleShown(book, visit.present)}`),
        ...pen.text(`考察意见：${visit.opinion || '未记'}`, { lead: rows.length > 0 }),
        ...(rows.length > 0
          ? [pen.table([30, 20, 20, 30], ['核实的事实', '申报值', '现场值', '说明'], rows)]
          : pen.text('所核事实与申报一致，没有更正。')),
      ]
    }),
    ...pen.signatures(['带队人', '记录人', '复核人']),
  ]
}
