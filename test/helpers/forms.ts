/** Application forms as different offices make them, written with the docx and exceljs libraries: other writers than the reader. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType } from 'docx'
import ExcelJS from 'exceljs'

/** A cell: its paragraphs, columns it spans, and its part in a merge downwards. */
export type FormCell = { readonly text: string; readonly span?: number; readonly merge?: 'top' | 'below' }
export type FormRows = readonly (readonly (string | FormCell)[])[]

const cellOf = (given: string | FormCell): FormCell => (typeof given === 'string' ? { text: given } : given)

/** A .docx with these paragraphs on its cover and these tables. */
export async function wordForm(cover: readonly string[], tables: readonly FormRows[]): Promise<Buffer> {
  const paragraphs = (text: string) => text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }))
  const table = (rows: FormRows) =>
    new Table({
      rows: rows.map(
        (row) =>
          new TableRow({
            children: row.map(cellOf).map(
              ({ text, span = 1, merge }) =>
                new TableCell({
                  columnSpan: span,
                  children: paragraphs(text),
                  ...(merge && {
                    verticalMerge: merge === 'top' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
                  }),
                }),
            ),
          }),
      ),
    })
  const children = [...cover.flatMap(paragraphs), ...tables.flatMap((rows) => [table(rows), new Paragraph('')])]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

/** The same in one sheet of an .xlsx: the cover's lines first, each row of the tables in a row of cells. */
export async function sheetForm(cover: readonly string[], tables: readonly FormRows[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('申报表')
  let line = 1
  for (const words of cover) sheet.getCell(line++, 1).value = words
  for (const rows of tables) {
    for (const row of rows) {
      let column = 1
      for (const { text, span = 1, merge } of row.map(cellOf)) {
        if (merge === 'below') {
          const above = sheet.getCell(line - 1, column).master
          sheet.unMergeCells(above.address)
          sheet.mergeCells(Number(above.row), Number(above.col), line, Number(above.col) + span - 1)
        } else {
          sheet.getCell(line, column).value = text
          if (span > 1) sheet.mergeCells(line, column, line, column + span - 1)
        }
        column += span
      }
      line += 1
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** Values of annex 1 of Urumqi, invented; the identity number is the standard's own example. */
export const annexValues = {
  cover_unit: '测试重型机床厂',
  cover_workshop: '样例甲钳工技能大师工作室',
  cover_occupation: '钳工',
  cover_date: '2026年3月5日',
  leader_name: '样例甲',
  leader_sex: '女',
  leader_ethnicity: '汉族',
  leader_politics: '中共党员',
  leader_unit: '测试重型机床厂装配车间',
  leader_phone_office: '0991-3800101',
  workshop_place: '头屯河区测试路12号',
  workshop_area: '86.5平方米',
  leader_education: '大专',
  leader_work_since: '1999年7月',
  leader_occupation: '装配钳工',
  leader_post: '车间主任',
  leader_skill: '高级技师/一级',
  leader_id_number: '11010519491231002X',
  leader_address: '乌鲁木齐市测试街3号',
  leader_mobile: '13800001101',
  members: [
    { name: '样甲一', skill: '钳工技师', age: '45', deeds: '攻关两项' },
    { name: '样甲二', skill: '高级工', age: '30', deeds: '带徒三人' },
    { name: '样甲三', skill: '工程师', age: '29', deeds: '编写规程' },
  ],
  awards: [
    { item: '竞赛', name: '市赛', grantor: '样例委', grade: '一等', rank: '1', year: '2020' },
    { item: '成果', name: '装配法', grantor: '样例局', grade: '二等', rank: '2', year: '2021' },
  ],
  leader_deeds: '解决装配难题。\n带徒九人。',
  unit_profile: '始建于1958年，现有职工1260人。',
  unit_support: '提供配套资金。',
  direction: '龙门镗铣床装配。',
  goals: '两年完成四项攻关。',
  unit_opinion: '同意申报。',
} as const
export type AnnexValues = typeof annexValues

/** Parts of annex 1 as printed, to be put together in any order. */
export function annexParts(label: (words: string) => string, v: AnnexValues) {
  const l = label
  const group = (text: string, merge: 'top' | 'below') => ({ text: merge === 'top' ? l(text) : '', merge })
  return {
    cover: [
      `申 报 单 位  ${v.cover_unit}  （公章）`,
      `工 作 室 名 称  ${v.cover_workshop}`,
      `职  业 （工种）  ${v.cover_occupation}`,
      `填  报  时  间  ${v.cover_date}`,
    ],
    name: [
      l('领办人姓名'),
      v.leader_name,
      l('性别'),
      v.leader_sex,
      l('民族'),
      v.leader_ethnicity,
      l('政治面貌'),
      v.leader_politics,
    ],
    unit: [l('工作单位'), { text: v.leader_unit, span: 3 }, l('联系电话'), { text: v.leader_phone_office, span: 3 }],
    place: [l('工作室地点'), { text: v.workshop_place, span: 3 }, l('工作室面积'), { text: v.workshop_area, span: 3 }],
    education: [
      l('学历（学位）'),
      v.leader_education,
      l('参加工作时间'),
      v.leader_work_since,
      l('从事职业（工种）'),
      { text: v.leader_occupation, span: 3 },
    ],
    post: [
      l('行政职务'),
      v.leader_post,
      l('职业资格或职业技能等级'),
      v.leader_skill,
      l('身份证号'),
      { text: v.leader_id_number, span: 3 },
    ],
    address: [l('通讯地址'), { text: v.leader_address, span: 3 }, l('手机号码'), { text: v.leader_mobile, span: 3 }],
    members: [
      [
        group('技能大师工作室其他人员', 'top'),
        '姓名',
        '职业资格或职业技能等级/专业技术等级',
        { text: '年龄', span: 2 },
        { text: '突出业绩', span: 3 },
      ],
      ...v.members.map((one) => [
        group('', 'below'),
        one.name,
        one.skill,
        { text: one.age, span: 2 },
        { text: one.deeds, span: 3 },
      ]),
    ] as FormRows,
    awards: [
      [
        group('领办人主要获奖情况', 'top'),
        '获奖项目',
        '奖励名称',
        '授予单位',
        '等级',
        '排名',
        { text: '年度', span: 2 },
      ],
      ...v.awards.map((one) => [
        group('', 'below'),
        one.item,
        one.name,
        one.grantor,
        one.grade,
        one.rank,
        { text: one.year, span: 2 },
      ]),
    ] as FormRows,
    texts: [
      [l('领办人主要工作业绩'), { text: v.leader_deeds, span: 7 }],
      [l('申办单位简介'), { text: v.unit_profile, span: 7 }],
      [l('申办单位的支持措施'), { text: v.unit_support, span: 7 }],
      [l('技能大师工作室主要工作方向'), { text: v.direction, span: 7 }],
      [l('技能大师工作室建设预期目标'), { text: v.goals, span: 7 }],
      [l('申办单位意见'), { text: v.unit_opinion, span: 7 }],
    ] as FormRows,
  }
}
