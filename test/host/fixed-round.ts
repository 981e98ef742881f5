/** A term assessment of three applications by five experts, on facts and judgements chosen so that a person can add up. */
import type { FactValue, Judgement } from '#core/ledger/kinds.ts'
import { type Desk, type SmallRound, smallRound, type TestHost } from '#test/room.ts'

/** Everything there, 36 ㎡, two formal employees, five trained, an event in each year: 100 points less deductions. */
const everything: Record<string, FactValue> = {
  A1_exists: true,
  A2_plan: true,
  A3_rules_posted: true,
  A4_sign: true,
  A5_display: true,
  B1_matching_wan: '12',
  B2_area_m2: '36',
  B3_exists: true,
  B4_formal_staff_excl_leader: 2,
  D1_plan: true,
  D1_roster: true,
  D2_agreement: true,
  D3_records: true,
  D4_trained_high_skilled_2y: 5,
  E2_events_per_year: [1, 2],
  E3_social_service: true,
  F1_technicians: 0,
  F1_senior_technicians: 0,
  F2_media_evidenced: false,
  F3_patent_or_award_evidenced: false,
  F4_paper_or_book_evidenced: false,
}

/** What the papers of each application show. */
export const fixedFacts = [
  // 100 by facts, bonus 2×0.5 + 1 + 2 = 4.
  { ...everything, F1_technicians: 2, F1_senior_technicians: 1, F2_media_evidenced: true },
  // No sign −2; 7.4 万 is 2.6 short, 20 − 5.2; 28 ㎡; one employee 2.5; no roster −1; three trained 15: 79.3 by facts.
  {
    ...everything,
    A4_sign: false,
    B1_matching_wan: '7.4',
    B2_area_m2: '28',
    B4_formal_staff_excl_leader: 1,
    D1_roster: false,
    D4_trained_high_skilled_2y: 3,
    E2_events_per_year: [1, 0],
  },
  // 8 万, 16 of 20; four trained, 20 of 25; 91 by facts, media +2.
  { ...everything, B1_matching_wan: '8', D4_trained_high_skilled_2y: 4, F2_media_evidenced: true },
] as const satisfies Record<string, FactValue>[]

type Deductions = Readonly<Record<string, string>>
/** What each expert takes off, application by application; items not named lose nothing. Null: recused. */
export const fixedDeductions: readonly (readonly (Deductions | null)[])[] = [
  // 104, 103.5, 102.75, 102, 102
  [{}, { C1: '0.5' }, { C1: '1', E1: '0.25' }, { B3: '2' }, { A1: '0.5', C5: '1.5' }],
  // 77.8, 77.3, 76.8, recused, 71.3
  [{ B2: '0.5', E2: '1' }, { B2: '1', C3: '1' }, { B2: '1', E2: '1.5' }, null, { B2: '2', E2: '3', C1: '3' }],
  // 91, 90, 90, 93, 88.5
  [{ C1: '2' }, { C2: '3' }, { C3: '3' }, {}, { C4: '2.5', E1: '2' }],
]

/** What each takes off for 29 ㎡ once the visit has measured it. */
export const afterVisit = { B2: '0.5' } as const

const alwaysJudged = ['A1', 'B3', 'C1', 'C2', 'C3', 'C4', 'C5', 'E1']
// Only the second application has a place below 30 ㎡ and a year without an event.
const alsoJudged = [[], ['B2', 'E2'], []] as const

/** Deductions as a whole sheet. */
export function sheetOf(application: number, deductions: Deductions): Record<string, Judgement> {
  const items = new Set([...alwaysJudged, ...(alsoJudged[application] ?? []), ...Object.keys(deductions)])
  return Object.fromEntries(
    [...items].map((item) => {
      const deduct = deductions[item] ?? '0'
      return [item, { deduct, reason: deduct === '0' ? '' : `${item} 佐证不足`, pins: [] }]
    }),
  )
}

export type FixedRound = SmallRound & { desk: Desk }

