/** Sample facts for tests: an application that has everything. Override only what the story needs. */

export type SampleFacts = Record<string, Record<string, unknown>>

/** An enterprise's application that every mechanical rule of the five schemes passes. */
export const sound: SampleFacts = {
  host: {
    type: '企业',
    education_fund_ratio_pct: '65',
    skilled_worker_ratio_pct: '40',
    matching_commitment_wan: '12',
    unit: '测试机械有限公司',
    is_branch: false,
  },
  leader: {
    skill_level: '高级技师',
    prof_title: null,
    age_full_years: 48,
    past_statutory_retirement: false,
    months_to_statutory_retirement: 140,
    in_service: true,
    employed: true,
    works_in_jurisdiction: true,
    months_in_workshop_per_year: 10,
    frontline: true,
    titles: ['全国技术能手'],
    contest_best: ['省级', 2],
    highest_award_level: '省部级',
    heritage_heir_level: null,
    claims_traditional_skill: false,
    claims_equivalent_level: false,
    social_insurance_unit_is_applicant: true,
    labour_relation_unit_is_applicant: true,
    years_at_branch: null,
    leads_other_workshop: false,
    applies_by_exception: false,
  },
  team: { members_excl_leader: 6, formal_staff_excl_leader: 4 },
  workshop: {
    occupation: '钳工',
    already_named_state_or_region: false,
    failed_assessment_months_ago: null,
    same_unit_same_occupation_exists: false,
    year_built: null,
    built_level: null,
    last_assessment: null,
    under_rectification: false,
    terminated: false,
    migrated_or_leader_changed_months_ago: null,
    assessed_after_change: null,
    plaque_awarded: false,
    public_money_received: false,
    report_shows_results: true,
  },
  materials: {
    deeds_chars: 1500,
    evidence_pages: 20,
    evidence_single_pdf: true,
    submitted_at: '2024-07-15T18:00:00+08:00',
    copies_bound: 3,
    report_endorsed_by_superior: true,
  },
}

/** The sound application with some facts changed ("group.name": value); `undefined` takes the fact away. */
export function soundBut(changes: Record<string, unknown>): SampleFacts {
  const facts: SampleFacts = Object.fromEntries(Object.entries(sound).map(([group, within]) => [group, { ...within }]))
  for (const [key, value] of Object.entries(changes)) {
    const [group = '', name = ''] = key.split('.')
    const within = facts[group] ?? {}
    facts[group] = within
    if (value === undefined) delete within[name]
    else within[name] = value
  }
  return facts
}
