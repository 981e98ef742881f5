/** Draws the pages of 证明材料.pdf that carry writing and tables; each shows the facts it is bound for. */

import { type Ink, type Pen, pageWidth, paragraph, seal, table } from './pen.ts'
import type { Photo } from './photo.ts'
import { type Applicant, type PageKind, pagesOf } from './plan.ts'
import { heading, left, middle, signed, wide } from './proof-kit.ts'
import { agreement, events, records, trainees, training } from './proof-records.ts'
import { certificate, drawing, licence, media, paper, patent, vouchers } from './proof-sheets.ts'

/** Draws one page; the photographs are those of the same packet. */
export type DrawPage = (pen: Pen, applicant: Applicant, photos: readonly Photo[]) => void

const contentsLine: Record<PageKind, string> = {
  contents: '证明材料目录',
  licence: '营业执照（法人证书）复印件',
  certificate: '领办人职业技能等级证书复印件',
  organisation: '工作室组织机构及岗位职责',
  'year-plan': '工作室年度工作计划',
  photos: '标识牌、制度上墙、成果荣誉展示栏照片',
  vouchers: '配套资金拨付凭证',
  drawing: '学习交流场所平面图（面积）',
  equipment: '设施设备清单',
  contracts: '团队正式员工劳动合同首页',
  training: '年度带徒计划、培训花名册',
  agreement: '师带徒协议',
  records: '带徒过程及技艺指导记录',
  trainees: '培养高技能人才名单及证书编号',
  events: '业内技术交流、技能服务社会活动记录',
  media: '市级及以上媒体报道',
  patent: '国家专利证书',
  paper: '论文、出版物',
}

/** What is missing within a page that is otherwise there, so that page 1 states every 无. */
function gapsOf({ facts }: Applicant): string[] {
  const gaps: [boolean, string][] = [
    [facts.A1_exists, '组织机构及岗位职责'],
    [facts.A2_plan, '年度计划'],
    [facts.A3_rules_posted, '制度上墙'],
    [facts.A4_sign, '标识牌'],
    [facts.A5_display, '成果荣誉展示栏'],
    [facts.B1_matching_wan !== '0', '配套资金'],
    [facts.B3_exists, '设施设备'],
    [facts.B4_formal_staff_excl_leader > 0, '团队正式员工'],
    [facts.D1_plan, '年度带徒计划'],
    [facts.D1_roster, '培训花名册'],
    [facts.D2_agreement, '师带徒协议'],
    [facts.D3_records, '带徒记录'],
    [facts.F1_technicians > 0, '培养技师'],
    [facts.F1_senior_technicians > 0, '培养高级技师'],
    [facts.E2_events_per_year.some(Boolean), '业内技术交流活动'],
    [facts.E3_social_service, '技能服务社会活动'],
    [facts.F2_media_evidenced, '媒体报道'],
    [facts.F3_patent_or_award_evidenced, '国家专利或自治区级及以上奖项'],
    [facts.F4_paper_or_book_evidenced, '论文或出版物'],
  ]
  return gaps.filter(([present]) => !present).map(([, name]) => name)
}

function contents(pen: Pen, applicant: Applicant): void {
  let y = heading(pen, '证 明 材 料 目 录')
  y = paragraph(pen, `申报单位：${applicant.unit}\n工作室名称：${applicant.workshop}`, left, y, wide, { size: 12 })
  const rows = pagesOf(applicant).map((kind, at) => [String(at + 1), contentsLine[kind], `第${at + 1}页`])
  y = table(pen, left, y, [50, 341, 80], [['序号', '材料名称', '页码'], ...rows], 10.5)
  const gaps = gapsOf(applicant)
  y = paragraph(pen, '没有的材料（如实填写）：', left, y + 32, wide, { bold: true })
  paragraph(pen, gaps.length ? `${gaps.map((gap) => `${gap}：无`).join('；')}。` : '以上材料齐全。', left, y, wide)
  signed(pen, applicant, 752, '2026年3月5日')
}

