/** The five schemes' rules at their boundaries. Expected outcomes are read from the official texts, clause by clause. */
import { describe, expect, it } from 'vitest'
import chongqing from '#schemes/chongqing-2024/eligibility.json' with { type: 'json' }
import luzhou from '#schemes/luzhou-2025/eligibility.json' with { type: 'json' }
import lvliang from '#schemes/lvliang-2025/eligibility.json' with { type: 'json' }
import urumqi from '#schemes/urumqi-2023/eligibility.json' with { type: 'json' }
import yunyang from '#schemes/yunyang-2022/eligibility.json' with { type: 'json' }
import { eligibilityOf, type Outcome, toAnswer } from './eligibility.ts'
import { knownFacts } from './known-facts.ts'
import { everyPart, parseEligibility } from './rule.ts'
import { soundBut } from './sample-facts.ts'

const schemes = {
  LZ: parseEligibility(luzhou),
  YY: parseEligibility(yunyang),
  UR: parseEligibility(urumqi),
  CQ: parseEligibility(chongqing),
  LL: parseEligibility(lvliang),
}
type Prefix = keyof typeof schemes

const weighed = (prefix: Prefix, changes: Record<string, unknown>, level?: string) =>
  eligibilityOf(schemes[prefix], { facts: soundBut(changes), level })
const outcomeOf = (id: string, changes: Record<string, unknown>, level?: string): Outcome | undefined =>
  weighed(id.slice(0, 2) as Prefix, changes, level).rules.find((rule) => rule.id === id)?.outcome

const none = undefined
/** Facts of a leader with nothing to show. */
const bare = {
  'leader.skill_level': '高级工',
  'leader.titles': [],
  'leader.contest_best': null,
  'leader.heritage_heir_level': null,
  'leader.claims_traditional_skill': false,
  'leader.claims_equivalent_level': false,
}
const built = (year: number | null, level: string | null, more: Record<string, unknown> = {}) => ({
  'workshop.year_built': year,
  'workshop.built_level': level,
  ...more,
})

