/** Draws the photographs of a packet: sign plate, rules on the wall, honours, people at work, room, equipment. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { chance } from './chance.ts'
import { canvasPen, linesOf, type Pen } from './pen.ts'
import type { Applicant } from './plan.ts'

export type Photo = { readonly name: string; readonly canvas: Canvas }
const width = 1024
const height = 768

function backdrop(context: SKRSContext2D, wall: string, floor: string): void {
  const light = context.createLinearGradient(0, 0, width, height * 0.7)
  light.addColorStop(0, wall)
  light.addColorStop(1, '#9aa3a8')
  context.fillStyle = light
  context.fillRect(0, 0, width, 560)
  context.fillStyle = floor
  context.fillRect(0, 560, width, 208)
  context.strokeStyle = 'rgba(0,0,0,.12)'
  context.lineWidth = 2
  for (let x = -400; x < width + 400; x += 120) {
    context.beginPath()
    context.moveTo(x + (512 - x) * 0.35, 560)
    context.lineTo(x, height)
    context.stroke()
  }
  context.fillStyle = 'rgba(0,0,0,.25)'
  context.fillRect(0, 556, width, 8)
}

function shadowed(context: SKRSContext2D, draw: () => void): void {
  context.save()
  context.shadowColor = 'rgba(0,0,0,.45)'
  context.shadowBlur = 18
  context.shadowOffsetX = 6
  context.shadowOffsetY = 9
  draw()
  context.restore()
}

function board(context: SKRSContext2D, x: number, y: number, w: number, h: number, fill: string): void {
  shadowed(context, () => {
    context.fillStyle = fill
    context.fillRect(x, y, w, h)
  })
}

function sign(context: SKRSContext2D, pen: Pen, { unit, leader, occupation }: Applicant): void {
  backdrop(context, '#e3ded3', '#77706a')
  board(context, 690, 150, 230, 420, '#6d4f38')
  context.fillStyle = '#caa24a'
  context.fillRect(712, 350, 14, 46)
  const metal = context.createLinearGradient(120, 170, 620, 470)
  for (const [at, color] of [
    [0, '#b58a35'],
    [0.4, '#f0dc9a'],
    [0.7, '#c99f47'],
    [1, '#e8cf86'],
  ] as const)
    metal.addColorStop(at, color)
  shadowed(context, () => {
    context.fillStyle = metal
    context.fillRect(110, 180, 520, 290)
  })
  pen.rect(124, 194, 492, 262, { stroke: '#7a5a1c', thick: 3 })
  pen.text(unit, 370, 246, { size: 26, color: '#5b1410', align: 'center' })
  ;[leader.name + occupation, '技能大师工作室'].forEach((line, at) => {
    pen.text(line, 370, 324 + at * 62, { size: 46 - line.length, bold: true, color: '#8f1310', align: 'center' })
  })
  pen.text('二〇二四年三月（样例）', 370, 442, { size: 18, color: '#5b1410', align: 'center' })
  for (const [x, y] of [
    [134, 204],
    [606, 204],
    [134, 446],
    [606, 446],
  ] as const)
    pen.circle(x, y, 6, { fill: '#7a5a1c' })
}

function rules(context: SKRSContext2D, pen: Pen): void {
  backdrop(context, '#e8ece8', '#6f7678')
  const sheets = [
    [
      '工作室管理制度',
      '一、遵守单位各项规章。',
      '二、按计划开展技术攻关。',
      '三、经费专款专用。',
      '四、定期召开工作例会。',
      '五、做好资料归档。',
    ],
    [
      '领办人岗位职责',
      '一、主持工作室日常工作。',
      '二、制定年度工作计划。',
      '三、承担带徒任务。',
      '四、组织成果总结推广。',
      '五、接受年度考核。',
    ],
    [
      '安全操作规程',
      '一、穿戴好防护用品。',
      '二、设备开机前检查。',
      '三、严禁违章操作。',
      '四、作业结束断电清场。',
      '五、发现隐患及时报告。',
    ],
  ]
  sheets.forEach(([title = '', ...lines], at) => {
    const x = 70 + at * 310
    board(context, x, 110, 265, 380, '#fbfbf8')
    context.fillStyle = '#1c4f8a'
    context.fillRect(x, 110, 265, 62)
    pen.text(title, x + 132, 151, { size: 28, bold: true, color: '#fff', align: 'center' })
    lines.forEach((line, row) => {
      pen.text(line, x + 22, 218 + row * 52, { size: 19, color: '#26313b' })
    })
  })
}

function honours(context: SKRSContext2D, pen: Pen, { awards }: Applicant): void {
  backdrop(context, '#dfe3ea', '#7d7466')
  board(context, 80, 80, 864, 430, '#8f1d1a')
  pen.text('成果荣誉展示栏', 512, 138, { size: 40, bold: true, color: '#ffe9a8', align: 'center' })
  for (let at = 0; at < 8; at++) {
    const x = 120 + (at % 4) * 205
    const y = 172 + Math.floor(at / 4) * 165
    board(context, x, y, 175, 135, at % 3 ? '#fff8e6' : '#f3d98a')
    pen.rect(x + 8, y + 8, 159, 119, { stroke: '#b3873a', thick: 2 })
    const award = awards[at % Math.max(awards.length, 1)]
    pen.text(at % 3 ? '荣誉证书' : '奖 牌', x + 88, y + 50, { size: 24, bold: true, color: '#a3231f', align: 'center' })
    pen.text(`${award?.grade ?? '样例'} ${award?.year ?? '2024'}`, x + 88, y + 88, {
      size: 17,
      color: '#4b3b22',
      align: 'center',
    })
  }
}

function worker(context: SKRSContext2D, x: number, foot: number, scale: number, jacket: string): void {
  context.save()
  context.translate(x, foot)
  context.scale(scale, scale)
  context.fillStyle = '#2d3440'
  context.fillRect(-28, -120, 24, 120)
  context.fillRect(4, -120, 24, 120)
  context.fillStyle = jacket
  context.beginPath()
  context.roundRect(-42, -260, 84, 150, 22)
  context.fill()
  context.lineWidth = 24
  context.lineCap = 'round'
  context.strokeStyle = jacket
  context.beginPath()
  context.moveTo(34, -235)
  context.lineTo(78, -170)
  context.lineTo(120, -178)
  context.stroke()
  context.fillStyle = '#d9a982'
  context.beginPath()
  context.arc(0, -292, 34, 0, Math.PI * 2)
  context.arc(128, -178, 12, 0, Math.PI * 2)
  context.fill()
  context.fillStyle = '#e0b21d'
  context.beginPath()
  context.arc(0, -300, 38, Math.PI, 0)
  context.fill()
  context.fillRect(-46, -304, 92, 9)
  context.restore()
}

function machine(context: SKRSContext2D, x: number, y: number, color: string): void {
  board(context, x, y, 330, 210, color)
  context.fillStyle = '#2b3640'
  context.fillRect(x + 20, y + 26, 180, 110)
  context.fillStyle = '#90c7d8'
  context.fillRect(x + 225, y + 26, 84, 60)
  for (let at = 0; at < 6; at++) {
    context.fillStyle = at === 2 ? '#c23a2b' : '#dfe3e6'
    context.beginPath()
    context.arc(x + 236 + (at % 3) * 30, y + 112 + Math.floor(at / 3) * 30, 10, 0, Math.PI * 2)
    context.fill()
  }
  context.fillStyle = '#aeb8bf'
  context.fillRect(x + 70, y + 60, 80, 22)
  context.fillRect(x + 104, y + 36, 14, 70)
}

function atWork(context: SKRSContext2D): void {
  backdrop(context, '#ccd6d9', '#5f6a5f')
  for (let at = 0; at < 4; at++) {
    context.fillStyle = '#e6f2f7'
    context.fillRect(60 + at * 245, 60, 180, 130)
    context.fillStyle = '#8fa3ad'
    context.fillRect(146 + at * 245, 60, 8, 130)
  }
  machine(context, 560, 370, '#3d6b4f')
  worker(context, 420, 660, 1.05, '#2b5ea8')
  worker(context, 270, 690, 1.12, '#3d6fb5')
  worker(context, 130, 670, 1.04, '#2b5ea8')
}

function meetingRoom(context: SKRSContext2D, pen: Pen, { workshop }: Applicant): void {
  backdrop(context, '#eee9df', '#8a7358')
  board(context, 262, 70, 500, 250, '#f9fbff')
  linesOf(pen, workshop, 440, { size: 32, bold: true }).forEach((line, at) => {
    pen.text(line, 512, 160 + at * 46, { size: 32, bold: true, color: '#23395d', align: 'center' })
  })
  pen.text('技术交流学习', 512, 284, { size: 26, color: '#476', align: 'center' })
  shadowed(context, () => {
    context.fillStyle = '#a8794a'
    context.beginPath()
    context.moveTo(300, 470)
    context.lineTo(724, 470)
    context.lineTo(860, 680)
    context.lineTo(164, 680)
    context.fill()
  })
  for (let at = 0; at < 4; at++) {
    board(context, 110 - at * 18 + (at % 2) * 10, 470 + at * 58, 78, 60, '#33415c')
    board(context, 840 + at * 22, 470 + at * 58, 78, 60, '#33415c')
  }
}

function tools(context: SKRSContext2D, pen: Pen, { equipment }: Applicant): void {
  backdrop(context, '#d6dcd6', '#6b6f73')
  machine(context, 80, 330, '#47617d')
  machine(context, 590, 345, '#6b7d47')
  equipment.slice(0, 2).forEach((name, at) => {
    board(context, 130 + at * 500, 235, 250, 54, '#fff')
    pen.text(name, 255 + at * 500, 270, { size: 22, bold: true, color: '#333', align: 'center' })
  })
}

function finish(context: SKRSContext2D, pen: Pen, caption: string, seed: number): void {
  const random = chance(seed)
  for (let at = 0; at < 2_600; at++) {
    context.fillStyle = random() < 0.5 ? 'rgba(0,0,0,.05)' : 'rgba(255,255,255,.06)'
    context.fillRect(random() * width, random() * height, 2, 2)
  }
  const dark = context.createRadialGradient(512, 384, 330, 512, 384, 680)
  dark.addColorStop(0, 'rgba(0,0,0,0)')
  dark.addColorStop(1, 'rgba(0,0,0,.38)')
  context.fillStyle = dark
  context.fillRect(0, 0, width, height)
  pen.rect(0, 712, width, 56, { fill: 'rgba(0,0,0,.45)' })
  pen.text(`${caption}（样例图，非真实照片）`, 24, 748, { size: 23, color: '#fff' })
  pen.text('2026-02-26 10:35', 1000, 748, { size: 23, color: '#ffc23d', align: 'right' })
}

/** The photographs of one packet in the order of their names; 3 to 6, as its facts allow. */
export function photosOf(applicant: Applicant): Photo[] {
  const { facts } = applicant
  const scenes: [caption: string, shown: boolean, draw: (context: SKRSContext2D, pen: Pen) => void][] = [
    ['工作室标识牌', facts.A4_sign, (context, pen) => sign(context, pen, applicant)],
    ['制度上墙', facts.A3_rules_posted, (context, pen) => rules(context, pen)],
    ['成果荣誉展示栏', facts.A5_display, (context, pen) => honours(context, pen, applicant)],
    ['学习交流场所', true, (context, pen) => meetingRoom(context, pen, applicant)],
    ['带徒现场', true, (context) => atWork(context)],
    ['设施设备', facts.B3_exists, (context, pen) => tools(context, pen, applicant)],
  ]
  return scenes
    .filter(([, shown]) => shown)
    .map(([caption, , draw], at) => {
      const canvas = createCanvas(width, height)
      const context = canvas.getContext('2d')
      const pen = canvasPen(context)
      draw(context, pen)
      finish(context, pen, caption, applicant.number * 100 + at)
      return { name: `${String(at + 1).padStart(2, '0')}${caption}.jpg`, canvas }
    })
}