function organisation(pen: Pen, applicant: Applicant): void {
  const y = heading(pen, '技能大师工作室组织机构及岗位职责', 96, 18)
  const box = (x: number, top: number, words: string) => {
    pen.rect(x - 62, top, 124, 34, { fill: '#f4f7fb', stroke: '#345' })
    pen.text(words, x, top + 22, { size: 11, align: 'center' })
  }
  box(middle, y, `领办人：${applicant.leader.name}`)
  pen.line(middle, y + 34, middle, y + 62)
  pen.line(130, y + 62, pageWidth - 130, y + 62)
  ;['技术攻关组', '带徒传艺组', '综合管理组'].forEach((group, at) => {
    const x = 130 + at * ((pageWidth - 260) / 2)
    pen.line(x, y + 62, x, y + 82)
    box(x, y + 82, group)
  })
  const rows = applicant.members.map((member, at) => [
    member.name,
    ['技术攻关组', '带徒传艺组', '综合管理组'][at % 3] ?? '',
    ['负责技术攻关立项、试验和成果总结', '负责带徒计划落实和培训考核', '负责制度、台账、经费和设备管理'][at % 3] ?? '',
  ])
  table(
    pen,
    left,
    y + 150,
    [90, 120, 261],
    [['姓名', '岗位', '职责'], [applicant.leader.name, '领办人', '主持全面工作，确定攻关方向，承担带徒任务'], ...rows],
    10.5,
  )
  signed(pen, applicant, 740, '2024年3月11日')
}

function yearPlan(pen: Pen, applicant: Applicant): void {
  let y = heading(pen, '2025年度工作计划')
  const parts = [
    '为做好工作室建设，结合生产实际，制定本年度计划。',
    applicant.direction,
    '4.一季度：完成课题立项和徒弟选配；二季度：开展集中培训两期；三季度：组织业内技术交流和技能比武；四季度：总结成果、完成年度考核。',
    '5.经费安排：设备购置占50%，培训交流占30%，研发占20%，专款专用。',
  ]
  for (const part of parts)
    y = paragraph(pen, `　　${part.replaceAll('\n', '\n　　')}`, left, y, wide, { size: 12.5 }, 1.9) + 4
  signed(pen, applicant, 720, '2025年1月8日')
}

function photoPage(pen: Pen, _applicant: Applicant, photos: readonly Photo[]): void {
  heading(pen, '工作室现场照片', 76, 18)
  photos
    .filter(({ name }) => /标识牌|制度上墙|展示栏/.test(name))
    .forEach(({ name, canvas }, at) => {
      const top = 96 + at * 234
      pen.picture(canvas, middle - 136, top, 272, 204)
      pen.text(`图${at + 1}　${name.slice(2, -4)}`, middle, top + 220, { size: 10.5, align: 'center' })
    })
}

function equipment(pen: Pen, applicant: Applicant): void {
  const y = heading(pen, '工作室设施设备清单')
  const rows = applicant.equipment.map((line, at) => {
    const [name = '', count = ''] = line.split(' ')
    return [String(at + 1), name, count, '单位购置', ['攻关试验', '实训教学', '检测', '日常培训'][at % 4] ?? '']
  })
  table(pen, left, y, [46, 175, 70, 90, 90], [['序号', '名称', '数量', '来源', '用途'], ...rows])
  signed(pen, applicant, y + 190, '2026年3月1日')
}

function contracts(pen: Pen, applicant: Applicant): void {
  const count = applicant.facts.B4_formal_staff_excl_leader
  heading(pen, `团队正式员工劳动合同首页（复印件，共${count}人）`, 70, 16)
  const gap = Math.min(176, 700 / count)
  for (let at = 0; at < count; at++) {
    const top = 92 + at * gap
    pen.rect(left, top, wide, gap - 12, { fill: '#fcfcfa', stroke: '#666' })
    pen.text('劳 动 合 同 书', middle, top + 26, { size: 15, bold: true, align: 'center' })
    const member = applicant.members[at]
    const ink: Ink = { size: 10.5 }
    pen.text(`甲方（用人单位）：${applicant.unit}`, left + 20, top + 52, ink)
    pen.text(`乙方（劳动者）：${member?.name ?? ''}　　${member?.skill ?? ''}`, left + 20, top + 74, ink)
    pen.text(
      `合同期限：自20${18 + at}年7月1日起，${at % 2 ? '无固定期限' : '至2028年6月30日止'}`,
      left + 20,
      top + 96,
      ink,
    )
    if (gap > 130) seal(pen, pageWidth - 120, top + gap / 2, applicant.unit, 36)
  }
}

/** How each kind of page is drawn. */
export const drawPage: Record<PageKind, DrawPage> = {
  contents,
  licence,
  certificate,
  organisation,
  'year-plan': yearPlan,
  photos: photoPage,
  vouchers,
  drawing,
  equipment,
  contracts,
  training,
  agreement,
  records,
  trainees,
  events,
  media,
  patent,
  paper,
}