describe.each<[string, [string, Record<string, unknown>, Outcome][]]>([
  [
    'LZ-E02',
    [
      ['within the working age', {}, 'pass'],
      ['past it', { 'leader.past_statutory_retirement': true }, 'fail_soft'],
      ['nobody knows', { 'leader.past_statutory_retirement': none }, 'incomplete'],
    ],
  ],
  [
    'LZ-E03',
    [
      ['1', { 'team.members_excl_leader': 1 }, 'fail'],
      ['2', { 'team.members_excl_leader': 2 }, 'judge'],
      ['3', { 'team.members_excl_leader': 3 }, 'pass'],
      ['14', { 'team.members_excl_leader': 14 }, 'pass'],
      ['15', { 'team.members_excl_leader': 15 }, 'judge'],
      ['16', { 'team.members_excl_leader': 16 }, 'fail'],
      ['none', { 'team.members_excl_leader': null }, 'fail'],
      ['unknown', { 'team.members_excl_leader': none }, 'incomplete'],
    ],
  ],
  [
    'LZ-E05',
    [
      ['a listed title on the front line', { ...bare, 'leader.titles': ['天府工匠'] }, 'pass'],
      ['the same, quoted', { ...bare, 'leader.titles': ['“全国技术能手”称号'] }, 'pass'],
      [
        'a listed title, not on the front line',
        { ...bare, 'leader.titles': ['天府工匠'], 'leader.frontline': false },
        'fail',
      ],
      [
        'a listed title, front line unknown',
        { ...bare, 'leader.titles': ['天府工匠'], 'leader.frontline': none },
        'incomplete',
      ],
      ['first in a city contest', { ...bare, 'leader.contest_best': ['市级', 1] }, 'pass'],
      ['first in a county contest', { ...bare, 'leader.contest_best': ['区县级', 1] }, 'fail'],
      ['second in a state contest', { ...bare, 'leader.contest_best': ['国家级', 2] }, 'fail'],
      ['an unknown title', { ...bare, 'leader.titles': ['某某工匠'] }, 'judge'],
      ['technician', { ...bare, 'leader.skill_level': '技师' }, 'judge'],
      ['an equivalent level', { ...bare, 'leader.claims_equivalent_level': true }, 'judge'],
      ['an heir of the province', { ...bare, 'leader.heritage_heir_level': '省级' }, 'judge'],
      ['an heir of the city', { ...bare, 'leader.heritage_heir_level': '市级' }, 'fail'],
      [
        'a provincial craft master',
        { ...bare, 'leader.titles': ['四川省工艺美术大师'], 'leader.frontline': false },
        'judge',
      ],
      ['a folk skill', { ...bare, 'leader.claims_traditional_skill': true }, 'judge'],
      ['nothing', bare, 'fail'],
      ['level unknown', { ...bare, 'leader.skill_level': none }, 'incomplete'],
      ['level unknown, route 3 proven', { 'leader.skill_level': none }, 'pass'],
    ],
  ],
  [
    'LZ-E06',
    [
      ['49.9 %', { 'host.education_fund_ratio_pct': '49.9' }, 'fail'],
      ['49.999999999999 %', { 'host.education_fund_ratio_pct': '49.999999999999' }, 'fail'],
      ['50 %', { 'host.education_fund_ratio_pct': '50' }, 'pass'],
      ['a college', { 'host.type': '职业院校', 'host.education_fund_ratio_pct': none }, 'na'],
      ['unknown share', { 'host.education_fund_ratio_pct': none }, 'incomplete'],
      ['no such spending', { 'host.education_fund_ratio_pct': null }, 'fail'],
      ['kind unknown', { 'host.type': none }, 'incomplete'],
    ],
  ],
  [
    'LZ-E07',
    [
      ['an enterprise', {}, 'judge'],
      ['a college', { 'host.type': '职业院校' }, 'na'],
    ],
  ],
  [
    'LZ-E08',
    [
      ['a base', { 'host.type': '公共实训基地' }, 'judge'],
      ['an enterprise', {}, 'na'],
    ],
  ],
  [
    'LZ-E09',
    [
      ['a college', { 'host.type': '职业院校' }, 'judge'],
      ['a base', { 'host.type': '公共实训基地' }, 'na'],
    ],
  ],
  [
    'LZ-E12',
    [
      ['an enterprise', {}, 'pass'],
      ['a research centre', { 'host.type': '行业技术研发中心' }, 'judge'],
      ['unknown', { 'host.type': none }, 'incomplete'],
    ],
  ],
  [
    'YY-E03',
    [
      ['55', { 'leader.age_full_years': 55 }, 'pass'],
      ['56', { 'leader.age_full_years': 56 }, 'fail_soft'],
      ['no age is no answer', { 'leader.age_full_years': null }, 'incomplete'],
    ],
  ],
  [
    'YY-E05',
    [
      ['6', { 'leader.months_in_workshop_per_year': 6 }, 'pass'],
      ['5.9', { 'leader.months_in_workshop_per_year': '5.9' }, 'fail'],
    ],
  ],
  [
    'YY-E07',
    [
      ['on the front line', {}, 'judge'],
      ['not', { 'leader.frontline': false }, 'fail'],
      ['unknown', { 'leader.frontline': none }, 'incomplete'],
    ],
  ],
  [
    'YY-E08',
    [
      ['technician', { 'leader.skill_level': '技师' }, 'pass'],
      ['senior worker with a high title', { 'leader.skill_level': '高级工', 'leader.prof_title': '副高级' }, 'pass'],
      ['senior worker with a middle title', { 'leader.skill_level': '高级工', 'leader.prof_title': '中级' }, 'fail'],
      ['senior worker, title unknown', { 'leader.skill_level': '高级工', 'leader.prof_title': none }, 'incomplete'],
      ['neither', { 'leader.skill_level': null, 'leader.prof_title': null }, 'fail'],
    ],
  ],
  [
    'YY-E09',
    [
      ['a county prize', { 'leader.contest_best': ['区县级', 3] }, 'pass'],
      ['no prize', { 'leader.contest_best': null }, 'judge'],
    ],
  ],
  [
    'YY-E10',
    [
      ['a social organisation', { 'host.type': '社会组织' }, 'pass'],
      ['an office', { 'host.type': '机关事业单位' }, 'judge'],
    ],
  ],
  [
    'YY-U2',
    [
      ['none', {}, 'pass'],
      ['another one', { 'workshop.same_unit_same_occupation_exists': true }, 'fail_soft'],
    ],
  ],
  [
    'YY-M02',
    [
      ['949', { 'materials.deeds_chars': 949 }, 'fail'],
      ['950', { 'materials.deeds_chars': 950 }, 'judge'],
      ['999', { 'materials.deeds_chars': 999 }, 'judge'],
      ['1000', { 'materials.deeds_chars': 1000 }, 'pass'],
      ['1500', { 'materials.deeds_chars': 1500 }, 'pass'],
      ['1501', { 'materials.deeds_chars': 1501 }, 'judge'],
      ['1575', { 'materials.deeds_chars': 1575 }, 'judge'],
      ['1576', { 'materials.deeds_chars': 1576 }, 'fail'],
    ],
  ],
  [
    'UR-E01',
    [
      ['technician', { 'leader.skill_level': '技师' }, 'pass'],
      ['senior worker', { 'leader.skill_level': '高级工' }, 'fail'],
    ],
  ],
  [
    'UR-E02',
    [
      ['both', {}, 'pass'],
      ['not under contract', { 'leader.employed': false }, 'fail'],
      ['one no, the other unknown', { 'leader.employed': false, 'leader.in_service': none }, 'fail'],
      ['one unknown', { 'leader.in_service': none }, 'incomplete'],
    ],
  ],
  [
    'UR-E03',
    [
      ['24 months', { 'leader.months_to_statutory_retirement': 24 }, 'pass'],
      ['23 months', { 'leader.months_to_statutory_retirement': 23 }, 'fail'],
    ],
  ],
  [
    'UR-E05',
    [
      ['2', { 'team.formal_staff_excl_leader': 2 }, 'pass'],
      ['1', { 'team.formal_staff_excl_leader': 1 }, 'fail'],
    ],
  ],
  [
    'UR-E10',
    [
      ['10', { 'host.matching_commitment_wan': '10' }, 'pass'],
      ['10.00', { 'host.matching_commitment_wan': '10.00' }, 'pass'],
      ['9.99', { 'host.matching_commitment_wan': '9.99' }, 'fail'],
      ['nothing', { 'host.matching_commitment_wan': null }, 'fail'],
    ],
  ],
  [
    'UR-E11',
    [
      ['a base', { 'host.type': '公共实训基地' }, 'pass'],
      ['a social organisation', { 'host.type': '社会组织' }, 'judge'],
    ],
  ],
  ['UR-E12', [['named by the region', { 'workshop.already_named_state_or_region': true }, 'fail']]],
  [
    'UR-E13',
    [
      ['never', {}, 'pass'],
      ['35 months', { 'workshop.failed_assessment_months_ago': 35 }, 'fail'],
      ['36 months', { 'workshop.failed_assessment_months_ago': 36 }, 'pass'],
      ['unknown', { 'workshop.failed_assessment_months_ago': none }, 'incomplete'],
    ],
  ],
  ['UR-U1', [['leads another', { 'leader.leads_other_workshop': true }, 'fail']]],
  ['UR-U2', [['another one', { 'workshop.same_unit_same_occupation_exists': true, 'host.is_branch': true }, 'fail']]],
  [
    'LL-E02',
    [
      ['59', { 'host.education_fund_ratio_pct': '59' }, 'pass'],
      ['49.9', { 'host.education_fund_ratio_pct': '49.9' }, 'fail'],
    ],
  ],
  [
    'LL-E04',
    [
      ['senior worker', bare, 'pass'],
      ['middle worker', { ...bare, 'leader.skill_level': '中级工' }, 'fail'],
      [
        'no certificate, folk skill',
        { ...bare, 'leader.skill_level': null, 'leader.claims_traditional_skill': true },
        'judge',
      ],
      [
        'no certificate, heir',
        { ...bare, 'leader.skill_level': null, 'leader.heritage_heir_level': '区县级' },
        'judge',
      ],
      ['no certificate', { ...bare, 'leader.skill_level': null }, 'fail'],
    ],
  ],
  [
    'LL-E05',
    [
      ['a listed title', { ...bare, 'leader.titles': ['三晋技术能手'] }, 'pass'],
      ['an unknown title: the list is closed', { ...bare, 'leader.titles': ['某某工匠'] }, 'fail'],
      ['an heir of the city', { ...bare, 'leader.heritage_heir_level': '市级' }, 'pass'],
      ['an heir of the county', { ...bare, 'leader.heritage_heir_level': '区县级' }, 'fail'],
      ['a folk skill', { ...bare, 'leader.claims_traditional_skill': true }, 'judge'],
      [
        'a senior technician with the province’s allowance',
        { ...bare, 'leader.skill_level': '高级技师', 'leader.titles': ['享受省政府特殊津贴'] },
        'pass',
      ],
      [
        'a technician with the state’s allowance',
        { ...bare, 'leader.skill_level': '技师', 'leader.titles': ['国务院政府特殊津贴'] },
        'judge',
      ],
      ['nothing', bare, 'fail'],
    ],
  ],
  [
    'LL-E08',
    [
      ['no plaque', {}, 'na'],
      ['plaque, no money, results shown', { 'workshop.plaque_awarded': true }, 'pass'],
      [
        'plaque, no money, no results',
        { 'workshop.plaque_awarded': true, 'workshop.report_shows_results': false },
        'fail',
      ],
      ['plaque and money', { 'workshop.plaque_awarded': true, 'workshop.public_money_received': true }, 'judge'],
      [
        'plaque, money unknown',
        { 'workshop.plaque_awarded': true, 'workshop.public_money_received': none },
        'incomplete',
      ],
    ],
  ],
  ['LL-M01', [['not endorsed', { 'materials.report_endorsed_by_superior': false }, 'fail']]],
  [
    'LL-M04',
    [
      ['two copies', { 'materials.copies_bound': 2 }, 'fail'],
      ['three', {}, 'pass'],
    ],
  ],
  [
    'LL-M05',
    [
      ['the last day', { 'materials.submitted_at': '2025-05-30' }, 'pass'],
      ['its last second', { 'materials.submitted_at': '2025-05-30T23:59:59+08:00' }, 'pass'],
      ['midnight', { 'materials.submitted_at': '2025-05-31T00:00:00+08:00' }, 'fail'],
    ],
  ],
])('%s', (id, cases) => {
  it.each(cases)('%s', (_, changes, expected) => {
    expect(outcomeOf(id, changes)).toBe(expected)
  })
})

