/** The fields of 乌鲁木齐市技能大师工作室申报表 (annex 1), in printed order. */
import { type Text, text } from '../lang.ts'

/** `line`: one cell; `rows`: a repeated table; `long`: a long text; `block`: an opinion with signature, seal and date. */
export type FieldKind = 'line' | 'rows' | 'long' | 'block'
export type FormField<Id extends string = string> = {
  readonly id: Id
  readonly label: Text
  readonly kind: FieldKind
  /** Must be masked wherever it is not needed: identity number, phones, home address. */
  readonly personal: boolean
  /** What each column of a `rows` field holds, in printed order. */
  readonly columns?: Readonly<Record<string, Text>>
}

function field<Id extends string>(
  id: Id,
  kind: FieldKind,
  zh: string,
  en: string,
  more: Partial<Pick<FormField, 'personal' | 'columns'>> = {},
): FormField<Id> {
  return { id, kind, label: text(zh, en), personal: false, ...more }
}
const personal = { personal: true }

export const urumqiAnnex1 = [
  field('cover_unit', 'line', '申报单位', 'Applying unit'),
  field('cover_workshop', 'line', '工作室名称', 'Name of the workshop'),
  field('cover_occupation', 'line', '职业（工种）', 'Occupation (trade)'),
  field('cover_date', 'line', '填报时间', 'Date filled in'),
  field('leader_name', 'line', '领办人姓名', 'Name of the leader'),
  field('leader_sex', 'line', '性别', 'Sex'),
  field('leader_ethnicity', 'line', '民族', 'Ethnic group'),
  field('leader_politics', 'line', '政治面貌', 'Political affiliation'),
  field('leader_unit', 'line', '工作单位', 'Employer'),
  field('leader_phone_office', 'line', '联系电话', 'Contact phone', personal),
  field('workshop_place', 'line', '工作室地点', 'Place of the workshop'),
  field('workshop_area', 'line', '工作室面积', 'Area of the workshop'),
  field('leader_education', 'line', '学历（学位）', 'Education (degree)'),
  field('leader_work_since', 'line', '参加工作时间', 'Working since'),
  field('leader_occupation', 'line', '从事职业（工种）', 'Occupation practised (trade)'),
  field('leader_post', 'line', '行政职务', 'Administrative post'),
  field('leader_skill', 'line', '职业资格或职业技能等级', 'Qualification or skill level'),
  field('leader_id_number', 'line', '身份证号', 'Identity number', personal),
  field('leader_address', 'line', '通讯地址', 'Postal address', personal),
  field('leader_mobile', 'line', '手机号码', 'Mobile phone', personal),
  field('members', 'rows', '技能大师工作室其他人员', 'Other members of the workshop', {
    columns: {
      name: text('姓名', 'Name'),
      skill: text('职业资格或职业技能等级/专业技术等级', 'Qualification, skill level or professional title'),
      age: text('年龄', 'Age'),
      deeds: text('突出业绩', 'Outstanding work'),
    },
  }),
  field('awards', 'rows', '领办人主要获奖情况', 'Main awards of the leader', {
    columns: {
      item: text('获奖项目', 'Awarded for'),
      name: text('奖励名称', 'Award'),
      grantor: text('授予单位', 'Granted by'),
      grade: text('等级', 'Grade'),
      rank: text('排名', 'Rank'),
      year: text('年度', 'Year'),
    },
  }),
  field('leader_deeds', 'long', '领办人主要工作业绩', 'Main work of the leader'),
  field('unit_profile', 'long', '申办单位简介', 'About the unit'),
  field('unit_support', 'long', '申办单位的支持措施', 'Support promised by the unit'),
  field('direction', 'long', '技能大师工作室主要工作方向', 'Main lines of work'),
  field('goals', 'long', '技能大师工作室建设预期目标', 'Expected results'),
  field('unit_opinion', 'block', '申办单位意见', 'Opinion of the unit'),
  field('district_opinion', 'block', '区（县）人力资源和社会保障局推荐意见', 'Recommendation of the district bureau'),
  field('expert_opinion', 'block', '专家评估意见', 'Opinion of the experts'),
  field('bureau_opinion', 'block', '市人力资源和社会保障局意见', 'Opinion of the city bureau'),
] as const
