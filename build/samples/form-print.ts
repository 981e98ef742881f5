/** The words printed on annex 1, with the spaces different offices leave in them, and the signature blocks. */
import type { Applicant, Habit } from './plan.ts'

/** The pre-printed pledge of 申办单位的支持措施, word for word. */
export const pledge =
  '本单位郑重承诺：自被纳入市级技能大师工作室建设项目后，我单位将提供不低于市级补助资金的配套资金；配套资金和市级补助资金实行专款专用，主要用于技能大师工作室设施设备、人才培训、技能交流推广、技术技能创新研发等工作，并在建设周期内使用完毕，确保经费使用效益。建设期满后，还将提供相应的配套资金，主要用于领办人带徒津贴、研究（攻关）项目补贴以及日常工作费用等。'

/** Labels whose spacing differs from office to office. */
export function printed(form: Habit['form']) {
  const wide = form === 'wide'
  return {
    name: wide ? '领办人\n姓　　名' : '领办人\n姓名',
    sex: wide ? '性　别' : '性别',
    ethnicity: wide ? '民　族' : '民族',
    memberName: wide ? '姓　　名' : '姓   名',
    age: wide ? '年　龄' : '年龄',
    coverUnit: wide ? '申　报　单　位：' : '申  报  单  位',
    coverWorkshop: wide ? '工　作　室　名　称：' : '工 作 室 名 称',
    coverOccupation: wide ? '职　业（工　种）：' : '职  业 （工种）',
  }
}

/** The lines of a signature block: blank as printed, or filled in as this office does it. */
export function signature(
  { habit, leader, unit, district }: Applicant,
  block: 'pledge' | 'unit' | 'district',
): string[] {
  const blank = '                         年  月   日'
  const signed = habit.form === 'wide' || habit.form === 'many'
  if (block === 'pledge') {
    return signed
      ? [`申办单位（盖章）：${unit}`, '2026年3月5日']
      : ['                          申办单位（盖章）：', blank]
  }
  if (block === 'unit') {
    if (habit.form === 'sparse') return ['', '', '                                   签字盖章：', blank]
    const opinion = `情况属实，同意${leader.name}同志领办技能大师工作室，同意申报。`
    return signed
      ? [opinion, '', '签字盖章：样例法人', '2026年3月6日']
      : [opinion, '', '                                   签字盖章：', blank]
  }
  if (habit.form === 'many')
    return [`经初审，符合申办条件，同意推荐。`, '', `签字盖章：${district}人社局（样例）`, '2026年3月12日']
  return ['', '', '                                    签字盖章：', blank]
}
