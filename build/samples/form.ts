/** Fills in 申报表.docx, annex 1 of the Urumqi document, as different offices fill it in. */
import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { cover } from './form-cover.ts'
import { pledge, printed, signature } from './form-print.ts'
import type { Applicant } from './plan.ts'
import { readZip, writeZip } from './zip.ts'

/** The printed table has 24 narrow columns of this many twentieths of a point; every cell spans some. */
const columns = 24
const columnWidth = 378
const body = '仿宋_GB2312'

type Cell = {
  readonly text: string | readonly string[]
  readonly span: number
  readonly rows?: number
  readonly label?: boolean
  readonly left?: boolean
  readonly small?: boolean
}

const label = (text: string, span: number, rows?: number): Cell => ({ text, span, rows, label: true })
const value = (text: string, span: number): Cell => ({ text, span })
const long = (text: string | readonly string[], span: number): Cell => ({ text, span, left: true })

function paragraphsOf({ text, left, small }: Cell): Paragraph[] {
  const lines = typeof text === 'string' ? text.split('\n') : text
  return lines.map((line) => {
    const isSignature = /签字|盖章|年.*月.*日$/.test(line) && line.length < 60
    return new Paragraph({
      alignment: isSignature ? AlignmentType.RIGHT : left ? AlignmentType.LEFT : AlignmentType.CENTER,
      indent: left && !isSignature && line ? { firstLine: 420 } : undefined,
      spacing: { line: left ? 340 : 280 },
      children: [new TextRun({ text: line, size: small ? 18 : 21 })],
    })
  })
}

function row(cells: readonly Cell[], height = 560): TableRow {
  return new TableRow({
    height: { value: height, rule: 'atLeast' },
    children: cells.map(
      (cell) =>
        new TableCell({
          columnSpan: cell.span,
          rowSpan: cell.rows,
          verticalAlign: cell.left ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
          width: { size: cell.span * columnWidth, type: WidthType.DXA },
          margins: { left: cell.label ? 20 : 60, right: cell.label ? 20 : 60, top: 30, bottom: 30 },
          children: paragraphsOf(cell),
        }),
    ),
  })
}

