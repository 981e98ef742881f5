/** The panel against the round's rules: at its constitution, and for each application as things stand. */
import { type Text, text } from '#core/lang.ts'
import {
  type ConflictHint,
  type PanelAnswer,
  type PanelProblem,
  panelValidity,
  suggestedConflicts,
} from '#core/panel/validity.ts'
import { type Refusal, refusal, sentenceOf } from '#core/refusal.ts'
import { clauseOf } from '#core/scheme/scheme.ts'
import { allFields, allPackets } from '#db/queries/packets.ts'
import { allExperts, allMembers, allRecusals } from '#db/queries/people.ts'
import type { PoolRecord } from '#db/queries/pool.ts'
import type { Room } from '../room.ts'
import { titleOf } from './titles.ts'

/** Validity now: of the panel, and for each accepted application after recusals and absences. */
export function panelNow(room: Room): PanelAnswer {
  const members = allMembers(room.file)
  const recusals: Record<string, string[]> = {}
  for (const { id, state } of allPackets(room.file)) if (state === 'accepted') recusals[id] = []
  // A member whose seat an alternate took is not on the panel any more.
  const sitting = new Set(members.map(({ expert }) => expert))
  for (const { packet, expert } of allRecusals(room.file)) if (sitting.has(expert)) recusals[packet]?.push(expert)
  return panelValidity({
    members: members.map(({ expert }) => expert),
    minimum: room.activity.panel.minimum,
    parity: room.activity.panel.parity,
    recusals,
    absent: members.filter(({ present }) => !present).map(({ expert }) => expert),
    alternates: [],
  })
}

/** What is wrong with a list of members, as refusals in the order in which to mend them. */
export function constitutionRefusals(room: Room, members: readonly string[]): Refusal[] {
  const { minimum, parity } = room.activity.panel
  const verdict = panelValidity({ members, minimum, parity, recusals: {}, absent: [], alternates: [] })
  const names = new Map(allExperts(room.file).map(({ id, name }) => [id, name]))
  const doubled = [...new Set(members.filter((member, index) => members.indexOf(member) !== index))]
  const refusals: Record<PanelProblem, Refusal> = {
    duplicate_member: refusal('duplicate-member', { members: doubled.map((id) => names.get(id) ?? id) }),
    below_minimum: refusal('small-panel', { count: verdict.distinct, minimum }),
    even_number: refusal('even-panel', { count: verdict.distinct }),
    unknown_member: refusal('bad-input', { problems: 'unknown_member' }),
  }
  return [...verdict.problems.map((problem) => refusals[problem]), ...fromApplicants(room, members)]
}

/** Where the scheme keeps everybody from an applicant unit off the panel (Luzhou 第七条（四）2, as it must mean). */
function fromApplicants(room: Room, members: readonly string[]): Refusal[] {
  const { excludes } = room.activity.panel
  if (excludes?.applied !== 'applicant-units') return []
  const titles = titleOf(room, allFields(room.file))
  const sitting = allExperts(room.file).filter(({ id }) => members.includes(id))
  const packets = allPackets(room.file).map(({ id }) => ({ id, unit: titles(id).unit }))
  const ids = new Set(suggestedConflicts({ experts: sitting, packets }).map(({ expert }) => expert))
  const barred = sitting.filter(({ id }) => ids.has(id)).map(({ name, unit }) => `${name}（${unit}）`)
  if (barred.length === 0) return []
  const clause = excludes.literal?.clause ?? clauseOf(excludes.origin) ?? ''
  return [refusal('applicant-on-panel', { members: barred, clause })]
}

/** The same as sentences. */
export function constitutionProblems(room: Room, members: readonly string[]): Text[] {
  if (members.length === 0) return []
  return constitutionRefusals(room, members).map((reason) =>
    text(sentenceOf(reason, 'zh-CN'), sentenceOf(reason, 'en')),
  )
}

const hintWords: Readonly<Record<ConflictHint, (unit: string) => Text>> = {
  'same-unit': (unit) => text(`与申报单位同为“${unit}”`, `works for the applicant unit, ${unit}`),
  'former-unit': (unit) =>
    text(`专家库记有您曾在“${unit}”任职`, `the pool of experts names ${unit} among your former employers`),
  'same-team': () => text('申报表的人员名单里有与您同名的人', 'somebody of your name is on the team in the form'),
}

/**
 * Conflicts that the data suggests; a person decides.
 * @param pool the people this device knows, for their former units
 */
export function conflictsToAsk(
  room: Room,
  pool: readonly Pick<PoolRecord, 'name' | 'unit' | 'pastUnits'>[],
): { packet: string; expert: string; why: Text }[] {
  const fields = allFields(room.file)
  const titles = titleOf(room, fields)
  const known = new Map(pool.map(({ name, unit, pastUnits }) => [`${name}/${unit}`, pastUnits]))
  const experts = allMembers(room.file).map(({ expert, person: { name, unit } }) => ({
    id: expert,
    name,
    unit,
    pastUnits: known.get(`${name}/${unit}`) ?? [],
  }))
  const fieldOf = (packet: string, name: string) =>
    fields.find((field) => field.packet === packet && field.field === name)?.value
  const packets = allPackets(room.file).map(({ id }) => {
    const { unit, leader } = titles(id)
    const [leaderUnit, members] = [fieldOf(id, 'leader_unit'), fieldOf(id, 'members')]
    const team = [leader, ...(Array.isArray(members) ? members.map(({ name = '' }) => name) : [])]
    return { id, unit, ...(typeof leaderUnit === 'string' && { leaderUnit }), team }
  })
  return suggestedConflicts({ experts, packets }).map(({ expert, packet, unit, hint }) => ({
    expert,
    packet,
    why: hintWords[hint](unit),
  }))
}
