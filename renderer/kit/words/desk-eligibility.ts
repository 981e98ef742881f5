/** Words of the desk for eligibility: the machine's word on each rule, and a person's. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const eligibilityWords = {
  tab: (open: number) =>
    open === 0 ? text('资格条件', 'Eligibility') : text(`资格条件（${open} 条待定）`, `Eligibility (${open} open)`),
  overall: {
    not_eligible_by_machine: text(
      '机器判断有条件不符合。机器不作否定，请逐条由人认定。',
      'The machine finds a demand not met. It refuses nobody: a person decides rule by rule.',
    ),
    needs_decision: text('有“一般”“原则上”的条件不符合，须书面决定。', 'A soft demand is not met: decide in writing.'),
    needs_judgement: text('没有不符合的条件，其余须由人判断。', 'Nothing is found missing; the rest is for people.'),
  },
  doubles: text('可能重复', 'Possible doubles'),
  outcome: {
    pass: text('符合', 'Met'),
    fail: text('不符合', 'Not met'),
    fail_soft: text('不符合（可书面决定）', 'Not met (soft)'),
    judge: text('须人判断', 'To be judged'),
    incomplete: text('缺事实', 'Fact missing'),
    conditional: text('暂列', 'Conditional'),
    na: text('不适用', 'Not asked'),
  },
  verdict: { met: text('认定符合', 'Decided: met'), 'not-met': text('认定不符合', 'Decided: not met') },
  decide: text('认定', 'Decide'),
  met: text('符合', 'Met'),
  notMet: text('不符合', 'Not met'),
  person: text('认定人', 'Decided by'),
  reason: text('理由（与机器判断不同时必填）', 'Reason (needed where it says more than the machine)'),
  decided: (verdict: string, person: string, when: string) =>
    text(`认定为${verdict}：${person}，${when}`, `${verdict}: ${person}, ${when}`),
  stale: text('事实已变，此认定不再有效，请重新认定', 'The facts have changed; decide again'),
  rules: text('逐条判断', 'Rule by rule'),
  onlyOpen: text('只看待定的', 'Only what is open'),
  facts: (known: number, all: number) =>
    text(`判断所据的事实（${known}/${all}）`, `Facts it rests on (${known}/${all})`),
  from: {
    'keyed-in': text('人工录入', 'keyed in'),
    form: text('取自申报表', 'from the form'),
    register: text('取自历年名册', 'from the register'),
    extract: text('取自汇总库摘录', 'from the signed extract'),
  },
  unknown: text('未知', 'not known'),
  none: text('没有', 'None'),
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  level: text('级别', 'Level'),
  place: text('名次', 'Place'),
  proof: (page: number) => text(`以当前第 ${page} 页为证`, `Page ${page} proves it`),
  unproven: text('不附证明页', 'Without a page'),
  retirement: {
    title: text('按出生日期估算', 'Estimate from the day of birth'),
    born: text('出生日期', 'Born'),
    on: text('计算到', 'Counted on'),
    group: text('人员类别', 'Group'),
    groups: {
      men: text('男职工', 'Men'),
      'women-55': text('女职工（原 55 周岁）', 'Women (formerly 55)'),
      'women-50': text('女职工（原 50 周岁）', 'Women (formerly 50)'),
    },
    found: (date: string, years: number, months: number, left: number) =>
      text(
        `法定退休日期约 ${date}（${years} 岁${months === 0 ? '' : ` ${months} 个月`}），${left < 0 ? '已过' : `还有满 ${left} 个月`}`,
        `Statutory date about ${date} (${years} years${months === 0 ? '' : ` ${months} months`}): ${left < 0 ? 'past' : `${left} full months left`}`,
      ),
    take: text('填入', 'Take over'),
    warning: text(
      '2025 年起逐步延迟的算法，仅供参考：弹性退休、特殊工种不在其内，以单位核定的日期为准。',
      "By the rise since 2025, a help only: elastic retirement and special trades are not in it; the unit's date decides.",
    ),
  },
  usedBy: (rules: string) => text(`用于 ${rules}`, `for ${rules}`),
} as const satisfies Dictionary
