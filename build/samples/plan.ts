/** What the twelve sample packets say: the facts, and on which page of 证明材料.pdf each one can be seen. */
import { applicants } from './applicants.ts'
import { experts } from './experts.ts'

/** The facts of the Urumqi rubric that papers can show, with their values in the shape `rules.assess` takes. */
export type SampleFacts = {
  readonly A1_exists: boolean
  readonly A2_plan: boolean
  readonly A3_rules_posted: boolean
  readonly A4_sign: boolean
  readonly A5_display: boolean
  readonly B1_matching_wan: string
  readonly B2_area_m2: string
  readonly B3_exists: boolean
  readonly B4_formal_staff_excl_leader: number
  readonly D1_plan: boolean
  readonly D1_roster: boolean
  readonly D2_agreement: boolean
  readonly D3_records: boolean
  readonly D4_trained_high_skilled_2y: number
  readonly E2_events_per_year: readonly [number, number]
  readonly E3_social_service: boolean
  readonly F1_technicians: number
  readonly F1_senior_technicians: number
  readonly F2_media_evidenced: boolean
  readonly F3_patent_or_award_evidenced: boolean
  readonly F4_paper_or_book_evidenced: boolean
}
export type FactKey = keyof SampleFacts

/** How the office that made the packet filled in the form and packed it. */
export type Habit = {
  /** `split`: two tables and an annexed list; `wide`: labels with full-width spaces; `many`: rows added; `sparse`: gaps. */
  readonly form: 'plain' | 'split' | 'wide' | 'many' | 'sparse'
  /** A folder, or a zip whose names are UTF-8, GBK without the flag, or under one more folder with rubbish beside. */
  readonly packing: 'folder' | 'zip' | 'zip-gbk' | 'zip-nested'
  /** True when 证明材料.pdf was printed from Word instead of scanned. */
  readonly textLayer: boolean
}

export type Person = { readonly name: string; readonly skill: string; readonly age: number; readonly deeds: string }
export type Award = {
  readonly item: string
  readonly name: string
  readonly grantor: string
  readonly grade: string
  readonly rank: string
  readonly year: string
}

/** One invented applicant. Everything on its papers comes from here. */
export type Applicant = {
  readonly number: number
  readonly stem: string
  readonly unit: string
  readonly unitKind: string
  readonly district: string
  readonly occupation: string
  readonly leader: {
    readonly name: string
    readonly sex: '男' | '女'
    readonly ethnicity: string
    readonly politics: string
    readonly born: string
    readonly workSince: string
    readonly education: string
    readonly post: string
    readonly skill: string
    readonly idNumber: string
    readonly mobile: string
    readonly officePhone: string
    readonly address: string
  }
  readonly workshop: string
  readonly place: string
  readonly members: readonly Person[]
  readonly awards: readonly Award[]
  readonly deeds: string
  readonly profile: string
  readonly direction: string
  readonly goals: string
  /** The parts of {@link SampleFacts.B1_matching_wan}, one bank slip each. */
  readonly vouchers: readonly string[]
  /** Length and width in metres of the learning place; their product is the area. */
  readonly room: readonly [string, string]
  readonly trainees: readonly { readonly name: string; readonly level: '高级工' | '技师' | '高级技师' }[]
  readonly equipment: readonly string[]
  readonly facts: SampleFacts
  readonly habit: Habit
}

/** Kinds of pages 证明材料.pdf can have, in the order an office binds them. */
export const pageKinds = [
  'contents',
  'licence',
  'certificate',
  'organisation',
  'year-plan',
  'photos',
  'vouchers',
  'drawing',
  'equipment',
  'contracts',
  'training',
  'agreement',
  'records',
  'trainees',
  'events',
  'media',
  'patent',
  'paper',
] as const
export type PageKind = (typeof pageKinds)[number]

const provenBy: Record<FactKey, PageKind> = {
  A1_exists: 'organisation',
  A2_plan: 'year-plan',
  A3_rules_posted: 'photos',
  A4_sign: 'photos',
  A5_display: 'photos',
  B1_matching_wan: 'vouchers',
  B2_area_m2: 'drawing',
  B3_exists: 'equipment',
  B4_formal_staff_excl_leader: 'contracts',
  D1_plan: 'training',
  D1_roster: 'training',
  D2_agreement: 'agreement',
  D3_records: 'records',
  D4_trained_high_skilled_2y: 'trainees',
  E2_events_per_year: 'events',
  E3_social_service: 'events',
  F1_technicians: 'trainees',
  F1_senior_technicians: 'trainees',
  F2_media_evidenced: 'media',
  F3_patent_or_award_evidenced: 'patent',
  F4_paper_or_book_evidenced: 'paper',
}
export const factKeys = Object.keys(provenBy) as FactKey[]

/** True when a fact is nothing: a no, a zero, no event in any year. */
export function isNothing(value: SampleFacts[FactKey]): boolean {
  return typeof value === 'object' ? value.every((count) => count === 0) : value === false || Number(value) === 0
}

/** The pages bound for one applicant: the first three always, the others when they have something to show. */
export function pagesOf(applicant: Applicant): PageKind[] {
  return pageKinds.filter((kind, at) => {
    return at < 3 || factKeys.some((key) => provenBy[key] === kind && !isNothing(applicant.facts[key]))
  })
}

/** The page (from 1) that shows a fact; a fact that is nothing is stated as 无 in the contents on page 1. */
export function pageProving(applicant: Applicant, key: FactKey): number {
  return isNothing(applicant.facts[key]) ? 1 : pagesOf(applicant).indexOf(provenBy[key]) + 1
}

/** Name of an applicant's folder or zip inside `packets/`. */
export function sourceName({ number, unit, habit }: Applicant): string {
  return `${String(number).padStart(2, '0')}-${unit}${habit.packing === 'folder' ? '' : '.zip'}`
}

/** The content of plan.json. */
export function planForDemo() {
  return {
    applicants: applicants.map((applicant) => ({
      source: `packets/${sourceName(applicant)}`,
      workshop: applicant.workshop,
      unit: applicant.unit,
      leader: applicant.leader.name,
      occupation: applicant.occupation,
      district: applicant.district,
      facts: Object.fromEntries(
        factKeys.map((key) => [key, { value: applicant.facts[key], page: pageProving(applicant, key) }]),
      ),
    })),
    experts,
  }
}
