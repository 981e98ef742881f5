/** The twelve sample applicants, worded in full the way an office words its papers. Everyone and everything is invented. */
import type { Applicant, Award, Person, SampleFacts } from './plan.ts'
import { type Trade, trades } from './trades.ts'

const digits = '一二三四五六七八九十'

/** An ID number of test region 650100 with a valid check digit (GB 11643). */
export function testIdNumber(born: string, sequence: number): string {
  const body = `650100${born.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + '10X98765432'[sum % 11]
}

/** Sum or product of short decimals as a decimal string, without binary floats showing. */
function decimal(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}

function membersOf({ stem, occupation, members, feat }: Trade): Person[] {
  const skills = ['技师', '高级工', '高级工', '技师', '工程师', '高级工', '中级工', '高级工', '助理工程师']
  const deeds = [
    `参与“${feat[0]}”攻关，负责现场试验和数据整理`,
    `近两年带教新员工${2 + (members % 3)}人，参加市级技能竞赛获优胜奖`,
    '负责工作室日常培训组织和台账管理',
    '提出合理化建议6条，被采纳4条',
    '负责技术资料编写，完成操作规程2份',
  ]
  return Array.from({ length: members }, (_, at) => ({
    name: `样${stem}${digits[at]}`,
    skill: `${skills[at]?.endsWith('工程师') ? '' : `${occupation}`}${skills[at]}`,
    age: 27 + ((at * 7 + members * 3) % 22),
    deeds: `${deeds[at % deeds.length]}。`,
  }))
}

function awardsOf({ awards, occupation, feat }: Trade): Award[] {
  const all: Award[] = [
    {
      item: '职业技能竞赛',
      name: `自治区${occupation}技能竞赛`,
      grantor: '样例自治区竞赛组委会',
      grade: '二等奖',
      rank: '2',
      year: '2021',
    },
    {
      item: '技术成果',
      name: feat[1].replace(/[“”]/g, ''),
      grantor: '样例市职工技术协会',
      grade: '一等奖',
      rank: '1',
      year: '2022',
    },
    { item: '荣誉称号', name: '市级技术能手', grantor: '样例市评选办公室', grade: '市级', rank: '', year: '2023' },
    {
      item: '合理化建议',
      name: '优秀合理化建议奖',
      grantor: '样例市总工会（测试）',
      grade: '三等奖',
      rank: '3',
      year: '2024',
    },
  ]
  return all.slice(0, awards)
}

function traineesOf({ stem, trained }: Trade): Applicant['trainees'] {
  const levels = (['高级工', '技师', '高级技师'] as const).flatMap((level, at) =>
    Array.from({ length: trained[at] ?? 0 }, () => level),
  )
  return levels.map((level, at) => ({ name: `学${stem}${digits[at]}`, level }))
}

function factsOf(trade: Trade): SampleFacts {
  const has = (key: string) => !trade.lacks.includes(key)
  return {
    A1_exists: has('A1_exists'),
    A2_plan: has('A2_plan'),
    A3_rules_posted: has('A3_rules_posted'),
    A4_sign: has('A4_sign'),
    A5_display: has('A5_display'),
    B1_matching_wan: decimal(trade.vouchers.reduce((sum, part) => sum + Number(part), 0)),
    B2_area_m2: decimal(Number(trade.room[0]) * Number(trade.room[1])),
    B3_exists: has('B3_exists'),
    B4_formal_staff_excl_leader: trade.formalStaff,
    D1_plan: has('D1_plan'),
    D1_roster: has('D1_roster'),
    D2_agreement: has('D2_agreement'),
    D3_records: has('D3_records'),
    D4_trained_high_skilled_2y: trade.trained[0] + trade.trained[1] + trade.trained[2],
    E2_events_per_year: trade.events,
    E3_social_service: has('E3_social_service'),
    F1_technicians: trade.trained[1],
    F1_senior_technicians: trade.trained[2],
    F2_media_evidenced: has('F2_media_evidenced'),
    F3_patent_or_award_evidenced: has('F3_patent_or_award_evidenced'),
    F4_paper_or_book_evidenced: has('F4_paper_or_book_evidenced'),
  }
}

function deedsOf({ stem, unit, occupation, who, career, feat, members }: Trade): string {
  const leader = `样例${stem}`
  return [
    `${leader}，自${who[4]}起一直在${occupation}岗位工作，现为${unit}${career[1] === '无' ? '一线职工' : career[1]}，${career[2]}。` +
      '多年来扎根生产一线，坚持边干边学，先后参加省级以上专业培训5次，完成技术改造和革新项目12项。',
    `一、解决生产难题。针对${feat[0]}这一长期问题，带领团队查阅图纸、反复试验，总结出${feat[1]}，${feat[2]}。该方法已写入单位作业指导书。`,
    `二、带徒传艺。坚持“一徒一策”，与徒弟签订协议，制定年度计划，每周组织一次现场教学，每月组织一次技能比武。近两年带领${members}名团队成员完成内部培训36期、860余人次。`,
    '三、服务社会。主动参加技能进校园、进社区活动，为中小企业义务诊断设备和工艺问题，受到好评。',
  ].join('\n')
}

function applicantOf(trade: Trade, at: number): Applicant {
  const { stem, unit, occupation, district, business, feat, who, career } = trade
  const [what, staff, skilled] = business
  const leader = `样例${stem}`
  return {
    number: at + 1,
    stem,
    unit,
    unitKind: trade.unitKind,
    district,
    occupation,
    leader: {
      name: leader,
      sex: who[0],
      ethnicity: who[1],
      politics: who[2],
      born: who[3],
      workSince: who[4],
      education: career[0],
      post: career[1],
      skill: career[2],
      idNumber: testIdNumber(who[3], 21 + at * 10 + (who[0] === '男' ? 0 : 1)),
      mobile: `1380000${String(1101 + at)}`,
      officePhone: `0991-0000${String(101 + at)}`,
      address: `乌鲁木齐市${district}测试路${12 + at * 7}号`,
    },
    workshop: `${leader}${occupation}技能大师工作室`,
    place: `${district}测试路${12 + at * 7}号${unit}实训楼${1 + (at % 3)}层`,
    members: membersOf(trade),
    awards: awardsOf(trade),
    deeds: deedsOf(trade),
    profile:
      `${unit}位于乌鲁木齐市${district}，为${trade.unitKind}，主要从事${what}。现有职工${staff}人，其中技能人才${skilled}人、高技能人才${Math.round(skilled * 0.4)}人，占技能人才的40%。\n` +
      '单位重视技能人才队伍建设，建立了培养、评价、使用和激励制度，职工教育经费足额提取，每年用于高技能人才培养的不低于规定比例。',
    direction: `1.围绕${what}中的难点开展技术攻关，重点解决${feat[0]}等问题。\n2.推广${feat[1]}，形成可复制的操作规程和教学视频。\n3.开展师带徒和岗位培训，培养${occupation}后备骨干。`,
    goals:
      '1.两年内完成技术攻关项目4项以上、技术革新6项以上。\n2.每两年培养高技能人才不少于5名。\n3.每年开展业内技术交流活动不少于1次、社会服务活动不少于2次。',
    vouchers: trade.vouchers,
    room: trade.room,
    trainees: traineesOf(trade),
    equipment: trade.equipment,
    facts: factsOf(trade),
    habit: trade.habit,
  }
}

export const applicants: readonly Applicant[] = trades.map(applicantOf)
