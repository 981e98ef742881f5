/** 后续管理: plaques to be made, money to be paid, and what the document asks of the workshops and of the bureau from now on. */
import type { ReminderRule, Step } from '#core/afterwards/afterwards.ts'
import { nameBy } from '../../views/titles.ts'
import type { PaperBook } from '../book.ts'
import { longDate, zh } from '../words.ts'
import { openingOf, type Pen } from './office.ts'

/** The workshops that were selected, under the names that the document's template gives them. */
export function namedWorkshops({ result, scheme, packets }: PaperBook) {
  const selected = result.rows.filter(({ decisionCode }) => decisionCode === 'selected')
  return selected.map(({ packet, workshop, unit, leader, occupation }) => {
    const known = packets.find((one) => one.packet === packet)
    const full = leader !== '' && occupation !== ''
    const plaque = full ? nameBy(scheme.naming.template, { leader, occupation, unit }) : workshop
    return { no: known?.no ?? 0, packet, plaque, workshop, unit, leader, occupation }
  })
}

/** The body of the paper. */
export function afterwardsPaper(pen: Pen, book: PaperBook) {
  const named = namedWorkshops(book)
  const { scheme, money } = book
  const { afterwards } = scheme
  const { clause = '' } = scheme.naming.origin.source === 'text' ? scheme.naming.origin : {}
  return [
    ...pen.title('后续管理'),
    ...pen.text(openingOf(book)),
    pen.heading('一、命名与牌匾'),
    ...pen.text(`牌匾名称按办法规定的命名方式${clause ? `（${clause}）` : ''}拟定，以命名文件为准。`, { lead: true }),
    pen.table(
      [8, 34, 14, 26, 18],
      ['序号', '牌匾名称', '领办人', '单位', '申报名称不同的'],
      named.map(({ plaque, leader, unit, workshop }, at) => [
        String(at + 1),
        plaque,
        leader,
        unit,
        workshop === plaque ? '—' : workshop,
      ]),
    ),
    ...(money ? moneyPart(pen, money) : []),
    ...(afterwards
      ? [
          pen.heading(`${money ? '三' : '二'}、考核、整改与撤销`),
          ...afterwards.steps.flatMap((step) => pen.text(stepShown(step))),
          ...afterwards.grounds.flatMap((ground) => pen.text(`${zh(ground.text)}（${ground.clause}）`)),
          pen.heading(`${money ? '四' : '三'}、按期要办的事`),
          ...(afterwards.reminders.length > 0
            ? afterwards.reminders.flatMap((rule) =>
                pen.text(`${zh(rule.text)}：${whenShown(rule)}（${rule.clause}）。`),
              )
            : pen.text('办法没有规定按期要办的事。')),
        ]
      : []),
    ...pen.text(`制表日期：${longDate(book.madeAt)}`),
    ...pen.signatures(['填写人', '复核人']),
  ]
}

function moneyPart(pen: Pen, { rows, total, open }: NonNullable<PaperBook['money']>) {
  const sum = `合计 ${total} 万元${open.length > 0 ? `，另有 ${open.length} 家的金额尚待确定` : ''}。`
  return [
    pen.heading('二、补助资金'),
    ...pen.text(sum, { lead: true }),
    pen.table(
      [36, 14, 50],
      ['工作室', '金额\n（万元）', '依据和说明'],
      rows.map(({ workshop, wan, because, matchingText, clause }) => [
        workshop,
        wan ?? '待定',
        `${[because, ...(matchingText ? [matchingText] : [])].map(zh).join('；')}（${clause}）`,
      ]),
    ),
  ]
}

function stepShown({ text, clause, rectification }: Step): string {
  const months =
    rectification?.length === 'maximum'
      ? `整改期最长 ${rectification.months} 个月。`
      : rectification?.length === 'exact'
        ? `整改期 ${rectification.months} 个月。`
        : ''
  return `${zh(text)}（${clause}）${months}`
}

const day = (monthAndDay: string) => `${Number(monthAndDay.slice(0, 2))}月${Number(monthAndDay.slice(3))}日`

function whenShown({ when }: ReminderRule): string {
  switch (when.kind) {
    case 'yearly':
      return `每年${day(when.due)}前，${day(when.remind)}起办理`
    case 'before-end':
      return `建设周期届满前 ${when.months} 个月内`
    case 'every':
      return `自${when.after === 'named' ? '命名' : '建设周期届满'}起每 ${when.months} 个月一次`
  }
}
