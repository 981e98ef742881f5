/** Decisions at random, of every kind that leaves rows behind, about one small round: what devices that meet late may have written. */
import type { Judgement } from '#core/ledger/kinds.ts'

export const experts = ['甲', '乙', '丙'].map((name) => `expert-${name}`)
export const alternates = ['丁', '戊'].map((name) => `expert-${name}`)
const officers = ['己', '庚'].map((name) => `expert-${name}`)
export const everybody = [...experts, ...alternates, ...officers]
export const packets = ['packet-1', 'packet-2']

export type Chance = {
  pick<T>(list: readonly T[]): T
  /** A whole number from 0 up to, and without, `limit`. */
  below(limit: number): number
}

/** What was written, without its moment and its writer. */
export type Made = { readonly kind: string; readonly subject: string; readonly payload: unknown }

export const newPacket = (no: number) => ({ no, source: `样例${no}`, files: [], skipped: [], fields: {}, warnings: [] })

const hash = '5'.repeat(64)
const proof = { file: hash, page: 1 }

/**
 * One decision. It may contradict what others have written meanwhile: that is what merging has to bear.
 * @param chain names what this device makes anew, so that no two devices make the same
 */
export function randomDecision(round: string, chain: string, chance: Chance): Made {
  const { pick } = chance
  // Two who hand in the same sheet, or vote, without knowing of each other are what devices are most often merged over.
  const family = pick([
    scored,
    scored,
    scored,
    scored,
    scored,
    voted,
    voted,
    voted,
    people,
    papers,
    visited,
    deliberated,
    published,
    staged,
  ])
  return family(round, chain, chance)
}

type Family = (round: string, chain: string, chance: Chance) => Made

const scored: Family = (round, chain, { pick, below }) => {
  const packet = pick(packets)
  const place = { packet, expert: pick([...experts, ...alternates]) }
  const judgements: Record<string, Judgement> = { C1: { deduct: String(below(3)), reason: '样例', pins: [] } }
  const sheet = { ...place, judgements, opinion: '', total: String(below(100)) }
  return pick<Made>([
    { kind: 'sheet.submitted', subject: packet, payload: sheet },
    { kind: 'sheet.submitted', subject: packet, payload: { ...sheet, opinion: '样例', total: '90' } },
    { kind: 'sheet.submitted', subject: packet, payload: { ...sheet, judgements: {}, total: null } },
    {
      kind: 'sheet.submitted',
      subject: packet,
      payload: { ...sheet, paper: { first: '样例甲', second: '样例乙', scan: '' } },
    },
    { kind: 'sheet.returned', subject: packet, payload: { ...place, reason: '样例' } },
    {
      kind: 'item.reconsidered',
      subject: packet,
      payload: { ...place, item: 'C1', from: '1', to: String(below(3)), reason: '样例' },
    },
    {
      kind: 'doubt.raised',
      subject: packet,
      payload: { ...place, doubt: `doubt-${chain}-${below(3)}`, item: 'B1', page: proof, text: '样例' },
    },
    {
      kind: 'doubt.answered',
      subject: packet,
      payload: { packet, doubt: `doubt-${chain}-${below(3)}`, answer: `样例${below(9)}` },
    },
    {
      kind: 'reading.arranged',
      subject: round,
      payload: { order: pick(['number', 'random']), farFrom: pick([null, '0.4']), hint: false },
    },
  ])
}

const rule = { base: 'present', numerator: 2, denominator: 3, strict: false }

const voted: Family = (_round, _chain, { pick, below }) => {
  const packet = pick(packets)
  const turn = 1 + below(2)
  const purpose = turn === 1 ? 'first' : pick(['repeat', 'run-off'])
  const list = pick([[packet], packets])
  const counted = { absent: [], for: below(4), against: 0, abstain: 0, needed: 2, passed: pick([true, false]) }
  return pick<Made>([
    {
      kind: 'vote.prepared',
      subject: packet,
      payload: { packets: list, turn, purpose, reason: '样例', maxYes: pick([null, 1]), places: null, rule },
    },
    { kind: 'vote.withdrawn', subject: packet, payload: { packets: list, turn, reason: '样例' } },
    { kind: 'vote.opened', subject: packet, payload: { packet, turn, entitled: experts, recused: [] } },
    ...(['for', 'against', 'abstain', 'invalid'] as const).map((choice) => ({
      kind: 'ballot.cast',
      subject: packet,
      payload: { packet, turn, expert: pick(experts), choice },
    })),
    { kind: 'vote.closed', subject: packet, payload: { packet, turn, ...counted } },
    { kind: 'vote.published', subject: packet, payload: { packets: list, turn } },
  ])
}

const people: Family = (round, _chain, { pick, below }) => {
  const expert = pick([...experts, ...alternates])
  const replaces = pick(experts)
  const conflict = { packet: pick(packets), kind: 'same-unit', note: '' }
  return pick<Made>([
    { kind: 'declaration.made', subject: expert, payload: { conflicts: pick([[], [conflict]]), reason: '' } },
    { kind: 'attendance.taken', subject: round, payload: { present: experts.slice(below(3)) } },
    {
      kind: 'attendance.noted',
      subject: expert,
      payload: {
        expert,
        event: pick(['arrived', 'late', 'left', 'left-early']),
        time: '2026-11-16T01:00:00Z',
        how: 'hand',
      },
    },
    {
      kind: 'alternate.entered',
      subject: replaces,
      payload: { alternate: pick(alternates), replaces, reason: '样例', sheets: [] },
    },
    { kind: 'chair.named', subject: expert, payload: { expert, how: 'appointed', votes: [], note: '' } },
    {
      kind: 'officers.named',
      subject: round,
      payload: {
        officers: officers.slice(below(2)).map((one) => ({ expert: one, role: pick(['supervisor', 'caller']) })),
      },
    },
    { kind: 'panel.constituted', subject: round, payload: { members: experts, chair: pick(experts), alternates } },
    {
      kind: 'expert.listed',
      subject: pick(everybody),
      payload: { name: `样例${below(9)}`, unit: '样例', post: '', phone: '', sourceKind: '', specialty: '' },
    },
  ])
}

