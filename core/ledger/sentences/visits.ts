import { text } from '../../lang.ts'
import type { visitsKinds } from '../kinds/visits.ts'
import { after, type Tellings } from './telling.ts'

export const visitsTellings: Tellings<keyof typeof visitsKinds> = {
  'visits.planned': {
    title: text('考察计划', 'Plan of visits'),
    zh: ({ stops, note }) => `安排现场考察 ${stops.length} 处${after.zh(note)}`,
    en: ({ stops, note }) => `${stops.length} site visits planned${after.en(note)}`,
  },
  'visit.recorded': {
    title: text('现场考察', 'Site visit'),
    zh: ({ packet, date, present, opinion }, names) =>
      `记录 ${date} 对${names.packet(packet)}的现场考察（${present.join('、')}）${after.zh(opinion)}`,
    en: ({ packet, date, present, opinion }, names) =>
      `site visit to ${names.packet(packet)} on ${date} (${present.join(', ')})${after.en(opinion)}`,
  },
  'visit.signed': {
    title: text('签署考察记录', 'Visit record signed'),
    zh: ({ packet, expert, answer, text: words }, names) =>
      `${names.expert(expert)}签署${names.packet(packet)}的考察记录${answer === 'dissent' ? '，保留不同意见' : ''}${after.zh(words)}`,
    en: ({ packet, expert, answer, text: words }, names) =>
      `${names.expert(expert)} signed the record of the visit to ${names.packet(packet)}${answer === 'dissent' ? ' with dissent' : ''}${after.en(words)}`,
  },
}