function tableOf(rows: TableRow[]): Table {
  return new Table({
    rows,
    columnWidths: Array<number>(columns).fill(columnWidth),
    width: { size: columns * columnWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
  })
}

function basics(applicant: Applicant): TableRow[] {
  const { leader, habit, unit, place, facts, occupation } = applicant
  const words = printed(habit.form)
  const sparse = habit.form === 'sparse'
  const area = habit.form === 'wide' ? `${facts.B2_area_m2}平方米` : `${facts.B2_area_m2}㎡`
  return [
    row([
      label(words.name, 3),
      value(leader.name, 4),
      label(words.sex, 2),
      value(leader.sex, 2),
      label(words.ethnicity, 2),
      value(sparse ? '' : leader.ethnicity, 3),
      label('政治面貌', 4),
      value(leader.politics, 4),
    ]),
    row([label('工作单位', 3), value(unit, 11), label('联系电话', 4), value(sparse ? '' : leader.officePhone, 6)]),
    row([label('工作室地点', 3), value(place, 11), label('工作室\n面积', 4), value(area, 6)]),
    row([
      label('学历（学位）', 3),
      value(leader.education, 4),
      label('参加工作时间', 4),
      value(leader.workSince, 4),
      label('从事职业（工种）', 4),
      value(occupation, 5),
    ]),
    row([
      label('行政\n职务', 3),
      value(sparse ? '' : leader.post, 4),
      label('职业资格或职业技能等级', 4),
      value(leader.skill, 4),
      label('身份证号', 3),
      { ...value(leader.idNumber, 6), small: true },
    ]),
    row([label('通讯\n地址', 3), value(leader.address, 11), label('手机号码', 4), value(leader.mobile, 6)]),
  ]
}

function memberRows(
  applicant: Applicant,
  members = applicant.members,
  blanks = Math.max(0, 6 - members.length),
): TableRow[] {
  const words = printed(applicant.habit.form)
  const all = [...members, ...Array.from({ length: blanks }, () => undefined)]
  return [
    row([
      label('技能大师工作室其他人员\n（若人员较多可另附表）', 3, all.length + 1),
      label(words.memberName, 4),
      label('职业资格或职业技能等级/专业技术等级', 5),
      label(words.age, 2),
      label('突出业绩', 10),
    ]),
    ...all.map((member) =>
      row(
        [
          value(member?.name ?? '', 4),
          value(member?.skill ?? '', 5),
          value(member ? String(member.age) : '', 2),
          { ...value(member?.deeds ?? '', 10), small: true },
        ],
        480,
      ),
    ),
  ]
}

function awardRows({ awards }: Applicant): TableRow[] {
  const all = [...awards, ...Array.from({ length: Math.max(0, 4 - awards.length) }, () => undefined)]
  return [
    row([
      label('领办人\n主要获奖情况', 3, all.length + 1),
      label('获奖项目', 4),
      label('奖励名称', 6),
      label('授予单位', 5),
      label('等级', 2),
      label('排名', 2),
      label('年度', 2),
    ]),
    ...all.map((award) =>
      row(
        [
          value(award?.item ?? '', 4),
          value(award?.name ?? '', 6),
          value(award?.grantor ?? '', 5),
          value(award?.grade ?? '', 2),
          value(award?.rank ?? '', 2),
          value(award?.year ?? '', 2),
        ],
        480,
      ),
    ),
  ]
}

function texts(applicant: Applicant): TableRow[] {
  const { habit, deeds, profile, direction, goals } = applicant
  const hinted = habit.form === 'plain' || habit.form === 'many'
  const annexed = '（可另附页详细阐述）'
  return [
    row([label('领办人主要工作业绩（可另附页详细阐述）', 3), long(deeds, 21)], 4_200),
    row(
      [label('申办单位\n简介', 3), long(`${hinted ? '（包括生产、科研以及高技能人才队伍情况）\n' : ''}${profile}`, 21)],
      2_600,
    ),
    row([label('申办单位\n的支持措施', 3), long([pledge, '', ...signature(applicant, 'pledge')], 21)], 2_800),
    row(
      [
        label('技能大师工作室主要工作方向', 3),
        long(habit.form === 'sparse' ? annexed : `${hinted ? `${annexed}\n` : ''}${direction}`, 21),
      ],
      2_400,
    ),
    row(
      [label('技能大师工作室建设\n预期目标', 3), long(`${goals}${habit.form === 'wide' ? `\n${annexed}` : ''}`, 21)],
      2_400,
    ),
    row([label('申办单位意见', 3), long(signature(applicant, 'unit'), 21)], 1_900),
    row([label('区（县）\n人力资源和\n社会保障局\n推荐意见', 3), long(signature(applicant, 'district'), 21)], 1_900),
    row([label('专家\n评估\n意见', 3), long(['', '', '签字：', '年   月   日'], 21)], 1_900),
    row([label('市人力资源\n和社会保障局\n意见', 3), long(['', '', '签字盖章：', '年   月   日'], 21)], 1_900),
  ]
}

/** The .docx of one applicant: same bytes every time. */
export async function formDocx(applicant: Applicant): Promise<Buffer> {
  const split = applicant.habit.form === 'split'
  const first = [
    ...basics(applicant),
    ...memberRows(applicant, split ? applicant.members.slice(0, 2) : undefined, split ? 0 : undefined),
    ...awardRows(applicant),
  ]
  const second = texts(applicant)
  const annex = split
    ? [new Paragraph('附表：技能大师工作室其他人员'), tableOf(memberRows(applicant, applicant.members.slice(2), 0))]
    : []
  const tables = split
    ? [tableOf(first), new Paragraph(''), tableOf(second), ...annex]
    : [tableOf([...first, ...second])]
  const document = new Document({
    creator: '样例',
    title: '乌鲁木齐市技能大师工作室申报表',
    styles: {
      default: { document: { run: { font: { ascii: 'Times New Roman', eastAsia: body, hAnsi: 'Times New Roman' } } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_440, bottom: 1_300, left: 1_417, right: 1_417 },
          },
        },
        children: [...cover(applicant), ...tables],
      },
    ],
  })
  const parts = readZip(await Packer.toBuffer(document)).map(({ name, bytes }) => {
    if (name !== 'docProps/core.xml') return { name, bytes }
    return { name, bytes: Buffer.from(bytes.toString().replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-03-05T02:00:00Z')) }
  })
  return writeZip(parts)
}
