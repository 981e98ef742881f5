/** Who is in the small round: five experts, three applications. */
import { text } from '#core/lang.ts'

export const names = ['样例专家一', '样例专家二', '样例专家三', '样例专家四', '样例专家五'] as const
export const experts = names.map((name, at) => ({ expert: `e${at + 1}`, seat: at + 1, name }))
export const said = (zh: string) => text(zh, zh)

export const applications = [
  {
    packet: 'p1',
    no: 1,
    workshop: '样例甲电工技能大师工作室',
    unit: '样例甲电力公司',
    leader: '王样例',
    occupation: '电工',
  },
  {
    packet: 'p2',
    no: 2,
    workshop: '样例乙焊工技能大师工作室',
    unit: '样例乙制造公司',
    leader: '李样例',
    occupation: '焊工',
  },
  {
    packet: 'p3',
    no: 3,
    workshop: '样例丙钳工技能大师工作室',
    unit: '样例丙机械公司',
    leader: '赵样例',
    occupation: '钳工',
  },
] as const
export type Application = (typeof applications)[number]
