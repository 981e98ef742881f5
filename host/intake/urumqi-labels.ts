/** The labels printed on annex 1 of Urumqi and their known variants, without any white space; and what else is printed there. */
import type { UrumqiFieldId } from '#core/form/urumqi-annex-1.ts'

type CoverFieldId = Extract<UrumqiFieldId, `cover_${string}`>
type RowsFieldId = 'members' | 'awards'
export type CellFieldId = Exclude<UrumqiFieldId, CoverFieldId | RowsFieldId>

/** Compares labels however they are spaced, split or bracketed: no white space, narrow brackets and colons. */
export function plainLabel(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/:$/, '')
}

export const coverLabels: Readonly<Record<CoverFieldId, readonly string[]>> = {
  cover_unit: ['申报单位', '申办单位'],
  cover_workshop: ['工作室名称', '技能大师工作室名称'],
  cover_occupation: ['职业(工种)', '职业'],
  cover_date: ['填报时间', '填报日期', '申报时间'],
}

/** A label also counts with a bracketed hint behind it, such as 工作室面积（㎡）. */
export const cellLabels: Readonly<Record<CellFieldId, readonly string[]>> = {
  leader_name: ['领办人姓名', '姓名'],
  leader_sex: ['性别'],
  leader_ethnicity: ['民族'],
  leader_politics: ['政治面貌'],
  leader_unit: ['工作单位', '所在单位'],
  leader_phone_office: ['联系电话', '办公电话'],
  workshop_place: ['工作室地点', '工作室地址'],
  workshop_area: ['工作室面积'],
  leader_education: ['学历(学位)', '学历', '学历/学位', '学历学位'],
  leader_work_since: ['参加工作时间', '参加工作年月'],
  leader_occupation: ['从事职业(工种)', '从事职业', '从事职业/工种'],
  leader_post: ['行政职务', '职务'],
  leader_skill: ['职业资格或职业技能等级', '职业资格/职业技能等级', '职业技能等级'],
  leader_id_number: ['身份证号', '身份证号码', '公民身份号码'],
  leader_address: ['通讯地址', '通信地址', '联系地址'],
  leader_mobile: ['手机号码', '手机号', '手机'],
  leader_deeds: ['领办人主要工作业绩', '主要工作业绩'],
  unit_profile: ['申办单位简介', '申报单位简介', '单位简介'],
  unit_support: ['申办单位的支持措施', '申办单位支持措施', '申报单位的支持措施'],
  direction: ['技能大师工作室主要工作方向', '工作室主要工作方向', '主要工作方向'],
  goals: ['技能大师工作室建设预期目标', '工作室建设预期目标', '建设预期目标'],
  unit_opinion: ['申办单位意见', '申报单位意见'],
  district_opinion: ['区(县)人力资源和社会保障局推荐意见', '区县人力资源和社会保障局推荐意见', '区(县)人社局推荐意见'],
  expert_opinion: ['专家评估意见', '专家意见', '专家评审意见'],
  bureau_opinion: ['市人力资源和社会保障局意见', '市人社局意见'],
}

/** Headings of the repeated tables, column by column. */
export const rowLabels: Readonly<Record<RowsFieldId, Readonly<Record<string, readonly string[]>>>> = {
  members: {
    name: ['姓名'],
    skill: [
      '职业资格或职业技能等级/专业技术等级',
      '职业资格或职业技能等级',
      '职业资格/职业技能等级/专业技术等级',
      '技能等级',
    ],
    age: ['年龄'],
    deeds: ['突出业绩', '主要业绩', '工作业绩'],
  },
  awards: {
    item: ['获奖项目'],
    name: ['奖励名称', '奖项名称'],
    grantor: ['授予单位', '颁发单位'],
    grade: ['等级', '奖励等级'],
    rank: ['排名'],
    year: ['年度', '年份', '获奖年度'],
  },
}

const labelOwners = new Map<string, CellFieldId>()
for (const [id, labels] of Object.entries(cellLabels))
  for (const label of labels) labelOwners.set(label, id as CellFieldId)

/** The field whose label these words are, if they are one. */
export function fieldLabelled(words: string): CellFieldId | undefined {
  if (words.length > 80) return undefined
  const plain = plainLabel(words)
  return labelOwners.get(plain) ?? labelOwners.get(plain.replace(/\([^()]*\)$/, ''))
}

/** Hints the form prints inside the cells to be filled in. */
const hints = [
  /[（(]\s*可\s*另\s*附\s*页[^）)]*[）)]/g,
  /[（(]\s*包括生产、科研[^）)]*[）)]/g,
  /[（(]\s*若人员较多可另附表\s*[）)]/g,
]
const emptySignature =
  /^((申办单位|申报单位|单位|专家组?|组长)?(\((盖章|公章|签字|签字盖章|签章)\)|签字盖章|签字|签章|盖章|公章):?)?(年月日)?$/

/** What was written into a cell: printed hints, empty signature lines and blank lines are taken away. */
export function writtenIn(text: string): string {
  const unhinted = hints.reduce((words, hint) => words.replace(hint, ''), text)
  const lines = unhinted.split('\n').map((line) =>
    line
      .replaceAll('\t', ' ')
      .trim()
      .replace(/^_+|_+$/g, '')
      .trim(),
  )
  return lines.filter((line) => !emptySignature.test(plainLabel(line))).join('\n')
}

/** The same for a cell that holds one line, which Word may have broken: joined as Chinese is, without a blank. */
export function writtenOnLine(text: string): string {
  return writtenIn(text)
    .replace(/([\x21-\x7e])\n(?=[\x21-\x7e])/g, '$1 ')
    .replaceAll('\n', '')
}