/** Up to the close of scoring; the fourth expert is recused from the second application. */
export async function playFixedScoring(room: TestHost): Promise<FixedRound> {
  const { desk } = room
  const made = await smallRound(room, { activity: 'term-assessment', upTo: 'recusal' })
  const { round, packets, experts } = made
  const note = '组织单位会议确定'
  await desk.rounds.adopt({ round, choice: 'fraction', value: 'linear', note })
  await desk.rounds.adopt({ round, choice: 'bonus-in-grade', value: true, note })
  await desk.rounds.adopt({ round, choice: 'aggregation', value: 'mean', note })
  const rule = { numerator: 2, denominator: 3, strict: false, base: 'present' as const }
  await desk.rounds.adopt({ round, choice: 'vote-rule', value: rule, note })
  for (const [index, facts] of fixedFacts.entries()) {
    const entries = Object.entries(facts) as [string, FactValue][]
    await desk.facts.record({
      round,
      packet: packets[index] ?? '',
      facts: entries.map(([key, value]) => ({ key, value, note: '按证明材料' })),
    })
  }
  for (const [seat, expert] of experts.entries()) {
    const conflicts = seat === 3 ? [{ packet: packets[1], kind: 'teacher-or-student' as const, note: '师徒' }] : []
    await desk.recusals.declare({ round, expert, conflicts })
  }
  await desk.stages.close({ round, stage: 'recusal' })
  for (const [application, sheets] of fixedDeductions.entries()) {
    for (const [seat, deductions] of sheets.entries()) {
      if (deductions) await submit(desk, made, { application, seat, deductions })
    }
  }
  await desk.stages.close({ round, stage: 'reading' })
  return { ...made, desk }
}

async function submit(
  desk: Desk,
  { round, packets, experts }: SmallRound,
  { application, seat, deductions }: { application: number; seat: number; deductions: Deductions },
): Promise<void> {
  await desk.sheets.submit({
    round,
    expert: experts[seat] ?? '',
    packet: packets[application] ?? '',
    judgements: sheetOf(application, deductions),
    opinion: '',
  })
}

/** The visits: the third application's place is 29 ㎡, not 36. */
export async function visitAll({ desk, round, packets }: FixedRound): Promise<void> {
  for (const [index, packet] of packets.entries()) {
    await desk.visits.record({
      round,
      packet,
      date: '2026-11-18',
      place: '工作室现场',
      present: ['评样一', '评样二', '记录员'],
      opinion: index === 2 ? '学习交流场所实测 29 ㎡。' : '与申报材料一致。',
      findings: index === 2 ? [{ fact: 'B2_area_m2', seen: '29', note: '现场丈量' }] : [],
    })
  }
}

/** The five sheets that the visit sent back come in again, each half a point lower. */
export async function submitAgain(made: FixedRound): Promise<void> {
  for (const [seat, deductions] of (fixedDeductions[2] ?? []).entries()) {
    await submit(made.desk, made, { application: 2, seat, deductions: { ...deductions, ...afterVisit } })
  }
}

/** Minutes of every application, the third with a dissent. */
export async function deliberate({ desk, round, packets, experts }: FixedRound): Promise<void> {
  await desk.stages.close({ round, stage: 'visit' })
  for (const packet of packets) {
    const dissents = packet === packets[2] ? [{ expert: experts[3], text: '面积不足，应整改后再评。' }] : []
    await desk.minutes.record({ round, packet, text: '逐项评议，意见一致。', dissents })
  }
}

/** The votes: 5 of 5 for the first; 3 to 1 for the second; 2, 1 and 1 of 4 present for the third. */
export async function vote({ desk, round, packets, experts }: FixedRound): Promise<void> {
  await desk.stages.close({ round, stage: 'deliberation' })
  const ballots = [
    ['for', 'for', 'for', 'for', 'for'],
    ['for', 'for', 'against', null, 'for'],
    ['for', 'against', 'abstain', 'for', null],
  ] as const
  for (const [index, packet] of packets.entries()) {
    if (index === 2) await desk.panel.attend({ round, present: experts.slice(0, 4) })
    await desk.votes.open({ round, packet })
    for (const [seat, choice] of (ballots[index] ?? []).entries()) {
      if (choice)
        await desk.votes.cast({
          round,
          packet,
          expert: experts[seat] ?? '',
          choice,
          second: { name: '监票人', choice },
        })
    }
    await desk.votes.close({ round, packet })
  }
  await desk.stages.close({ round, stage: 'vote' })
}

/** The whole round, to the frozen result. */
export async function playFixedRound(room: TestHost): Promise<FixedRound> {
  const made = await playFixedScoring(room)
  await visitAll(made)
  await deliberate(made)
  await submitAgain(made)
  await vote(made)
  await made.desk.results.freeze({ round: made.round })
  await made.desk.stages.close({ round: made.round, stage: 'result' })
  return made
}
