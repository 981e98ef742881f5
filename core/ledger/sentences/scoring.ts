import { text } from '../../lang.ts'
import type { scoringKinds } from '../kinds/scoring.ts'
import type { PaperEntry } from '../kinds/vocabulary.ts'
import { after, type Tellings } from './telling.ts'

/** The scan by what it is called and, where it was attached, by its file's fingerprint. */
const scanNamed = {
  zh: (paper: PaperEntry) =>
    `${paper.scan === '' ? '' : `，扫描件 ${paper.scan}`}${paper.file ? `，所附文件 ${paper.file.name}，SHA-256：${paper.file.sha256}` : ''}`,
  en: (paper: PaperEntry) =>
    `${paper.scan === '' ? '' : `, scan ${paper.scan}`}${paper.file ? `, attached ${paper.file.name}, SHA-256 ${paper.file.sha256}` : ''}`,
}

export const scoringTellings: Tellings<keyof typeof scoringKinds> = {
  'sheet.submitted': {
    title: text('提交评分表', 'Sheet submitted'),
    zh: ({ packet, expert, total, paper }, names) =>
      `${names.expert(expert)}提交${names.packet(packet)}的评分表${total === null ? '' : `，总分 ${total}`}${paper ? `（纸质评分表，${paper.first}录入，${paper.second}再录一遍${scanNamed.zh(paper)}）` : ''}`,
    en: ({ packet, expert, total, paper }, names) =>
      `${names.expert(expert)} submitted the sheet for ${names.packet(packet)}${total === null ? '' : `, total ${total}`}${paper ? ` (on paper, entered by ${paper.first} and once more by ${paper.second}${scanNamed.en(paper)})` : ''}`,
  },
  'reading.arranged': {
    title: text('安排审阅', 'Reading arranged'),
    zh: ({ order, farFrom, hint }) =>
      `安排审阅：${order === 'number' ? '按编号顺序' : '每人各自随机顺序'}，${farFrom === null ? '不设复看' : `偏离满分的 ${farFrom} 以上请复看${hint ? '（当时提示）' : ''}`}`,
    en: ({ order, farFrom, hint }) =>
      `reading ${order === 'number' ? 'by number' : 'in an own random order for each'}, ${farFrom === null ? 'no second look' : `second look from ${farFrom} of the maximum on${hint ? ' (hinted at once)' : ''}`}`,
  },
  'doubt.raised': {
    title: text('提出疑问', 'Doubt raised'),
    zh: ({ packet, expert, item, text: words }, names) =>
      `${names.expert(expert)}对${names.packet(packet)}“${names.label(item)}”提出疑问${after.zh(words)}`,
    en: ({ packet, expert, item, text: words }, names) =>
      `${names.expert(expert)} doubts "${names.label(item)}" of ${names.packet(packet)}${after.en(words)}`,
  },
  'doubt.answered': {
    title: text('答复疑问', 'Doubt answered'),
    zh: ({ packet, answer }, names) => `答复关于${names.packet(packet)}的疑问${after.zh(answer)}`,
    en: ({ packet, answer }, names) => `answered a doubt about ${names.packet(packet)}${after.en(answer)}`,
  },
  'item.reconsidered': {
    title: text('复看单项', 'Item reconsidered'),
    zh: ({ packet, expert, item, from, to, reason }, names) =>
      `${names.expert(expert)}复看${names.packet(packet)}“${names.label(item)}”：${from === to ? `维持扣 ${to} 分` : `扣分由 ${from} 改为 ${to}`}${reason ? `（${reason}）` : ''}`,
    en: ({ packet, expert, item, from, to, reason }, names) =>
      `${names.expert(expert)} looked again at "${names.label(item)}" of ${names.packet(packet)}: ${from === to ? `deduction of ${to} stands` : `deduction changed from ${from} to ${to}`}${reason ? ` (${reason})` : ''}`,
  },
  'sheet.returned': {
    title: text('退回评分表', 'Sheet returned'),
    zh: ({ packet, expert, reason }, names) =>
      `退回${names.expert(expert)}对${names.packet(packet)}的评分表${after.zh(reason)}`,
    en: ({ packet, expert, reason }, names) =>
      `sheet of ${names.expert(expert)} for ${names.packet(packet)} returned${after.en(reason)}`,
  },
}
