/** The panel: who is listed, who sits where, who may act on which application. */
import { text } from '#core/lang.ts'
import type { Payload } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { allFields, allPackets } from '#db/queries/packets.ts'
import {
  allAlternates,
  allExperts,
  allFormerMembers,
  allMembers,
  allOfficers,
  allRecusals,
  allSeatKeys,
  type ExpertRecord,
} from '#db/queries/people.ts'
import { wholePool } from '#db/queries/pool.ts'
import type { AlternateView, DeclarationView, ExpertView, MeView, PanelView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, type Member, memberIn, type Room } from '../room.ts'
import { sealOf } from '../seal.ts'
import { seatedIn } from '../seats.ts'
import { conflictsToAsk, constitutionProblems, panelNow } from './panel-rules.ts'
import { warningsOf } from './situation.ts'
import { titleOf } from './titles.ts'

const expertView = ({ id, name, unit, post, phone, sourceKind, specialty }: ExpertRecord): ExpertView => ({
  expert: id,
  name,
  unit,
  post,
  phone,
  sourceKind,
  specialty,
})

/** Everybody listed in the round, on the panel or not. */
export function listExperts(ctx: Ctx, { round }: { round: string }): ExpertView[] {
  return allExperts(enter(ctx, round).file).map(expertView)
}

/** When each seat's device was last heard; null for a seat no device has joined. */
export function heardAt(ctx: Ctx, round: string, expert: string): string | null {
  return ctx.host.heard.get(`${round}/${expert}`) ?? null
}

const problemWords = {
  below_minimum: text('有效评委少于规定人数', 'fewer experts than required'),
  even_number: text('有效评委为偶数', 'an even number of experts'),
  duplicate_member: text('名单重复', 'a member is listed twice'),
  unknown_member: text('回避名单中有非专家组成员', 'a recusal names somebody who is not on the panel'),
}

/** The panel as the secretariat sees it. */
export function showPanel(ctx: Ctx, { round }: { round: string }): PanelView {
  const room = enter(ctx, round)
  const members = allMembers(room.file)
  const joined = new Set(
    allSeatKeys(room.file)
      .filter(({ sessionHash }) => sessionHash)
      .map(({ expert }) => expert),
  )
  const titles = titleOf(room, allFields(room.file))
  const verdict = panelNow(room)
  return {
    constituted: members.length > 0,
    chair: chairOf(room, members),
    wanted: { minimum: room.activity.panel.minimum, parity: room.activity.panel.parity },
    members: members.map(({ person, seat, chair, present, declaredAt }) => ({
      ...expertView(person),
      seat,
      chair,
      present,
      declared: declaredAt !== null,
      joined: joined.has(person.id),
      lastHeard: heardAt(ctx, round, person.id),
    })),
    alternates: alternateViews(room),
    officers: allOfficers(room.file).flatMap(({ expert, role }) =>
      allExperts(room.file)
        .filter(({ id }) => id === expert)
        .map((person) => ({ ...expertView(person), role })),
    ),
    experts: allExperts(room.file).map(expertView),
    problems: constitutionProblems(
      room,
      members.map(({ expert }) => expert),
    ),
    warnings: warningsOf(room),
    applications: allPackets(room.file)
      .filter(({ id }) => verdict.applications[id])
      .map(({ id, no }) => {
        const { active, valid, problems } = verdict.applications[id] ?? { active: 0, valid: false, problems: [] }
        return {
          packet: id,
          no,
          workshop: titles(id).workshop,
          active,
          valid,
          problems: problems.map((p) => problemWords[p]),
        }
      }),
    recusals: allRecusals(room.file),
    suggested: conflictsToAsk(room, wholePool(ctx.host.store.device)),
  }
}

/** Who chairs and how: by the last naming, else as the panel was constituted. */
function chairOf(room: Room, members: readonly Member[]): PanelView['chair'] {
  const chair = members.find((member) => member.chair)
  if (!chair) return null
  const { expert, person } = chair
  const entry = allEntries(room.file).findLast(
    ({ kind, subject }) => (kind === 'chair.named' && subject === expert) || kind === 'panel.constituted',
  )
  const named = entry?.kind === 'chair.named' ? (entry.payload as Payload<'chair.named'>) : null
  const names = new Map(allExperts(room.file).map(({ id, name }) => [id, name]))
  return {
    expert,
    name: person.name,
    how: named?.how ?? 'appointed',
    votes: (named?.votes ?? []).map((one) => ({ name: names.get(one.expert) ?? one.expert, votes: one.votes })),
    note: named?.note ?? '',
    at: entry?.at ?? '',
  }
}

function alternateViews(room: Room): AlternateView[] {
  const people = new Map(allExperts(room.file).map((person) => [person.id, person]))
  const former = new Map(allFormerMembers(room.file).map((row) => [row.expert, row.seat]))
  return allAlternates(room.file).flatMap(({ expert, replaces, reason, at }) => {
    const person = people.get(expert)
    if (!person) return []
    const entered = replaces
      ? { seat: former.get(replaces) ?? 0, name: people.get(replaces)?.name ?? '', reason: reason ?? '', at: at ?? '' }
      : null
    return [{ ...expertView(person), entered }]
  })
}

/** What one expert declares: each application with what the data suggests and what was said. */
export function showDeclaration(ctx: Ctx, { round, expert }: { round: string; expert: string }): DeclarationView {
  const room = enter(ctx, round)
  const member = memberIn(ctx, room, expert)
  const titles = titleOf(room, allFields(room.file))
  const suggested = new Map(
    conflictsToAsk(room, wholePool(ctx.host.store.device))
      .filter((conflict) => conflict.expert === expert)
      .map(({ packet, why }) => [packet, why]),
  )
  const said = new Map(
    allRecusals(room.file)
      .filter((recusal) => recusal.expert === expert)
      .map(({ packet, kind, note }) => [packet, { kind, note }]),
  )
  return {
    expert,
    name: member.person.name,
    seat: member.seat,
    declared: member.declaredAt !== null,
    applications: acceptedPackets(room).map(({ id, no }) => {
      const { workshop, unit, leader } = titles(id)
      return {
        packet: id,
        no,
        workshop,
        unit,
        leader,
        suggested: suggested.get(id) ?? null,
        conflict: said.get(id) ?? null,
      }
    }),
  }
}

/** The seat's own card: which round, who, where things stand. */
export function showMe(ctx: Ctx, { round, expert }: { round: string; expert: string }): MeView {
  const room = enter(ctx, round)
  if (ctx.caller.seat && ctx.caller.seat.expert !== expert) refuse('not-allowed')
  const seated = seatedIn(room).find((one) => one.expert === expert) ?? refuse('not-on-panel', { expert })
  const member = allMembers(room.file).find((one) => one.expert === expert)
  const stage = room.stages.find(({ id }) => id === room.stage)
  return {
    round,
    roundTitle: room.row.title,
    organiser: room.row.organiser,
    activityName: room.activity.name,
    expert,
    name: seated.name,
    unit: allExperts(room.file).find(({ id }) => id === expert)?.unit ?? '',
    seat: seated.seat,
    role: seated.role,
    chair: seated.role === 'chair',
    declared: (member?.declaredAt ?? null) !== null,
    stage: room.stage,
    stageName: stage?.name ?? { 'zh-CN': room.stage, en: room.stage },
    withRubric: room.rubric !== null,
    seal: ctx.caller.seat ? sealOf(ctx.host, round, expert) : null,
  }
}
