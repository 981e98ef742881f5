/** What the sample papers prove for a rubric: the plan's own facts, those of the same meaning, and invented ones. */
import type { FactValue } from '#core/ledger/kinds.ts'
import type { FactDefinition, Rubric } from '#core/scheme/scheme.ts'
import type { SamplePlan } from './plan.ts'

export type SampleFacts = SamplePlan['applicants'][number]['facts']

/** Facts of other rubrics that the same sample page proves. */
const sameMeaning: Record<string, string> = {
  backbones_trained: 'D4_trained_high_skilled_2y',
  trained_two_years: 'D4_trained_high_skilled_2y',
  trained: 'D4_trained_high_skilled_2y',
  qualified_members: 'B4_formal_staff_excl_leader',
  matching_wan: 'B1_matching_wan',
  social_service: 'E3_social_service',
  agreement: 'D2_agreement',
  records: 'D3_records',
  events_per_year: 'E2_events_per_year',
  plans_per_year: 'E2_events_per_year',
  exists: 'B3_exists',
}

/** A value for every fact of the rubric. `strength` from 0 (strong) to 4 (weak) colours the invented ones. */
export function sampleFacts(rubric: Rubric, planned: SampleFacts, strength: number): SampleFacts {
  return Object.fromEntries(
    rubric.facts.map((fact, index) => {
      const known = planned[fact.key] ?? planned[sameMeaning[fact.key.replace(/^[A-Z]\d+_/, '')] ?? '']
      const fits = known !== undefined && isOf(fact, known.value)
      return [fact.key, fits ? known : { value: invented(fact, (index + strength) % 5), page: 4 + (index % 8) }]
    }),
  )
}

function isOf({ type }: FactDefinition, value: FactValue): boolean {
  switch (type) {
    case 'yes-no':
      return typeof value === 'boolean'
    case 'decimal':
      return typeof value === 'string'
    case 'count':
      return typeof value === 'number'
    case 'counts-per-year':
      return Array.isArray(value)
  }
}

function invented({ type }: FactDefinition, weakness: number): FactValue {
  switch (type) {
    case 'yes-no':
      return weakness < 4
    case 'decimal':
      return String(60 - 5 * weakness)
    case 'count':
      return 8 - weakness
    case 'counts-per-year':
      return weakness < 4 ? [2, 1] : [1, 0]
  }
}