describe('Chongqing, by level', () => {
  it.each<[string, string, string, Record<string, unknown>, Outcome]>([
    ['CQ-E02', '市级', '34.9 %', { 'host.skilled_worker_ratio_pct': '34.9' }, 'fail'],
    ['CQ-E02', '市级', '35 %', { 'host.skilled_worker_ratio_pct': '35' }, 'pass'],
    ['CQ-E02', '市级', 'a college', { 'host.type': '职业院校' }, 'na'],
    ['CQ-E03', '市级', '59 %', { 'host.education_fund_ratio_pct': '59' }, 'fail'],
    ['CQ-E03', '市级', '60 %', { 'host.education_fund_ratio_pct': '60' }, 'pass'],
    ['CQ-E04', '市级', 'a base', { 'host.type': '公共实训基地' }, 'judge'],
    ['CQ-E05', '市级', '56', { 'leader.age_full_years': 56 }, 'fail_soft'],
    ['CQ-E08', '市级', 'labour relation only', { 'leader.social_insurance_unit_is_applicant': false }, 'pass'],
    [
      'CQ-E08',
      '市级',
      'neither',
      { 'leader.social_insurance_unit_is_applicant': false, 'leader.labour_relation_unit_is_applicant': false },
      'fail',
    ],
    ['CQ-E09', '市级', 'technician', { 'leader.skill_level': '技师' }, 'pass'],
    ['CQ-E09', '市级', 'senior worker', { 'leader.skill_level': '高级工' }, 'fail_soft'],
    ['CQ-E09', '首席', 'technician', { 'leader.skill_level': '技师' }, 'fail_soft'],
    [
      'CQ-E09',
      '首席',
      'technician by exception',
      { 'leader.skill_level': '技师', 'leader.applies_by_exception': true },
      'judge',
    ],
    [
      'CQ-E09',
      '市级',
      'no exception at 市级',
      { 'leader.skill_level': '高级工', 'leader.applies_by_exception': true },
      'fail_soft',
    ],
    [
      'CQ-E09',
      '首席',
      'an heir of the city',
      { 'leader.skill_level': null, 'leader.heritage_heir_level': '市级' },
      'judge',
    ],
    [
      'CQ-E09',
      '首席',
      'an heir of the county',
      { 'leader.skill_level': null, 'leader.heritage_heir_level': '区县级' },
      'fail_soft',
    ],
    [
      'CQ-E09',
      '国家级',
      'an heir',
      { 'leader.skill_level': '技师', 'leader.heritage_heir_level': '国家级' },
      'fail_soft',
    ],
    [
      'CQ-E09',
      '国家级',
      'by exception',
      { 'leader.skill_level': '技师', 'leader.applies_by_exception': true },
      'judge',
    ],
    ['CQ-E10', '市级', 'a department’s award', { 'leader.highest_award_level': '市级行业主管部门级' }, 'pass'],
    ['CQ-E10', '首席', 'a department’s award', { 'leader.highest_award_level': '市级行业主管部门级' }, 'fail'],
    [
      'CQ-E10',
      '首席',
      'none, an heir',
      { 'leader.highest_award_level': null, 'leader.heritage_heir_level': '省级' },
      'judge',
    ],
    ['CQ-E10', '国家级', 'not asked', { 'leader.highest_award_level': null }, 'na'],
    ['CQ-E11', '首席', 'always for people', {}, 'judge'],
    ['CQ-E11', '国家级', 'not asked', {}, 'na'],
    ['CQ-E12', '国家级', 'the highest prize', { 'leader.titles': ['中华技能大奖'] }, 'pass'],
    ['CQ-E12', '国家级', 'nothing mechanical', { 'leader.titles': [] }, 'judge'],
    ['CQ-E12', '市级', 'not asked', {}, 'na'],
    ['CQ-E13', '市级', 'a branch, 2 years', { 'host.is_branch': true, 'leader.years_at_branch': '2' }, 'pass'],
    ['CQ-E13', '市级', 'a branch, 1.9 years', { 'host.is_branch': true, 'leader.years_at_branch': '1.9' }, 'fail'],
    ['CQ-E13', '市级', 'no branch', { 'leader.years_at_branch': none }, 'na'],
    ['CQ-U2', '市级', 'another one', { 'workshop.same_unit_same_occupation_exists': true }, 'fail_soft'],
    ['CQ-U3', '首席', 'built 2023', built(2023, '市级'), 'fail'],
    ['CQ-U3', '首席', 'built 2022', built(2022, '市级'), 'pass'],
    ['CQ-U3', '首席', 'level built unknown', built(2023, '市级', { 'workshop.built_level': none }), 'incomplete'],
    ['CQ-U4', '首席', '2022, not yet assessed', built(2022, '市级'), 'conditional'],
    ['CQ-U4', '首席', '2022, 优秀', built(2022, '市级', { 'workshop.last_assessment': '优秀' }), 'pass'],
    ['CQ-U4', '首席', '2022, 合格', built(2022, '市级', { 'workshop.last_assessment': '合格' }), 'fail'],
    ['CQ-U4', '国家级', '2022, 首席, not yet assessed', built(2022, '首席'), 'conditional'],
    ['CQ-U4', '国家级', 'two steps at once', built(2022, '市级', { 'workshop.last_assessment': '优秀' }), 'judge'],
    ['CQ-U4', '首席', 'built 2021', built(2021, '市级'), 'na'],
    ['CQ-U5', '首席', 'named 国家级', built(2020, '国家级'), 'fail'],
    ['CQ-U5', '首席', 'named 市级', built(2020, '市级'), 'pass'],
    [
      'CQ-U6',
      '首席',
      '24 months and 合格',
      built(2019, '市级', {
        'workshop.migrated_or_leader_changed_months_ago': 24,
        'workshop.assessed_after_change': '合格',
      }),
      'pass',
    ],
    [
      'CQ-U6',
      '首席',
      '23 months',
      built(2019, '市级', {
        'workshop.migrated_or_leader_changed_months_ago': 23,
        'workshop.assessed_after_change': '合格',
      }),
      'fail',
    ],
    [
      'CQ-U6',
      '首席',
      'not assessed',
      built(2019, '市级', {
        'workshop.migrated_or_leader_changed_months_ago': 30,
        'workshop.assessed_after_change': null,
      }),
      'fail',
    ],
    ['CQ-U7', '首席', 'under rectification', built(2019, '市级', { 'workshop.under_rectification': true }), 'fail'],
    ['CQ-U7', '首席', 'terminated', built(2019, '市级', { 'workshop.terminated': true }), 'fail'],
    ['CQ-M02', '市级', '1499', { 'materials.deeds_chars': 1499 }, 'judge'],
    ['CQ-M02', '市级', '1424', { 'materials.deeds_chars': 1424 }, 'fail'],
    ['CQ-M02', '市级', '2101', { 'materials.deeds_chars': 2101 }, 'fail'],
    ['CQ-M05', '市级', '21 pages', { 'materials.evidence_pages': 21 }, 'fail'],
    ['CQ-M05', '市级', 'two files', { 'materials.evidence_single_pdf': false }, 'fail'],
    ['CQ-M06', '市级', 'at 18:00:00', { 'materials.submitted_at': '2024-07-15 18:00:00' }, 'pass'],
    ['CQ-M06', '市级', 'at 18:00:01', { 'materials.submitted_at': '2024-07-15T18:00:01+08:00' }, 'fail'],
    ['CQ-M06', '市级', 'a moment later', { 'materials.submitted_at': '2024-07-15T18:00:00.001+08:00' }, 'fail'],
    ['CQ-M06', '市级', 'the same moment elsewhere', { 'materials.submitted_at': '2024-07-15T10:00:00Z' }, 'pass'],
    ['CQ-M06', '市级', 'the day only', { 'materials.submitted_at': '2024-07-15' }, 'incomplete'],
    ['CQ-M06', '市级', 'the day before', { 'materials.submitted_at': '2024-07-14' }, 'pass'],
  ])('%s at %s: %s', (id, level, _, changes, expected) => {
    expect(outcomeOf(id, changes, level)).toBe(expected)
  })

  it('rules that hang on the level wait for it', () => {
    expect(outcomeOf('CQ-E09', {})).toBe('incomplete')
    expect(outcomeOf('CQ-E02', {})).toBe('pass')
  })
})

