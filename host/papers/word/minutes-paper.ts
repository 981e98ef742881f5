/** 评议纪要: who met, what the panel said about each application, and every dissent in full. */
import type { PaperBook } from '../book.ts'
import { longDate, peopleShown } from '../words.ts'
import { openingOf, type Pen } from './office.ts'

/** The body of the paper. */
export function minutesPaper(pen: Pen, book: PaperBook) {
  const { panel, minutes } = book
  const chair = panel.members.find((member) => member.chair)
  const present = panel.members.filter((member) => member.present).map((member) => member.expert)
  const absent = panel.members.filter((member) => !member.present).map((member) => member.expert)
  return [
    ...pen.title('评议纪要'),
    ...pen.text(openingOf(book)),
    ...pen.text(`专家组组长：${chair?.name ?? '未设'}`),
    ...pen.text(`出席专家：${peopleShown(book, present)}`),
    ...pen.text(`缺席专家：${absent.length > 0 ? peopleShown(book, absent) : '无'}`),
    ...minutes.flatMap((entry) => [
      pen.heading(`${entry.no}号　${entry.workshop}`),
      ...pen.text(recusedFrom(book, entry.packet)),
      ...(entry.recorded ? pen.text(entry.text) : pen.text('没有评议记录。')),
      ...(entry.dissents.length === 0
        ? pen.text('没有提出不同意见。')
        : entry.dissents.flatMap(({ name, text }) => pen.text(`不同意见（${name}）：${text}`))),
    ]),
    ...pen.text(`整理日期：${longDate(book.madeAt)}`),
    ...pen.signatures(['组　长', '记录人', '复核人', ...panel.members.map((member) => member.name)]),
  ]
}

function recusedFrom(book: PaperBook, packet: string): string {
  const names = book.panel.recusals.filter((recusal) => recusal.packet === packet).map(({ expert }) => expert)
  return names.length === 0 ? '' : `回避本项的专家：${peopleShown(book, names)}`
}
