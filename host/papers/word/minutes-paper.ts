/** 评议纪要: who met, what the panel said about each application, and every dissent in full. */
import type { PaperBook } from '../book.ts'
import { attendanceShown, confirmationShown, longDate, moment, peopleShown } from '../words.ts'
import { openingOf, type Pen } from './office.ts'

/** The body of the paper. */
export function minutesPaper(pen: Pen, book: PaperBook) {
  const { panel, minutes } = book
  const present = panel.members.filter((member) => member.present).map((member) => member.expert)
  const absent = panel.members.filter((member) => !member.present).map((member) => member.expert)
  return [
    ...pen.title('评议纪要'),
    ...pen.text(openingOf(book)),
    ...pen.text(`专家组组长：${chairShown(book)}`),
    ...pen.text(`出席专家：${peopleShown(book, present)}`),
    ...pen.text(`缺席专家：${absent.length > 0 ? peopleShown(book, absent) : '无'}`),
    ...comings(book).flatMap((line) => pen.text(line)),
    ...minutes.flatMap((entry) => [
      pen.heading(`${entry.no}号　${entry.workshop}`),
      ...pen.text(recusedFrom(book, entry.packet)),
      ...(entry.present.length > 0 ? pen.text(`在场：${entry.present.join('、')}`) : []),
      ...(entry.recorded ? pen.text(entry.text) : pen.text('没有评议记录。')),
      ...entry.speakers.flatMap(({ name, text }) => pen.text(`${name}发言：${text}`)),
      ...entry.motions.flatMap(({ text, by, outcome }) =>
        pen.text(
          `动议${by === '' ? '' : `（${by}）`}：${text}。结果：${outcome === '' ? '未记' : outcome}`.replace(
            '。。',
            '。',
          ),
        ),
      ),
      ...(entry.dissents.length === 0
        ? pen.text('没有提出不同意见。')
        : entry.dissents.flatMap(({ name, text }) => pen.text(`不同意见（${name}）：${text}`))),
    ]),
    ...pen.text(`结果核对：${confirmationShown(book)}`),
    ...pen.text(`整理日期：${longDate(book.madeAt)}`),
    ...pen.signatures(['组　长', '记录人', '复核人', ...panel.members.map((member) => member.name)]),
  ]
}

/** Who chairs, and how that came about. */
function chairShown({ panel }: PaperBook): string {
  const { chair } = panel
  if (chair === null) return panel.members.find((member) => member.chair)?.name ?? '未设'
  if (chair.how === 'appointed') return `${chair.name}（指定${chair.note === '' ? '' : `：${chair.note}`}）`
  const votes = chair.votes.filter((one) => one.votes > 0).map((one) => `${one.name} ${one.votes} 票`)
  return `${chair.name}（推选产生：${votes.join('、')}）`
}

function recusedFrom(book: PaperBook, packet: string): string {
  const names = book.panel.recusals.filter((recusal) => recusal.packet === packet).map(({ expert }) => expert)
  return names.length === 0 ? '' : `回避本项的专家：${peopleShown(book, names)}`
}

/** Who came late, left or came back, with the time; who stepped in for whom. */
function comings({ attendance, panel }: PaperBook): string[] {
  const noted = attendance
    .filter(({ event }) => event !== 'arrived')
    .map(
      ({ name, event, time }) =>
        `${name}${longDate(time).replace(/^\d+年/, '')}${moment(time).slice(11)}${attendanceShown[event]}`,
    )
  const entered = panel.alternates.flatMap(({ name, entered: seat }) =>
    seat === null ? [] : [`${name}递补第 ${seat.seat} 席，替换${seat.name}（${seat.reason}）`],
  )
  return [
    noted.length === 0 ? '' : `迟到、早退、离场：${noted.join('、')}`,
    entered.length === 0 ? '' : `候补递补：${entered.join('；')}`,
  ].filter((line) => line !== '')
}