describe('overall', () => {
  it('a hard miss outweighs a soft one, and nothing is ever eligible by machine alone', () => {
    expect(weighed('LZ', {}).overall).toBe('needs_judgement')
    expect(weighed('LZ', { 'leader.past_statutory_retirement': true }).overall).toBe('needs_decision')
    expect(
      weighed('LZ', { 'leader.past_statutory_retirement': true, 'leader.works_in_jurisdiction': false }).overall,
    ).toBe('not_eligible_by_machine')
  })
})

describe('in words', () => {
  const because = (id: string, changes: Record<string, unknown>, lang: 'zh-CN' | 'en' = 'zh-CN') =>
    toAnswer(weighed(id.slice(0, 2) as Prefix, changes), lang).rules.find((rule) => rule.id === id)?.because

  it('says the fact, the bound and what follows', () => {
    expect(because('UR-E10', { 'host.matching_commitment_wan': '9.5' })).toBe(
      '承诺的配套资金：9.5 万元，低于 10 万元，机器判断不符合（原文称“一般应具有”，放宽须书面决定）。',
    )
    expect(because('UR-E05', { 'team.formal_staff_excl_leader': none }, 'en')).toBe(
      'Still missing: formal employees without the leader: cannot be told yet.',
    )
    expect(because('YY-E03', { 'leader.age_full_years': 55 })).toBe(
      '年龄（周岁）：55 岁，满 55 周岁、不满 56 周岁，按 55 周岁计（年龄按周岁），符合。',
    )
    expect(because('UR-U2', { 'workshop.same_unit_same_occupation_exists': true })).toBe(
      '测试机械有限公司，钳工：本单位已有相同职业（工种）的工作室：是，机器判断不符合，由人核定。',
    )
  })
})

