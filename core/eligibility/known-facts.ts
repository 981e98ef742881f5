/** The facts eligibility rules speak of, as all schemes share them. A scheme may add its own (`facts` in its file). */
import * as z from 'zod'
import { text } from '../lang.ts'

const words = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })

/**
 * What kind of value a fact has. `word` is one of an ordered list, lowest first; `name` any words; `contest` a level of
 * an ordered list and a place; `moment` a date, or a time with its zone.
 */
export const eligibilityFact = z.strictObject({
  /** `group.name`, as it travels. */
  key: z.string().regex(/^[a-z]+\.[a-z0-9_]+$/),
  name: words,
  type: z.enum(['yes-no', 'decimal', 'count', 'word', 'name', 'names', 'contest', 'moment']),
  unit: words.optional(),
  words: z.array(z.string().min(1)).optional(),
  /** The most a number can be (a share ends at 100). */
  most: z.int().optional(),
  /** There always is one, so that "none" is no answer and counts as not known. */
  always: z.boolean().optional(),
})
export type EligibilityFact = z.infer<typeof eligibilityFact>

const skills = ['初级工', '中级工', '高级工', '技师', '高级技师', '特级技师', '首席技师']
const titles = ['初级', '中级', '副高级', '正高级']
const regions = ['区县级', '市级', '省级', '国家级']
const awards = ['市级行业主管部门级', '省部级', '国家级']
const workshopLevels = ['市级', '首席', '国家级']
const grades = ['不合格', '合格', '优秀']

const percent = text('%', '%')
const wan = text('万元', '×10,000 yuan')
const people = text('人', 'people')
const months = text('个月', 'months')
const years = text('年', 'years')

const yes = (key: string, zh: string, en: string): EligibilityFact => ({ key, name: text(zh, en), type: 'yes-no' })

