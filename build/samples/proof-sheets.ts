/** The pages of 证明材料.pdf that others printed: licence, certificates, bank slips, floor plan, press. */
import { type Pen, pageWidth, paragraph, seal, star } from './pen.ts'
import type { Applicant } from './plan.ts'
import { left, middle, wide } from './proof-kit.ts'

/** 营业执照 or 法人证书, plainly a sample. */
export function licence(pen: Pen, { unit, unitKind, leader, profile }: Applicant): void {
  pen.rect(36, 60, pageWidth - 72, 560, { fill: '#fdfbf2', stroke: '#b08d3a', thick: 5 })
  pen.rect(46, 70, pageWidth - 92, 540, { stroke: '#b08d3a' })
  pen.circle(middle, 104, 22, { fill: '#c9302c' })
  star(pen, middle, 104, 15, '#f5d36b')
  pen.text(unitKind.includes('院校') || unitKind.includes('事业') ? '事业单位法人证书' : '营 业 执 照', middle, 164, {
    size: 32,
    bold: true,
    align: 'center',
  })
  pen.text('（副本　样例）', middle, 190, { size: 12, align: 'center' })
  const business = /主要从事(.+?)。/.exec(profile)?.[1] ?? ''
  const lines = [
    ['统一社会信用代码', `91650100TEST${leader.mobile.slice(-4)}0X`],
    ['名　　　　称', unit],
    ['类　　　　型', unitKind],
    ['法 定 代 表 人', '样例法人'],
    ['住　　　　所', leader.address],
    ['成 立 日 期', '2001年05月16日'],
    ['经 营 范 围', business],
  ]
  let y = 238
  for (const [label, value] of lines) {
    pen.text(label ?? '', 76, y, { size: 12 })
    y = paragraph(pen, value ?? '', 196, y, 310, { size: 12 }) + 16
  }
  pen.text('登记机关（样例）', 330, 560, { size: 12 })
  pen.text('2022 年 08 月 09 日', 330, 586, { size: 12 })
  seal(pen, 450, 552, '样例登记机关')
}

/** An amount of whole and hundredth 万元 as yuan with separators: "1.4" → "14,000.00". */
export function yuan(wan: string): string {
  const [whole = '0', part = ''] = wan.split('.')
  return `${Number(whole + part.padEnd(4, '0')).toLocaleString('en-US')}.00`
}

/** 配套资金拨付凭证: one bank slip for each part, and the sum. */
export function vouchers(pen: Pen, applicant: Applicant): void {
  pen.text('配套资金拨付凭证', middle, 64, { size: 18, bold: true, align: 'center' })
  const blue = '#25508c'
  applicant.vouchers.forEach((wan, at) => {
    const top = 88 + at * 208
    pen.rect(52, top, pageWidth - 104, 190, { fill: '#f3f8fc', stroke: blue, thick: 1.2 })
    pen.text('样例银行　电汇凭证（回单）', middle, top + 26, { size: 15, bold: true, color: blue, align: 'center' })
    pen.text(`委托日期　${['2024年04月10日', '2025年05月12日', '2025年09月15日'][at] ?? ''}`, middle, top + 44, {
      size: 9.5,
      align: 'center',
    })
    const rows = [
      ['汇款人', applicant.unit, '账号', `0000 1101 0000 ${1000 + applicant.number}`],
      ['收款人', `${applicant.workshop}专户`, '账号', `0000 2202 0000 ${2000 + applicant.number}`],
      ['金　额', `人民币 ¥${yuan(wan)}（${wan}万元）`, '用途', '工作室配套资金'],
    ]
    rows.forEach(([one, two, three, four], row) => {
      const y = top + 56 + row * 32
      pen.rect(64, y, pageWidth - 128, 32, { stroke: blue })
      for (const x of [112, 336, 376]) pen.line(x, y, x, y + 32, { stroke: blue })
      pen.text(one ?? '', 88, y + 20, { size: 10, align: 'center', color: blue })
      const size = (two ?? '').length > 19 ? 9 : 10.5
      pen.text(two ?? '', 118, y + 20, { size, bold: row === 2 })
      pen.text(three ?? '', 356, y + 20, { size: 10, align: 'center', color: blue })
      pen.text(four ?? '', 384, y + 20, { size: 9.5 })
    })
    pen.text('复核　样例　　记账　测试', 74, top + 176, { size: 9.5, color: blue })
    seal(pen, pageWidth - 118, top + 138, '样例银行业务专用章', 40)
  })
  const foot = 88 + applicant.vouchers.length * 208 + 26
  pen.text(`合计到账配套资金：${applicant.facts.B1_matching_wan}万元`, 56, foot, { size: 14, bold: true })
  pen.text(`（${applicant.vouchers.map((wan) => `${wan}万元`).join('＋')}，建设周期内）`, 56, foot + 24, { size: 11 })
}

