import { text } from '../../lang.ts'
import type { resultsKinds } from '../kinds/results.ts'
import { after, type Tellings } from './telling.ts'

export const resultsTellings: Tellings<keyof typeof resultsKinds> = {
  'result.frozen': {
    title: text('固定结果', 'Result frozen'),
    zh: ({ rows, confirmed }) =>
      `固定 ${rows.length} 份申报的结果${confirmed ? `，组长${confirmed.chair}、秘书${confirmed.secretary}当场核对` : '，未经会上确认'}`,
    en: ({ rows, confirmed }) =>
      `result of ${rows.length} applications frozen${confirmed ? `, checked by ${confirmed.chair} (chair) and ${confirmed.secretary} (secretary)` : ', not confirmed in the meeting'}`,
  },
  'line.decided': {
    title: text('确定入选线', 'Line decided'),
    zh: ({ reason }) => `确定入选线上的并列与例外${after.zh(reason)}`,
    en: ({ reason }) => `ties and exceptions at the line decided${after.en(reason)}`,
  },
  'list.published': {
    title: text('公示名单', 'List published'),
    zh: ({ place, firstDay, lastDay }) => `公示名单，${firstDay} 至 ${lastDay}${place ? `，${place}` : ''}`,
    en: ({ place, firstDay, lastDay }) => `list published from ${firstDay} to ${lastDay}${place ? `, ${place}` : ''}`,
  },
  'objection.recorded': {
    title: text('登记异议', 'Objection recorded'),
    zh: ({ packet, received, text: words }, names) =>
      `登记 ${received} 收到的对${names.packet(packet)}的异议${after.zh(words)}`,
    en: ({ packet, received, text: words }, names) =>
      `objection to ${names.packet(packet)} received on ${received}${after.en(words)}`,
  },
  'objection.decided': {
    title: text('处理异议', 'Objection decided'),
    zh: ({ outcome, reason }) => `异议${outcome === 'upheld' ? '成立' : '不成立'}${after.zh(reason)}`,
    en: ({ outcome, reason }) => `objection ${outcome === 'upheld' ? 'upheld' : 'rejected'}${after.en(reason)}`,
  },
  'papers.exported': {
    title: text('导出', 'Papers exported'),
    zh: ({ files }) => `导出结果工作簿和文书 ${files.length} 个文件`,
    en: ({ files }) => `workbook and papers exported, ${files.length} files`,
  },
}