it('names the day that ages are told for', () => {
  const { rules } = eligibilityOf(schemes.UR, { facts: soundBut({}), on: '2026-05-01' })
  expect(rules.find(({ id }) => id === 'UR-E03')?.because['zh-CN']).toBe(
    '距法定退休年龄：140 个月，达到 24 个月（以 2026-05-01 为准），符合。',
  )
})

describe('what is given', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a fact nobody knows', { 'leader.shoe_size': 43 }, 'leader.shoe_size'],
    ['a group nobody knows', { 'family.members': 3 }, 'family'],
    ['a word off the list', { 'leader.skill_level': '大师傅' }, 'leader.skill_level'],
    ['yes in words', { 'leader.employed': '是' }, 'leader.employed'],
    ['a negative number', { 'team.members_excl_leader': -1 }, 'team.members_excl_leader'],
    ['half a person', { 'team.members_excl_leader': '2.5' }, 'team.members_excl_leader'],
    ['more than the whole', { 'host.skilled_worker_ratio_pct': '100.1' }, 'host.skilled_worker_ratio_pct'],
    ['a place without a level', { 'leader.contest_best': [1] }, 'leader.contest_best'],
    ['a day that is not', { 'materials.submitted_at': '2025-02-30' }, 'materials.submitted_at'],
  ])('refuses %s by name', (_, changes, key) => {
    const { rules, problems } = weighed('LZ', changes)
    expect(rules).toEqual([])
    expect(problems.map((problem) => problem.key)).toEqual([key])
  })
})

describe('the vocabulary', () => {
  it('every shared fact is used by a rule', () => {
    const used = Object.values(schemes).flatMap(({ rules }) =>
      rules.flatMap(({ about, condition }) => [
        ...about,
        ...everyPart(condition).flatMap((part) => ('fact' in part ? [part.fact] : [])),
      ]),
    )
    expect(knownFacts.map(({ key }) => key).filter((key) => !used.includes(key))).toEqual([])
  })
})