/** 学习交流场所平面图: the room with its measures and its area. */
export function drawing(pen: Pen, { unit, place, room, facts }: Applicant): void {
  pen.text('学习交流场所平面图', middle, 74, { size: 18, bold: true, align: 'center' })
  const [long, short] = room
  const scale = Math.min(380 / Number(long), 330 / Number(short))
  const width = Number(long) * scale
  const height = Number(short) * scale
  const x = middle - width / 2
  const y = 150
  pen.rect(x - 5, y - 5, width + 10, height + 10, { stroke: '#222', thick: 5 })
  pen.rect(x + width * 0.7, y + height + 1, width * 0.15, 9, { fill: '#fff', stroke: '#222' })
  pen.text('门', x + width * 0.775, y + height + 26, { size: 10, align: 'center' })
  for (const at of [0.15, 0.45, 0.75])
    pen.rect(x + width * at, y - 9, width * 0.16, 8, { fill: '#cfe3f2', stroke: '#222' })
  pen.rect(x + width * 0.3, y + height * 0.35, width * 0.4, height * 0.28, { stroke: '#666' })
  pen.text('会议（教学）桌', middle, y + height * 0.51, { size: 10.5, align: 'center' })
  for (let at = 0; at < 5; at++) {
    pen.circle(x + width * (0.34 + at * 0.08), y + height * 0.29, 8, { stroke: '#666' })
    pen.circle(x + width * (0.34 + at * 0.08), y + height * 0.69, 8, { stroke: '#666' })
  }
  pen.rect(x + 10, y + height * 0.3, 22, height * 0.4, { stroke: '#666' })
  pen.text('投影', x + 21, y + height * 0.51, { size: 8.5, align: 'center' })
  pen.rect(x + width - 36, y + 14, 26, height * 0.5, { stroke: '#666' })
  pen.text('书柜', x + width - 23, y + height * 0.28, { size: 8.5, align: 'center' })
  pen.line(x, y - 34, x + width, y - 34, { stroke: '#b22' })
  pen.text(`${long} m`, middle, y - 40, { size: 12, bold: true, align: 'center', color: '#b22' })
  pen.line(x - 26, y, x - 26, y + height, { stroke: '#b22' })
  pen.turned(x - 32, y + height / 2, -90, () =>
    pen.text(`${short} m`, 0, 0, { size: 12, bold: true, align: 'center', color: '#b22' }),
  )
  for (const [a, b] of [
    [x, y - 34],
    [x + width, y - 34],
    [x - 26, y],
    [x - 26, y + height],
  ] as const)
    pen.line(a - 4, b + 4, a + 4, b - 4, { stroke: '#b22' })
  const foot = y + height + 64
  pen.text(`室内净面积：${long} × ${short} = ${facts.B2_area_m2} 平方米`, 80, foot, { size: 14, bold: true })
  paragraph(
    pen,
    `地点：${place}\n用途：技能大师工作室学习交流、集中授课。尺寸为室内净尺寸，由单位后勤部门实测。`,
    80,
    foot + 28,
    430,
  )
  pen.text(unit, 500, foot + 120, { size: 11.5, align: 'right' })
  pen.text('2026年2月26日', 500, foot + 142, { size: 11.5, align: 'right' })
  seal(pen, 440, foot + 124, unit)
}

/** 领办人职业技能等级证书, plainly a sample. */
export function certificate(pen: Pen, { leader, occupation }: Applicant): void {
  pen.rect(48, 120, pageWidth - 96, 420, { stroke: '#9a7b34', thick: 3 })
  pen.rect(56, 128, pageWidth - 112, 404, { fill: '#fdf8ea', stroke: '#9a7b34' })
  pen.text('职业技能等级证书', middle, 190, { size: 26, bold: true, color: '#7d1613', align: 'center' })
  pen.text('（样例，非真实证书）', middle, 214, { size: 11, align: 'center' })
  pen.rect(pageWidth - 176, 250, 92, 122, { fill: '#dce6ee', stroke: '#888' })
  pen.circle(pageWidth - 130, 292, 22, { fill: '#c59a78' })
  pen.rect(pageWidth - 164, 322, 68, 50, { fill: '#3b4d66' })
  const lines = [
    ['姓　　名', leader.name],
    ['证件号码', leader.idNumber],
    ['职　　业', occupation],
    ['技能等级', leader.skill],
    ['证书编号', `S00006501${String(leader.mobile).slice(-4)}0001`],
    ['发证日期', '2019年11月20日'],
  ]
  lines.forEach(([label, value], at) => {
    pen.text(`${label}：`, 92, 272 + at * 34, { size: 13 })
    pen.text(value ?? '', 168, 272 + at * 34, { size: 13, bold: true })
  })
  pen.text('样例职业技能评价机构', pageWidth - 96, 496, { size: 12, align: 'right' })
  seal(pen, pageWidth - 160, 478, '样例职业技能评价机构')
  paragraph(pen, '复印件与原件一致。', left, 590, wide, { size: 12, color: '#1b3f8f' })
}

