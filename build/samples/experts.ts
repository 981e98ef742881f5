/** The sample roster: seven experts and two in reserve, one of whom works for an applicant. All invented. */

export type SampleExpert = {
  readonly name: string
  readonly unit: string
  readonly title: string
  readonly mobile: string
  readonly source: '院校' | '行业' | '企业'
  readonly specialty: string
  readonly reserve: boolean
}

const rows = [
  ['评样一', '样例职业大学机电工程学院', '教授', '院校', '钳工、数控加工'],
  ['评样二', '测试技师学院', '高级讲师、高级技师', '院校', '焊工、汽车维修'],
  ['评样三', '样例机械工程学会', '秘书长、正高级工程师', '行业', '机械制造'],
  ['评样四', '测试电力行业协会', '高级工程师', '行业', '电工、电气检修'],
  ['评样五', '样例餐饮烹饪协会', '副会长、中式烹调高级技师', '行业', '中式烹调、面点'],
  ['评样六', '样例轨道装备公司', '首席技师', '企业', '城轨列车检修、起重'],
  ['评样七', '测试石化炼油厂', '特级技师', '企业', '化学检验、测量'],
  ['评备一', '样例航空维修公司', '高级技师', '企业', '电梯、机电设备'],
  ['评备二', '测试重型机床厂', '高级工程师', '企业', '机床装调'],
] as const

export const experts: readonly SampleExpert[] = rows.map(([name, unit, title, source, specialty], at) => ({
  name,
  unit,
  title,
  mobile: `1380000${String(9001 + at)}`,
  source,
  specialty,
  reserve: at >= 7,
}))
