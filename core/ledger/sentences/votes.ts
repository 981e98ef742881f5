import { text } from '../../lang.ts'
import type { votesKinds } from '../kinds/votes.ts'
import { after, type Names, type Tellings } from './telling.ts'

const choices = {
  for: ['同意', 'for'],
  against: ['反对', 'against'],
  abstain: ['弃权', 'abstention'],
  invalid: ['废票', 'invalid ballot'],
} as const
const purposes = {
  first: ['表决', 'vote'],
  repeat: ['重新表决', 'repeated vote'],
  'run-off': ['决选表决', 'run-off'],
} as const

const all = (packets: readonly string[], names: Names, between: string) => packets.map(names.packet).join(between)
const turn = {
  zh: (at: number) => (at > 1 ? `第 ${at} 轮` : ''),
  en: (at: number) => (at > 1 ? ` (turn ${at})` : ''),
}

export const votesTellings: Tellings<keyof typeof votesKinds> = {
  'vote.prepared': {
    title: text('准备表决', 'Vote prepared'),
    zh: ({ packets, turn: at, purpose, reason }, names) =>
      `准备${all(packets, names, '、')}的${turn.zh(at)}${purposes[purpose][0]}，表决规则自此固定${after.zh(reason)}`,
    en: ({ packets, turn: at, purpose, reason }, names) =>
      `${purposes[purpose][1]}${turn.en(at)} on ${all(packets, names, ', ')} prepared; its rule is fixed${after.en(reason)}`,
  },
  'vote.withdrawn': {
    title: text('撤回表决', 'Vote withdrawn'),
    zh: ({ packets, turn: at, reason }, names) =>
      `撤回${all(packets, names, '、')}的${turn.zh(at)}表决${after.zh(reason)}`,
    en: ({ packets, turn: at, reason }, names) =>
      `vote${turn.en(at)} on ${all(packets, names, ', ')} withdrawn${after.en(reason)}`,
  },
  'vote.opened': {
    title: text('开始表决', 'Vote opened'),
    zh: ({ packet, turn: at, entitled, recused }, names) =>
      `开始${names.packet(packet)}的${turn.zh(at)}表决：有表决权 ${entitled.length} 人${recused.length > 0 ? `，回避 ${recused.length} 人` : ''}`,
    en: ({ packet, turn: at, entitled, recused }, names) =>
      `vote${turn.en(at)} on ${names.packet(packet)} opened: ${entitled.length} entitled${recused.length > 0 ? `, ${recused.length} recused` : ''}`,
  },
  'ballot.cast': {
    title: text('投票', 'Ballot cast'),
    zh: ({ packet, turn: at, expert, choice, second }, names) =>
      `${names.expert(expert)}对${names.packet(packet)}${turn.zh(at)}投${choices[choice][0]}${second ? `（纸质票，${second}核对）` : ''}`,
    en: ({ packet, turn: at, expert, choice, second }, names) =>
      `${names.expert(expert)} on ${names.packet(packet)}${turn.en(at)}: ${choices[choice][1]}${second ? ` (paper ballot, compared by ${second})` : ''}`,
  },
  'vote.published': {
    title: text('公布表决结果', 'Vote published'),
    zh: ({ packets, turn: at }, names) => `公布${all(packets, names, '、')}的${turn.zh(at)}表决结果`,
    en: ({ packets, turn: at }, names) => `result of the vote${turn.en(at)} on ${all(packets, names, ', ')} published`,
  },
  'vote.closed': {
    title: text('结束表决', 'Vote closed'),
    zh: (vote, names) =>
      `结束${names.packet(vote.packet)}的${turn.zh(vote.turn)}表决：同意 ${vote.for}、反对 ${vote.against}、弃权 ${vote.abstain}，需要 ${vote.needed} 票，${vote.passed ? '通过' : '未通过'}`,
    en: (vote, names) =>
      `vote${turn.en(vote.turn)} on ${names.packet(vote.packet)} closed: ${vote.for} for, ${vote.against} against, ${vote.abstain} abstained, ${vote.needed} needed, ${vote.passed ? 'passed' : 'not passed'}`,
  },
}