/** A newspaper page about the workshop. */
export function media(pen: Pen, { workshop, unit }: Applicant): void {
  pen.rect(50, 70, pageWidth - 100, 620, { fill: '#f6f2e6', stroke: '#777' })
  pen.text('样 例 日 报', middle, 122, { size: 34, bold: true, color: '#8f1310', align: 'center' })
  pen.line(66, 138, pageWidth - 66, 138, { thick: 2 })
  pen.text('2025年6月18日　星期三　第04版　市级媒体（样例）', middle, 156, { size: 10, align: 'center' })
  let y = paragraph(pen, '匠心传技艺　实干育新人', 90, 200, 420, { size: 24, bold: true })
  y = paragraph(pen, `——走进${workshop}`, 110, y, 400, { size: 13 })
  const story = `本报讯　日前，记者来到${unit}，只见工作室里师徒围着设备反复调试。两年来，这个工作室解决生产难题十余项，培养了一批青年骨干，成为远近闻名的“攻关站”和“育才园”。`
  for (const x of [74, 306]) paragraph(pen, `　　${story.repeat(2)}`, x, y + 10, 212, { size: 11 }, 1.7)
}

/** 实用新型专利证书, plainly a sample. */
export function patent(pen: Pen, { leader, unit, deeds, occupation }: Applicant): void {
  pen.rect(52, 80, pageWidth - 104, 560, { fill: '#fbf7ec', stroke: '#a98532', thick: 4 })
  pen.text('实用新型专利证书', middle, 170, { size: 30, bold: true, color: '#8f1310', align: 'center' })
  pen.text('（样例，非真实专利）', middle, 196, { size: 11, align: 'center' })
  const method = /总结出“(.+?)”/.exec(deeds)?.[1] ?? occupation
  const lines = [
    `实用新型名称：一种用于${method}的辅助装置`,
    `发　明　人：${leader.name}`,
    '专　利　号：ZL 2024 2 0000000.0',
    '授权公告日：2025年02月11日',
    `专 利 权 人：${unit}`,
  ]
  lines.forEach((line, at) => {
    pen.text(line, 92, 260 + at * 40, { size: 13 })
  })
  seal(pen, middle + 110, 520, '样例专利证书专用章', 54)
}

/** First page of a paper on the method. */
export function paper(pen: Pen, { leader, unit, deeds, occupation }: Applicant): void {
  pen.text('《样例技术》2025年第3期　　ISSN 0000-0000', left, 70, { size: 10 })
  pen.line(left, 78, pageWidth - left, 78)
  const method = /总结出“(.+?)”/.exec(deeds)?.[1] ?? occupation
  let y = paragraph(pen, `${method}法在${occupation}岗位的应用研究`, left + 20, 130, wide - 40, {
    size: 19,
    bold: true,
  })
  y = paragraph(pen, `${leader.name}\n（${unit}，新疆 乌鲁木齐 830000）`, left + 20, y + 4, wide - 40, { size: 11 })
  y = paragraph(pen, `摘　要：${deeds.split('\n')[1] ?? ''}`, left, y + 10, wide, { size: 10.5 })
  y = paragraph(pen, `关键词：${occupation}；操作法；技能传承`, left, y + 6, wide, { size: 10.5, bold: true })
  for (const title of ['0　引言', '1　问题分析', '2　操作方法', '3　应用效果']) {
    y = paragraph(pen, title, left, y + 12, wide, { size: 12.5, bold: true })
    y = paragraph(
      pen,
      `　　${(deeds.split('\n')[2] ?? '').repeat(1)}经过现场验证，效果稳定，操作简便，适合在同类岗位推广。`,
      left,
      y,
      wide,
      { size: 10.5 },
    )
  }
}
