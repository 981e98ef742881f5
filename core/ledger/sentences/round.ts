import { text } from '../../lang.ts'
import type { roundKinds } from '../kinds/round.ts'
import { after, plain, type Tellings } from './telling.ts'

export const roundTellings: Tellings<keyof typeof roundKinds> = {
  'round.created': {
    title: text('新建评审', 'Round created'),
    zh: ({ title, organiser, sample }) => `${organiser}新建评审“${title}”${sample ? '（样例）' : ''}`,
    en: ({ title, organiser, sample }) => `${organiser} created the round "${title}"${sample ? ' (sample)' : ''}`,
  },
  'choice.adopted': {
    title: text('选定事项', 'Choice made'),
    zh: ({ choice, value, note }, names) =>
      `选定“${names.choice(choice)}”：${names.chosen(choice, value) || plain(value, 'zh')}${note ? `（${note}）` : ''}`,
    en: ({ choice, value, note }, names) =>
      `"${names.choice(choice)}" chosen: ${names.chosen(choice, value) || plain(value, 'en')}${note ? ` (${note})` : ''}`,
  },
  'stage.closed': {
    title: text('结束阶段', 'Stage closed'),
    zh: ({ stage, next }, names) => `结束“${names.stage(stage)}”${next ? `，进入“${names.stage(next)}”` : ''}`,
    en: ({ stage, next }, names) => `"${names.stage(stage)}" closed${next ? `, "${names.stage(next)}" opened` : ''}`,
  },
  'reopening.asked': {
    title: text('申请重开阶段', 'Reopening asked'),
    zh: ({ stage, reason }, names) => `申请重新打开“${names.stage(stage)}”${after.zh(reason)}`,
    en: ({ stage, reason }, names) => `asked to reopen "${names.stage(stage)}"${after.en(reason)}`,
  },
  'reopening.decided': {
    title: text('决定重开阶段', 'Reopening decided'),
    zh: ({ stage, granted, decidedBy, note }, names) =>
      `${decidedBy}${granted ? '同意' : '不同意'}重新打开“${names.stage(stage)}”${after.zh(note)}`,
    en: ({ stage, granted, decidedBy, note }, names) =>
      `${decidedBy} ${granted ? 'agreed' : 'declined'} to reopen "${names.stage(stage)}"${after.en(note)}`,
  },
}
