import { text } from '../../lang.ts'
import type { devicesKinds } from '../kinds/devices.ts'
import { after, type Tellings } from './telling.ts'

export const devicesTellings: Tellings<keyof typeof devicesKinds> = {
  'ledger.merged': {
    title: text('并入记录', 'Records merged'),
    zh: ({ seen }) =>
      `并入 ${seen.length} 台设备的记录（${seen.map(({ chain, seq }) => `${chain} 至第 ${seq} 条`).join('、')}）`,
    en: ({ seen }) =>
      `merged records of ${seen.length} devices (${seen.map(({ chain, seq }) => `${chain} up to ${seq}`).join(', ')})`,
  },
  'conflict.decided': {
    title: text('裁定版本', 'Version decided'),
    zh: ({ about, packet, expert, setAside, reason }, names) =>
      `${names.expert(expert)}对${names.packet(packet)}的${about === 'sheet' ? '评分表' : '投票'}有 ${setAside.length + 1} 个版本，确定以其中一个为准${after.zh(reason)}`,
    en: ({ about, packet, expert, setAside, reason }, names) =>
      `of ${setAside.length + 1} versions of the ${about} of ${names.expert(expert)} for ${names.packet(packet)} one was decided to count${after.en(reason)}`,
  },
  'lan.unencrypted': {
    title: text('不加密开启局域网', 'Network opened without encryption'),
    zh: ({ reason }) => `不加密开启局域网${after.zh(reason)}`,
    en: ({ reason }) => `network opened without encryption${after.en(reason)}`,
  },
}
