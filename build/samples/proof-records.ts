/** The pages of 证明材料.pdf about apprentices and activities. */
import { type Ink, type Pen, paragraph, table } from './pen.ts'
import type { Applicant } from './plan.ts'
import { heading, left, signed, wide } from './proof-kit.ts'

/** 年度带徒计划 and 培训花名册. */
export function training(pen: Pen, applicant: Applicant): void {
  const { facts } = applicant
  let y = 84
  if (facts.D1_plan) {
    y = heading(pen, '2025年度带徒计划', y, 16)
    const plan = `由${applicant.leader.name}负责带徒，每名徒弟确定一个课题；每周现场教学不少于1次，每月考核1次；年底参加${applicant.occupation}技能等级认定。`
    y = paragraph(pen, `　　${plan}`, left, y, wide) + 20
  }
  if (facts.D1_roster) {
    y = heading(pen, '培 训 花 名 册', y + 10, 16)
    const names = [...applicant.trainees.map(({ name }) => name), ...applicant.members.map(({ name }) => name)]
    const rows = names.map((name, at) => [
      String(at + 1),
      name,
      applicant.occupation,
      `2025-0${1 + (at % 9)}-12`,
      '合格',
    ])
    table(pen, left, y - 8, [46, 105, 140, 110, 70], [['序号', '姓名', '工种', '培训日期', '考核'], ...rows])
  }
  signed(pen, applicant, 760, '2025年12月30日')
}

/** 师带徒协议, signed by both. */
export function agreement(pen: Pen, applicant: Applicant): void {
  let y = heading(pen, '师 带 徒 协 议')
  const pupil = applicant.trainees[0]?.name ?? ''
  const text = [
    `甲方（师傅）：${applicant.leader.name}`,
    `乙方（徒弟）：${pupil}`,
    `一、带徒期限：自2024年4月1日至2026年3月31日。`,
    `二、甲方负责传授${applicant.occupation}的技能技艺，制定培养计划，每周指导不少于4学时。`,
    '三、乙方应尊师好学，遵守操作规程，认真填写学习记录，协议期内取得高级工及以上等级。',
    '四、单位按规定发放带徒津贴。',
    '五、本协议一式三份，师徒双方和单位各执一份。',
  ]
  for (const line of text) y = paragraph(pen, line, left, y, wide, { size: 12.5 }, 1.9) + 4
  const ink: Ink = { size: 17, color: '#1b3f8f' }
  pen.text('甲方签字：', left, y + 50, { size: 12.5 })
  pen.turned(left + 74, y + 50, -5, () => pen.text(applicant.leader.name, 0, 0, ink))
  pen.text('乙方签字：', left + 240, y + 50, { size: 12.5 })
  pen.turned(left + 314, y + 48, 4, () => pen.text(pupil, 0, 0, ink))
  signed(pen, applicant, y + 120, '2024年4月1日')
}

/** 带徒过程及日常技艺培训指导记录. */
export function records(pen: Pen, applicant: Applicant): void {
  const y = heading(pen, '带徒过程及日常技艺培训指导记录', 90, 17)
  const topics = [
    '岗位基本功训练',
    '图纸识读与工艺分析',
    '典型故障判断',
    '关键工序操作示范',
    '质量检验与数据记录',
    '综合考核与点评',
  ]
  const rows = topics.map((topic, at) => [
    `2025-${String(at + 3).padStart(2, '0')}-15`,
    topic,
    `${applicant.leader.name}现场示范，徒弟分组练习，逐人纠正动作，课后填写学习小结。`,
    applicant.trainees[at % Math.max(applicant.trainees.length, 1)]?.name ?? '',
  ])
  table(pen, left, y, [80, 110, 211, 70], [['日期', '内容', '指导情况', '徒弟'], ...rows])
}

/** 培养高技能人才名单, with how many of each level. */
export function trainees(pen: Pen, applicant: Applicant): void {
  const y = heading(pen, '培养高技能人才名单（2024—2025年）', 90, 17)
  const rows = applicant.trainees.map(({ name, level }, at) => [
    String(at + 1),
    name,
    applicant.occupation,
    level,
    `Y0000650100${String(applicant.number * 100 + at + 1).padStart(5, '0')}`,
    `202${4 + (at % 2)}年`,
  ])
  const foot = table(
    pen,
    left,
    y,
    [40, 70, 110, 70, 131, 50],
    [['序号', '姓名', '职业（工种）', '等级', '证书编号', '取证']].concat(rows),
  )
  const count = (level: string) => applicant.trainees.filter((trainee) => trainee.level === level).length
  const sum = `合计：培养高技能人才${rows.length}人，其中高级工${count('高级工')}人、技师${count('技师')}人、高级技师${count('高级技师')}人。`
  paragraph(pen, sum, left, foot + 30, wide, { size: 12, bold: true })
  signed(pen, applicant, foot + 120, '2026年3月1日')
}

/** 业内技术交流 and 技能服务社会 activities, with the number for each year. */
export function events(pen: Pen, applicant: Applicant): void {
  const y = heading(pen, '技术交流、技能服务社会活动记录', 90, 17)
  const rows = applicant.facts.E2_events_per_year.flatMap((count, year) =>
    Array.from({ length: count }, (_, at) => [
      `${2024 + year}-0${3 + at * 2}-2${at}`,
      '业内技术交流会',
      `邀请同行业${4 + at}家单位，交流${applicant.occupation}技术，参会${32 + at * 9}人`,
    ]),
  )
  if (applicant.facts.E3_social_service)
    rows.push(['2025-10-16', '技能服务社会', '走进样例社区，免费检测、维修并讲解安全知识，服务群众60余人次'])
  const foot = table(pen, left, y, [80, 110, 281], [['日期', '活动', '内容']].concat(rows))
  const [first, second] = applicant.facts.E2_events_per_year
  paragraph(pen, `业内技术交流活动：2024年${first}次，2025年${second}次。`, left, foot + 30, wide, {
    size: 12,
    bold: true,
  })
}