/** Every fact that all schemes share, in the order a clerk would ask. */
export const knownFacts: readonly EligibilityFact[] = [
  { key: 'host.type', name: text('单位类型', 'kind of unit'), type: 'name', always: true },
  {
    key: 'host.education_fund_ratio_pct',
    name: text('职工教育经费用于高技能人才的比例', 'share of staff education funds spent on high-skilled people'),
    type: 'decimal',
    unit: percent,
    most: 100,
  },
  {
    key: 'host.skilled_worker_ratio_pct',
    name: text(
      '技能人才占用工总量（含劳务派遣）的比例',
      'share of skilled staff among all workers, agency staff included',
    ),
    type: 'decimal',
    unit: percent,
    most: 100,
  },
  {
    key: 'host.matching_commitment_wan',
    name: text('承诺的配套资金', 'matching funds pledged'),
    type: 'decimal',
    unit: wan,
  },
  { key: 'host.unit', name: text('单位名称', 'name of the unit'), type: 'name', always: true },
  yes('host.is_branch', '以分支机构申报', 'applies as a branch'),
  { key: 'leader.skill_level', name: text('技能等级', 'skill level'), type: 'word', words: skills },
  { key: 'leader.prof_title', name: text('专业技术职称', 'professional title'), type: 'word', words: titles },
  {
    key: 'leader.age_full_years',
    name: text('年龄（周岁）', 'age in full years'),
    type: 'count',
    unit: text('岁', 'years'),
    always: true,
  },
  yes('leader.past_statutory_retirement', '已过法定退休年龄', 'past the statutory retirement age'),
  {
    key: 'leader.months_to_statutory_retirement',
    name: text('距法定退休年龄', 'time to the statutory retirement age'),
    type: 'decimal',
    unit: months,
    always: true,
  },
  yes('leader.in_service', '在职', 'in service'),
  yes('leader.employed', '在聘', 'under contract'),
  yes('leader.works_in_jurisdiction', '在本地工作', 'works in the area'),
  {
    key: 'leader.months_in_workshop_per_year',
    name: text('每年在工作室工作的时间', 'time in the workshop each year'),
    type: 'decimal',
    unit: months,
    most: 12,
  },
  yes('leader.frontline', '在一线工作', 'works on the front line'),
  { key: 'leader.titles', name: text('荣誉称号', 'titles held'), type: 'names' },
  {
    key: 'leader.contest_best',
    name: text('竞赛最好名次', 'best place in a contest'),
    type: 'contest',
    words: regions,
  },
  { key: 'leader.highest_award_level', name: text('技能类奖项', 'skill award'), type: 'word', words: awards },
  {
    key: 'leader.heritage_heir_level',
    name: text('非遗传承人级别', 'level as heir of intangible heritage'),
    type: 'word',
    words: regions,
  },
  yes('leader.claims_traditional_skill', '自述掌握传统技能、民间绝技', 'claims a traditional or folk skill'),
  yes('leader.claims_equivalent_level', '自述具有相当的技能水平', 'claims an equivalent level of skill'),
  yes(
    'leader.social_insurance_unit_is_applicant',
    '社保缴纳单位与申报单位一致',
    'the applicant pays the social insurance',
  ),
  yes('leader.labour_relation_unit_is_applicant', '劳动关系所在单位与申报单位一致', 'the applicant is the employer'),
  {
    key: 'leader.years_at_branch',
    name: text('在该分支机构工作的时间', 'time at the branch'),
    type: 'decimal',
    unit: years,
  },
  yes('leader.leads_other_workshop', '已领办其他工作室', 'leads another workshop'),
  yes('leader.applies_by_exception', '破格申报', 'applies by exception'),
  {
    key: 'team.members_excl_leader',
    name: text('团队成员（不含领办人）', 'members of the team without the leader'),
    type: 'count',
    unit: people,
  },
  {
    key: 'team.formal_staff_excl_leader',
    name: text('正式员工（不含领办人）', 'formal employees without the leader'),
    type: 'count',
    unit: people,
  },
  { key: 'workshop.occupation', name: text('职业（工种）', 'occupation'), type: 'name', always: true },
  yes('workshop.already_named_state_or_region', '已被国家或自治区命名', 'already named at state or regional level'),
  {
    key: 'workshop.failed_assessment_months_ago',
    name: text('距期满考核不合格', 'time since a failed term-end assessment'),
    type: 'decimal',
    unit: months,
  },
  yes(
    'workshop.same_unit_same_occupation_exists',
    '本单位已有相同职业（工种）的工作室',
    'the unit already has a workshop of this occupation',
  ),
  { key: 'workshop.year_built', name: text('获建年份', 'year it was built'), type: 'count' },
  {
    key: 'workshop.built_level',
    name: text('已建工作室的层级', 'level already built'),
    type: 'word',
    words: workshopLevels,
  },
  { key: 'workshop.last_assessment', name: text('最近一次考核评估', 'last assessment'), type: 'word', words: grades },
  yes('workshop.under_rectification', '正在限期整改', 'under rectification'),
  yes('workshop.terminated', '已终止工作', 'terminated'),
  {
    key: 'workshop.migrated_or_leader_changed_months_ago',
    name: text('迁建或变更命名专家以来', 'time since it moved or changed its expert'),
    type: 'decimal',
    unit: months,
  },
  {
    key: 'workshop.assessed_after_change',
    name: text('变更后的考核评估', 'assessment after the change'),
    type: 'word',
    words: grades,
  },
  yes('workshop.plaque_awarded', '已授牌', 'plaque already awarded'),
  yes('workshop.public_money_received', '享受过财政资金', 'public money already received'),
  yes('workshop.report_shows_results', '报告中写明已取得的成效', 'the report shows results'),
  {
    key: 'materials.deeds_chars',
    name: text('事迹材料', 'account of deeds'),
    type: 'count',
    unit: text('字', 'characters'),
  },
  { key: 'materials.evidence_pages', name: text('佐证材料', 'evidence'), type: 'count', unit: text('页', 'pages') },
  yes('materials.evidence_single_pdf', '佐证材料合为一个 PDF', 'evidence is one PDF'),
  { key: 'materials.submitted_at', name: text('报送时间', 'time of submission'), type: 'moment' },
  { key: 'materials.copies_bound', name: text('胶装成册', 'bound copies'), type: 'count', unit: text('份', 'copies') },
  yes(
    'materials.report_endorsed_by_superior',
    '申报报告经上级主管部门审核同意',
    'report endorsed by the superior department',
  ),
]
