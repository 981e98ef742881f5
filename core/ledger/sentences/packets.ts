import { text } from '../../lang.ts'
import type { packetsKinds } from '../kinds/packets.ts'
import { after, plain, type Tellings } from './telling.ts'

const outcomes = {
  pass: ['符合', 'pass'],
  fail: ['不符合', 'fail'],
  fail_soft: ['不符合（可例外）', 'fail, exception possible'],
  judge: ['需人工判断', 'a person must judge'],
  incomplete: ['事实不全', 'facts missing'],
  conditional: ['附条件', 'conditional'],
  na: ['不适用', 'not applicable'],
} as const

const checkOutcomes = {
  accepted: ['通过', 'accepted'],
  returned: ['退回补正', 'returned'],
  unchecked: ['撤回审查意见，恢复待核', 'opinion taken back, to be checked again'],
} as const

export const packetsTellings: Tellings<keyof typeof packetsKinds> = {
  'packet.imported': {
    title: text('导入材料', 'Application imported'),
    zh: ({ no, source, files, version }) =>
      `导入 ${no} 号申报材料（${source}，${files.length} 个文件）${version > 1 ? `，为第 ${version} 版` : ''}`,
    en: ({ no, source, files, version }) =>
      `application ${no} imported (${source}, ${files.length} files)${version > 1 ? `, version ${version}` : ''}`,
  },
  'import.finished': {
    title: text('导入结束', 'Import finished'),
    zh: ({ imported, refused, cancelled }) =>
      `一次导入${cancelled ? '中途取消' : '结束'}：收入 ${imported.length} 份，未收 ${refused.length} 份`,
    en: ({ imported, refused, cancelled }) =>
      `import ${cancelled ? 'cancelled' : 'finished'}: ${imported.length} taken in, ${refused.length} refused`,
  },
  'recommended.listed': {
    title: text('登记推荐名单', 'Recommendations listed'),
    zh: ({ source, rows }) => `登记“${source}”的推荐名单，共 ${rows.length} 个`,
    en: ({ source, rows }) => `list of recommendations from "${source}", ${rows.length} in all`,
  },
  'field.corrected': {
    title: text('更正申报表', 'Form corrected'),
    zh: ({ field, reason }, names, subject) =>
      `更正${names.packet(subject)}申报表的“${names.label(field)}”${after.zh(reason)}`,
    en: ({ field, reason }, names, subject) =>
      `"${names.label(field)}" in the form of ${names.packet(subject)} corrected${after.en(reason)}`,
  },
  'packet.checked': {
    title: text('材料审查', 'Material check'),
    zh: ({ outcome, note }, names, subject) =>
      `材料审查：${names.packet(subject)}${checkOutcomes[outcome][0]}${after.zh(note)}`,
    en: ({ outcome, note }, names, subject) =>
      `material check: ${names.packet(subject)} ${checkOutcomes[outcome][1]}${after.en(note)}`,
  },
  'packet.withdrawn': {
    title: text('退出评审', 'Application withdrawn'),
    zh: ({ reason, person }, names, subject) =>
      `${names.packet(subject)}退出评审${person ? `（${person}提出）` : ''}${after.zh(reason)}`,
    en: ({ reason, person }, names, subject) =>
      `${names.packet(subject)} withdrawn${person ? ` at the request of ${person}` : ''}${after.en(reason)}`,
  },
  'fact.recorded': {
    title: text('登记事实', 'Fact recorded'),
    zh: ({ key, from, value, visit }, names, subject) =>
      `登记${names.packet(subject)}的“${names.label(key)}”：${plain(value, 'zh')}${from === null ? '' : `（原为${plain(from, 'zh')}）`}${visit ? '，现场考察所见' : ''}`,
    en: ({ key, from, value, visit }, names, subject) =>
      `"${names.label(key)}" of ${names.packet(subject)}: ${plain(value, 'en')}${from === null ? '' : ` (was ${plain(from, 'en')})`}${visit ? ', seen on site' : ''}`,
  },
  'eligibility.recorded': {
    title: text('登记资格事实', 'Fact of eligibility recorded'),
    zh: ({ key, value }, names, subject) =>
      `登记${names.packet(subject)}的资格事实“${names.label(key)}”：${plain(value, 'zh')}`,
    en: ({ key, value }, names, subject) =>
      `fact of eligibility "${names.label(key)}" of ${names.packet(subject)}: ${plain(value, 'en')}`,
  },
  'eligibility.decided': {
    title: text('认定资格条件', 'Eligibility decided'),
    zh: ({ rule, machine, verdict, person, reason }, names, subject) =>
      `${person}认定${names.packet(subject)}${verdict === 'met' ? '符合' : '不符合'}条件 ${rule}（机器判断：${outcomes[machine][0]}）${after.zh(reason)}`,
    en: ({ rule, machine, verdict, person, reason }, names, subject) =>
      `${person} decided that ${names.packet(subject)} ${verdict === 'met' ? 'meets' : 'does not meet'} ${rule} (machine: ${outcomes[machine][1]})${after.en(reason)}`,
  },
}