const papers: Family = (round, chain, { pick, below }) => {
  const packet = pick(packets)
  const fresh = `packet-${chain}-${below(1_000_000)}`
  return pick<Made>([
    { kind: 'packet.imported', subject: fresh, payload: newPacket(3) },
    { kind: 'packet.imported', subject: packet, payload: { ...newPacket(1), version: 2 } },
    { kind: 'import.finished', subject: round, payload: { imported: [], refused: [], cancelled: false } },
    { kind: 'recommended.listed', subject: `样例${below(2)}`, payload: { source: '样例', rows: [] } },
    {
      kind: 'fact.recorded',
      subject: packet,
      payload: { key: 'B1_matching_wan', from: null, value: String(below(9)), proof, note: '', visit: null },
    },
    {
      kind: 'field.corrected',
      subject: packet,
      payload: { field: 'unit', from: null, to: `样例${below(9)}`, reason: '样例' },
    },
    ...(['accepted', 'returned', 'unchecked'] as const).map((outcome) => ({
      kind: 'packet.checked',
      subject: packet,
      payload: { outcome, note: '样例', materials: {} },
    })),
    { kind: 'packet.withdrawn', subject: packet, payload: { reason: '样例', person: '样例' } },
    {
      kind: 'eligibility.recorded',
      subject: packet,
      payload: { key: 'leader.age', from: null, value: below(60), proof: null, note: '' },
    },
    {
      kind: 'eligibility.decided',
      subject: packet,
      payload: { rule: 'R1', machine: 'judge', verdict: pick(['met', 'not-met']), person: '样例', reason: '' },
    },
  ])
}

const visited: Family = (round, chain, { pick, below }) => {
  const packet = pick(packets)
  const stop = {
    packet,
    date: '2026-11-20',
    time: null,
    place: '样例',
    team: experts,
    lead: experts[0],
    recorder: experts[1],
  }
  const seen = { fact: 'B1_matching_wan', claimed: '5', seen: String(below(9)), note: '' }
  return pick<Made>([
    { kind: 'visits.planned', subject: round, payload: { stops: pick([[], [stop]]), note: '' } },
    {
      kind: 'visit.recorded',
      subject: packet,
      payload: {
        packet,
        date: '2026-11-20',
        place: '样例',
        present: experts,
        opinion: `样例${below(9)}`,
        findings: pick([[], [seen]]),
        visit: `visit-${chain}`,
      },
    },
    {
      kind: 'visit.signed',
      subject: packet,
      payload: { packet, record: hash, expert: pick(experts), answer: 'agree', text: '' },
    },
  ])
}

const deliberated: Family = (round, _chain, { pick, below }) => {
  const packet = pick(packets)
  return pick<Made>([
    {
      kind: 'minutes.recorded',
      subject: packet,
      payload: { packet, text: `样例${below(9)}`, dissents: [], present: experts },
    },
    {
      kind: 'list.settled',
      subject: round,
      payload: { rows: packets.map((one, at) => ({ packet: one, place: pick([null, at + 1]), reason: '样例' })) },
    },
    {
      kind: 'line.decided',
      subject: round,
      payload: { secondVote: { [packet]: below(4) }, exceptions: {}, reason: '样例' },
    },
    {
      kind: 'choice.adopted',
      subject: round,
      payload: { choice: 'aggregation', value: pick(['mean', 'trimmed-mean']), note: '' },
    },
  ])
}

const published: Family = (round, chain, { pick, below }) => {
  const packet = pick(packets)
  const objection = `objection-${chain}-${below(2)}`
  return pick<Made>([
    {
      kind: 'result.frozen',
      subject: round,
      payload: {
        rows: packets.map((one) => ({ packet: one, rank: null, score: null, grade: null, decision: '样例' })),
      },
    },
    {
      kind: 'list.published',
      subject: round,
      payload: {
        posted: '2026-11-20',
        length: 5,
        unit: 'working',
        place: '样例',
        order: pick(['strokes', 'number']),
        firstDay: '2026-11-21',
        lastDay: '2026-11-27',
        nextStep: '2026-11-28',
      },
    },
    {
      kind: 'objection.recorded',
      subject: objection,
      payload: { packet, received: '2026-11-22', from: '样例', text: '样例' },
    },
    {
      kind: 'objection.decided',
      subject: objection,
      payload: { outcome: pick(['upheld', 'rejected']), reason: '样例' },
    },
  ])
}

const staged: Family = (_round, _chain, { pick }) => {
  const stage = pick(['import', 'panel', 'reading'])
  return pick<Made>([
    { kind: 'stage.closed', subject: stage, payload: { stage, next: null } },
    { kind: 'reopening.asked', subject: stage, payload: { stage, reason: '样例' } },
    {
      kind: 'reopening.decided',
      subject: stage,
      payload: { stage, granted: pick([true, false]), decidedBy: '样例', note: '', stages: [stage] },
    },
  ])
}
