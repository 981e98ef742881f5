/** Notices to applicants: the result, corrections made to a form, papers to be completed. Each from a template the bureau may replace. */
import type { PaperBook, PaperPacket } from '../book.ts'
import { fingerprint, longDate, zh } from '../words.ts'
import type { Pen } from './office.ts'

/** Names of the templates, which are also the names of their files. */
export const noticeKinds = ['评审结果告知书', '更正告知书', '材料补正通知书'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** The blanks every template may use. */
const common = '{{组织单位}}\n{{日期}}'

const texts: Readonly<Record<NoticeKind, string>> = {
  评审结果告知书:
    '{{申报单位}}：\n你单位申报的“{{工作室}}”（申报编号 {{编号}}）参加了{{评审名称}}。专家组按照{{依据文件}}的规定进行了评审，结论为：{{结论}}。\n{{后续}}\n对评审结果有异议的，可在公示期内以书面形式向我单位提出，写明事实和理由，并署真实姓名或加盖公章。\n特此告知。',
  更正告知书:
    '{{申报单位}}：\n你单位申报的“{{工作室}}”（申报编号 {{编号}}）申报表中的下列内容，经核对材料后作了更正：\n{{更正内容}}\n如有不同意见，请在收到本通知之日起三日内书面提出。\n特此告知。',
  材料补正通知书:
    '{{申报单位}}：\n你单位申报的“{{工作室}}”（申报编号 {{编号}}）材料经审查，需要补正：\n{{补正内容}}\n请补正后重新报送。\n特此通知。',
}

/** The template the program brings along. */
export function noticeBody(pen: Pen, kind: NoticeKind) {
  return [...pen.title(kind), ...pen.text(texts[kind]), ...pen.closing(common)]
}

/** Which notices this application gets, with what fills their blanks. */
export function noticesFor(
  book: PaperBook,
  packet: PaperPacket,
): { kind: NoticeKind; values: Record<string, string> }[] {
  const { round, result } = book
  const base = {
    申报单位: packet.unit || packet.workshop,
    工作室: packet.workshop,
    领办人: packet.leader,
    编号: String(packet.no),
    评审名称: round.title,
    组织单位: round.organiser,
    依据文件: `《${zh(round.schemeTitle)}》（${round.document.number}）`,
    日期: longDate(book.madeAt),
    文号: round.document.number,
    台账指纹: fingerprint(round.ledger.head),
  }
  const row = result.rows.find((candidate) => candidate.packet === packet.packet)
  const notices: { kind: NoticeKind; values: Record<string, string> }[] = []
  if (row) {
    const 后续 =
      row.decisionCode === 'selected'
        ? '结论须经公示无异议并由发文机关审定后生效。'
        : '本结论在公示结束、发文机关审定后生效。'
    notices.push({ kind: '评审结果告知书', values: { ...base, 结论: zh(row.decision), 后续 } })
  }
  if (packet.corrections.length > 0) {
    const lines = packet.corrections.map(
      ({ label, from, to, reason }, at) => `${at + 1}.“${label}”由“${from || '空'}”更正为“${to}”，理由：${reason}。`,
    )
    notices.push({ kind: '更正告知书', values: { ...base, 更正内容: lines.join('\n') } })
  }
  if (packet.state === 'returned') {
    const lines = [packet.note, ...packet.missing.map((name) => `缺：${name}`)].filter(Boolean)
    notices.push({ kind: '材料补正通知书', values: { ...base, 补正内容: lines.join('\n') || '见退回说明。' } })
  }
  return notices
}
