/** Words of the desk around scoring: how it is arranged, and doubts. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const arrangeWords = {
  title: text('评分安排', 'How sheets are filled in'),
  why: text(
    '文件对此没有规定，由组织单位决定；审阅评分开始后不能再改。',
    'The document says nothing here; the organiser decides. Fixed once reading has begun.',
  ),
  order: text('专家看到的申报顺序', 'Order of applications'),
  byNumber: text('按编号', 'By number'),
  random: text('每位专家各自随机', 'Random, another for each expert'),
  second: text(
    '评分结束后，请与多数意见相差较大的专家复评',
    'After closing, ask experts far from the panel to look again',
  ),
  share: text('相差达到该项满分的', 'Far means this share of the maximum'),
  shareWords: { '0.3': text('三成', '30 %'), '0.4': text('四成', '40 %'), '0.5': text('一半', 'half') },
  hint: text('评分时即提示（会让专家大致知道他人评分的方向）', 'Hint while scoring (tells roughly where others stand)'),
  save: text('保存评分安排', 'Save'),
  saved: text('评分安排已保存', 'Saved'),
} as const satisfies Dictionary

export const doubtsWords = {
  title: (open: number) =>
    text(
      open === 0 ? '专家对事实的疑问' : `专家对事实的疑问（${open} 条待答复）`,
      open === 0 ? 'Doubts about facts' : `Doubts about facts (${open} open)`,
    ),
  hint: text(
    '核实后在此答复；事实确有误的，先到申报页更正事实，再答复。分数会自动重算。',
    'Answer here once checked. If the fact is wrong, correct it on the application first; points follow.',
  ),
  who: (seat: number, name: string) => text(`第 ${seat} 席 ${name}`, `Seat ${seat}, ${name}`),
  page: (page: number) => text(`所附第 ${page} 页`, `page ${page} attached`),
  toFacts: text('查看事实', 'See the facts'),
  answer: text('答复', 'Answer'),
  answerOf: (workshop: string, item: string) => text(`答复 ${workshop} ${item}`, `Answer on ${workshop} ${item}`),
  example: text('例：已核对平面图，面积不含走廊，事实不变', 'e.g. checked on the plan; the corridor is not included'),
  send: text('答复专家', 'Answer the expert'),
  answered: (by: string, at: string) => text(`${by} ${at} 答复：`, `${by}, ${at}: `),
} as const satisfies Dictionary
