/** Sample facts of Urumqi annex 2, for tests: override only what the story needs. */
import type { Facts } from './facts.ts'

/** A sheet with all 100 base points and no bonus. */
export const hundred: Facts = {
  ...{ A1_exists: true, A1_deduct: '0', A2_plan: true, A3_rules_posted: true, A4_sign: true, A5_display: true },
  ...{ B1_matching_wan: '10', B2_area_m2: '30', B3_exists: true, B3_deduct: '0', B4_formal_staff_excl_leader: 2 },
  ...{ C1_deduct: '0', C2_deduct: '0', C3_deduct: '0', C4_deduct: '0', C5_deduct: '0' },
  ...{ D1_plan: true, D1_roster: true, D2_agreement: true, D3_records: true, D4_trained_high_skilled_2y: 5 },
  ...{ E1_deduct: '0', E2_events_per_year: [1, 1], E3_social_service: true },
  ...{ F1_technicians: 0, F1_senior_technicians: 0 },
  ...{ F2_media_evidenced: false, F3_patent_or_award_evidenced: false, F4_paper_or_book_evidenced: false },
}
/** What adds all 10 bonus points to a sheet. */
export const allBonus: Facts = {
  ...{
    F1_technicians: 8,
    F2_media_evidenced: true,
    F3_patent_or_award_evidenced: true,
    F4_paper_or_book_evidenced: true,
  },
}
