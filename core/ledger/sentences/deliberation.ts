import { text } from '../../lang.ts'
import type { deliberationKinds } from '../kinds/deliberation.ts'
import { after, type Tellings } from './telling.ts'

export const deliberationTellings: Tellings<keyof typeof deliberationKinds> = {
  'minutes.recorded': {
    title: text('评议记录', 'Minutes'),
    zh: ({ packet, text: words, dissents }, names) =>
      `记录对${names.packet(packet)}的集中评议${dissents.length > 0 ? `，有 ${dissents.length} 人不同意见` : ''}${after.zh(words)}`,
    en: ({ packet, text: words, dissents }, names) =>
      `minutes on ${names.packet(packet)}${dissents.length > 0 ? `, ${dissents.length} dissenting` : ''}${after.en(words)}`,
  },
  'list.settled': {
    title: text('最终建议名单', 'Final list'),
    zh: ({ rows }, names) => {
      const listed = rows.filter(({ place }) => place !== null).toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
      return `确定最终建议名单 ${listed.length} 个：${listed.map(({ packet }) => names.packet(packet)).join('、')}`
    },
    en: ({ rows }, names) => {
      const listed = rows.filter(({ place }) => place !== null).toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
      return `final list of ${listed.length}: ${listed.map(({ packet }) => names.packet(packet)).join(', ')}`
    },
  },
}
