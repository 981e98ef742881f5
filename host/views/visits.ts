/** Site visits: plan, records with what follows from them, and what devices have with them. */
import type { FactValue } from '#core/ledger/kinds.ts'
import { sentenceOf } from '#core/refusal.ts'
import type { Facts } from '#core/rubric/facts.ts'
import { takesDeduction } from '#core/rubric/facts.ts'
import { itemsOf } from '#core/scheme/scheme.ts'
import { type Follow, whatFollows } from '#core/visits/follows.ts'
import { gapsIn, photoName } from '#core/visits/photos.ts'
import { type PlanGround, planProblems } from '#core/visits/plan.ts'
import type { VisitStop } from '#core/visits/record.ts'
import { isKept } from '#db/packet-files.ts'
import { allFields } from '#db/queries/packets.ts'
import { allExperts, allMembers, allRecusals } from '#db/queries/people.ts'
import {
  allVisitDrafts,
  allVisitSignatures,
  allVisits,
  planDraft,
  type VisitDraftRecord,
  type VisitRecord,
  visitRoute,
} from '#db/queries/visits.ts'
import type { MyVisitsView, VisitDevice, VisitForm, VisitPlanView, VisitPoint, VisitView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { acceptedPackets, enter, memberIn, type Room, recusedPairs, same } from '../room.ts'
import { factViews } from './packets.ts'
import { readScoring, type Scoring } from './scoring.ts'
import { titleOf } from './titles.ts'

const noDetails: VisitRecord['details'] = {
  visit: '',
  begun: null,
  ended: null,
  team: [],
  checks: [],
  measures: [],
  photos: [],
  struck: [],
  without: [],
}

/** @throws Refused `unknown-round`. */
export function listVisits(ctx: Ctx, { round }: { round: string }): VisitView[] {
  return visitViews(enter(ctx, round))
}

/** The visit of one application, as every list shows it. */
export function visitOf(room: Room, packet: string): VisitView {
  const found = visitViews(room).find((view) => view.packet === packet)
  if (!found) throw new Error(`no such visit: ${packet}`)
  return found
}

/** By number, one for each accepted application. */
export function visitViews(room: Room): VisitView[] {
  const titles = titleOf(room, allFields(room.file))
  const records = new Map(allVisits(room.file).map((row) => [row.packet, row]))
  const route = visitRoute(room.file)
  const signatures = allVisitSignatures(room.file)
  const people = new Map(allExperts(room.file).map(({ id, name }) => [id, name]))
  const nameOf = (expert: string) => people.get(expert) ?? expert
  const factNames = new Map((room.rubric?.facts ?? []).map(({ key, name }) => [key, name]))
  const points = visitPoints(room)
  const pointNames = new Map(points.map(({ id, name }) => [id, name]))
  const devices = devicesOf(room)
  const scoring = readScoring(room)
  return acceptedPackets(room).map(({ id, no }) => {
    const row = records.get(id)
    const { checks, without, ...details } = row?.details ?? noDetails
    const stop = route.find(({ packet }) => packet === id)
    return {
      packet: id,
      no,
      workshop: titles(id).workshop,
      recorded: row !== undefined,
      date: row?.date ?? null,
      place: row?.place ?? '',
      present: row?.present ?? [],
      opinion: row?.opinion ?? '',
      findings: (row?.findings ?? []).map((one) => ({ ...one, name: factNames.get(one.fact) ?? same(one.fact) })),
      at: row?.at ?? null,
      record: row?.record ?? '',
      by: row?.by ?? '',
      ...details,
      checks: checks.map((one) => ({ ...one, name: pointNames.get(one.about) ?? same(one.about) })),
      without: without.map(nameOf),
      follows: row ? followsOf(room, scoring, row) : [],
      signatures: signatures
        .filter(({ packet, record }) => packet === id && record === row?.record)
        .map(({ expert, answer, text, at }) => ({ expert, name: nameOf(expert), answer, text, at })),
      plan: stop ? { ...stop, position: route.indexOf(stop) + 1 } : null,
      devices: devices.filter(({ packet }) => packet === id).map(({ packet: _, ...device }) => device),
      points,
    }
  })
}

/** What the record's changed facts did to the items, by the facts as they are but for those it names. */
function followsOf(room: Room, scoring: Scoring, { packet, findings }: VisitRecord): Follow[] {
  if (!room.rubric || findings.length === 0) return []
  const now = scoring.facts(packet)
  const of = (value: (one: VisitRecord['findings'][number]) => FactValue | null) =>
    Object.fromEntries(findings.map((one) => [one.fact, value(one)]))
  const before: Facts = { ...now, ...of(({ claimed }) => claimed) }
  const after: Facts = { ...now, ...of(({ seen }) => seen) }
  const { fraction } = room.choices
  return whatFollows(room.rubric, { before, after }, fraction ? { fraction } : {})
}

/** Items of the rubric that need eyes, and the document's conditions. */
export function visitPoints(room: Room): VisitPoint[] {
  const items = room.rubric ? itemsOf(room.rubric).filter(({ rule }) => takesDeduction(rule)) : []
  return [
    ...items.map(({ id, name, criterion }) => ({ id, kind: 'item' as const, name, text: criterion })),
    ...room.scheme.conditions.map(({ id, clause, text }) => ({
      id,
      kind: 'condition' as const,
      name: same(clause),
      text,
    })),
  ]
}

type OfPacket = VisitDevice & { packet: string }

/** What every device has said of every visit that it still has with it. */
function devicesOf(room: Room): OfPacket[] {
  const members = new Map(allMembers(room.file).map((member) => [member.expert, member]))
  return allVisitDrafts(room.file).map(({ packet, expert, state, device, at, photos, struck }) => ({
    packet,
    expert,
    name: members.get(expert)?.person.name ?? expert,
    seat: members.get(expert)?.seat ?? 0,
    state,
    device,
    at,
    photos: photos.length,
    missing: photos.filter((photo) => !isKept(room.folder, photo)).map(photoName),
    gaps: gapsIn(photos, struck),
  }))
}

/** What a plan is held against. */
export function planGround(room: Room): PlanGround {
  const titles = titleOf(room, allFields(room.file))
  return {
    packets: new Map(acceptedPackets(room).map(({ id, no }) => [id, `${no} ${titles(id).workshop}`])),
    members: new Map(allMembers(room.file).map(({ expert, person }) => [expert, person.name])),
    isRecused: recusedPairs(allRecusals(room.file)),
  }
}

/** The plan of visits with everybody who may be sent. @throws Refused `unknown-round`. */
export function showPlan(ctx: Ctx, { round }: { round: string }): VisitPlanView {
  const room = enter(ctx, round)
  const titles = titleOf(room, allFields(room.file))
  const recusals = allRecusals(room.file)
  const settled = visitRoute(room.file)
  const draft = planDraft(room.file)
  return {
    settled,
    draft,
    applications: acceptedPackets(room).map(({ id, no }) => {
      const { workshop, unit } = titles(id)
      return { packet: id, no, workshop, unit, place: unit }
    }),
    members: allMembers(room.file).map(({ expert, seat, person }) => ({
      expert,
      name: person.name,
      seat,
      recusedFrom: recusals.filter((one) => one.expert === expert).map(({ packet }) => packet),
    })),
    problems: planProblems(draft?.stops ?? settled, planGround(room)).map((problem) => ({
      'zh-CN': sentenceOf(problem, 'zh-CN'),
      en: sentenceOf(problem, 'en'),
    })),
  }
}

/** The visits one member is sent on, in the order of the route. @throws Refused `unknown-round`, `not-allowed`. */
export function listMyVisits(ctx: Ctx, { round, expert }: { round: string; expert: string }): MyVisitsView {
  const room = enter(ctx, round)
  const member = memberIn(ctx, room, expert)
  const views = new Map(visitViews(room).map((view) => [view.packet, view]))
  const titles = titleOf(room, allFields(room.file))
  const members = new Map(allMembers(room.file).map((one) => [one.expert, one]))
  const isRecused = recusedPairs(allRecusals(room.file))
  const drafts = new Map(
    allVisitDrafts(room.file)
      .filter((draft) => draft.expert === member.expert)
      .map((draft) => [draft.packet, draft]),
  )
  const visits = visitRoute(room.file).flatMap((plan, at) => {
    const view = views.get(plan.packet)
    if (!view || !plan.team.includes(member.expert) || isRecused(member.expert, plan.packet)) return []
    return {
      packet: plan.packet,
      no: view.no,
      workshop: view.workshop,
      unit: titles(plan.packet).unit,
      plan,
      position: at + 1,
      team: teamOf(plan, members),
      isRecorder: plan.recorder === member.expert,
      facts: factViews(room, plan.packet),
      points: view.points,
      draft: ownDraft(drafts.get(plan.packet)),
      others: view.devices.filter((device) => device.expert !== member.expert),
      final: view.recorded ? view : null,
    }
  })
  return { visits, rubric: room.rubric, hostTime: timestamp(ctx.host) }
}

function teamOf({ team }: VisitStop, members: ReadonlyMap<string, { person: { name: string }; seat: number }>) {
  return team.map((expert) => {
    const { person, seat } = members.get(expert) ?? { person: { name: expert }, seat: 0 }
    return { expert, name: person.name, seat }
  })
}

function ownDraft(row: VisitDraftRecord | undefined) {
  if (!row) return null
  const { state, device, revision, at, form, photos, struck } = row
  return { state, device, revision, at, form: form as VisitForm | null, photos, struck }
}
