import { text } from '../../lang.ts'
import type { panelKinds } from '../kinds/panel.ts'
import { after, printedHead, type Tellings } from './telling.ts'

const officers = {
  supervisor: ['监督员', 'supervisor'],
  caller: ['唱票人', 'caller'],
  counter: ['计票人', 'counter'],
  scrutineer: ['监票人', 'scrutineer'],
  recorder: ['记录人', 'recorder'],
} as const
const events = {
  arrived: ['到场', 'arrived'],
  late: ['迟到到场', 'arrived late'],
  left: ['离场', 'left'],
  'left-early': ['提前离场', 'left early'],
} as const

export const panelTellings: Tellings<keyof typeof panelKinds> = {
  'expert.listed': {
    title: text('登记专家', 'Expert listed'),
    zh: ({ name, unit }) => `登记专家${name}${unit ? `（${unit}）` : ''}`,
    en: ({ name, unit }) => `expert ${name}${unit ? ` (${unit})` : ''} listed`,
  },
  'panel.constituted': {
    title: text('确定专家组', 'Panel set'),
    zh: ({ members, chair, alternates }, names) =>
      `确定专家组 ${members.length} 人：${members.map(names.expert).join('、')}${chair ? `，组长${names.expert(chair)}` : ''}${alternates.length > 0 ? `；候补${alternates.map(names.expert).join('、')}` : ''}`,
    en: ({ members, chair, alternates }, names) =>
      `panel of ${members.length}: ${members.map(names.expert).join(', ')}${chair ? `; chair ${names.expert(chair)}` : ''}${alternates.length > 0 ? `; alternates ${alternates.map(names.expert).join(', ')}` : ''}`,
  },
  'alternate.entered': {
    title: text('候补递补', 'Alternate entered'),
    zh: ({ alternate, replaces, reason, sheets }, names) =>
      `${names.expert(alternate)}递补${names.expert(replaces)}的席位，原有 ${sheets.length} 份评分表作废${after.zh(reason)}`,
    en: ({ alternate, replaces, reason, sheets }, names) =>
      `${names.expert(alternate)} took the seat of ${names.expert(replaces)}; ${sheets.length} sheets are void${after.en(reason)}`,
  },
  'chair.named': {
    title: text('确定组长', 'Chair named'),
    zh: ({ expert, how, note }, names) =>
      `${how === 'elected' ? '推选' : '指定'}${names.expert(expert)}为组长${after.zh(note)}`,
    en: ({ expert, how, note }, names) =>
      `${names.expert(expert)} ${how === 'elected' ? 'elected' : 'appointed'} chair${after.en(note)}`,
  },
  'officers.named': {
    title: text('指定工作人员', 'Officers named'),
    zh: (payload, names) =>
      `指定${payload.officers.map(({ expert, role }) => `${officers[role][0]}${names.expert(expert)}`).join('、') || '无人'}`,
    en: (payload, names) =>
      `named: ${payload.officers.map(({ expert, role }) => `${officers[role][1]} ${names.expert(expert)}`).join(', ') || 'nobody'}`,
  },
  'draw.fixed': {
    title: text('固定抽取名单', 'Draw fixed'),
    zh: ({ plan, fingerprint }) => `固定专家抽取名单 ${plan.pool.length} 人，指纹 ${printedHead(fingerprint)}`,
    en: ({ plan, fingerprint }) =>
      `pool of ${plan.pool.length} fixed for the draw, fingerprint ${printedHead(fingerprint)}`,
  },
  'draw.made': {
    title: text('抽取专家', 'Draw made'),
    zh: ({ result }) => `抽出专家${result.members.map(({ name }) => name).join('、')}`,
    en: ({ result }) => `drawn: ${result.members.map(({ name }) => name).join(', ')}`,
  },
  'attendance.noted': {
    title: text('到场离场', 'Arrival or departure'),
    zh: ({ expert, event, how }, names) =>
      `${names.expert(expert)}${events[event][0]}${how === 'hand' ? '（秘书处登记）' : ''}`,
    en: ({ expert, event, how }, names) =>
      `${names.expert(expert)} ${events[event][1]}${how === 'hand' ? ' (noted at the desk)' : ''}`,
  },
  'attendance.taken': {
    title: text('签到', 'Attendance'),
    zh: ({ present }, names) =>
      `签到：实到 ${present.length} 人${present.length > 0 ? `（${present.map(names.expert).join('、')}）` : ''}`,
    en: ({ present }, names) =>
      `attendance: ${present.length} present${present.length > 0 ? ` (${present.map(names.expert).join(', ')})` : ''}`,
  },
  'declaration.made': {
    title: text('承诺与回避', 'Declaration'),
    zh: ({ conflicts }, names, subject) =>
      conflicts.length === 0
        ? `${names.expert(subject)}承诺：与各申报单位无利害关系，无需回避`
        : `${names.expert(subject)}申报回避：${conflicts.map(({ packet }) => names.packet(packet)).join('、')}`,
    en: ({ conflicts }, names, subject) =>
      conflicts.length === 0
        ? `${names.expert(subject)} declared no conflict of interest`
        : `${names.expert(subject)} is recused from ${conflicts.map(({ packet }) => names.packet(packet)).join(', ')}`,
  },
}
