/** An expert's own work: the list of applications, and one sheet with the packet beside it. */
import { createHash } from 'node:crypto'
import { decimal, exact, sum } from '#core/exact/exact.ts'
import type { Entry } from '#core/ledger/entry.ts'
import type { Payload } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { mayDo } from '#core/round/stages.ts'
import { factsOfRule } from '#core/rubric/facts.ts'
import { clauseOf, itemsOf, type Rubric, type RubricBlock } from '#core/scheme/scheme.ts'
import { allFields, fieldsOf, filesOf } from '#db/queries/packets.ts'
import { allMembers, allSeatKeys } from '#db/queries/people.ts'
import { allReconsiderations, arrangement, entriesAbout } from '#db/queries/scoring.ts'
import { markSeen, oneSheet } from '#db/queries/sheets.ts'
import { whileLedgerStands } from '#db/while-ledger-stands.ts'
import type { FactView, ItemView, ProgressView, SheetRow, SheetState, SheetView, VersionView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import {
  acceptedPackets,
  demandStage,
  demandUnconflicted,
  enter,
  type Member,
  memberIn,
  packetIn,
  type Room,
} from '../room.ts'
import { doubtViews } from './doubts.ts'
import { factViews, fieldViews, fileViews } from './packets.ts'
import { heardAt } from './panel.ts'
import { panelNow } from './panel-rules.ts'
import { readScoring, type Scoring } from './scoring.ts'
import { farnessIn } from './second-round.ts'
import { titleOf } from './titles.ts'

/** "My applications" of one panel member. */
export function listSheets(ctx: Ctx, { round, expert }: { round: string; expert: string }): SheetRow[] {
  const room = enter(ctx, round)
  return sheetRows(room, memberIn(ctx, room, expert).expert)
}

function sheetRows(room: Room, expert: string): SheetRow[] {
  const scoring = readScoring(room)
  const titles = titleOf(room, allFields(room.file))
  return inReadingOrder(room, expert).map(({ id, no }) => {
    const { workshop, unit, occupation } = titles(id)
    return { packet: id, no, workshop, unit, occupation, ...standing(scoring, { expert, packet: id }) }
  })
}

/** By number, or shuffled so that no application is read first by everybody; the same for one expert every time. */
function inReadingOrder(room: Room, expert: string) {
  const packets = acceptedPackets(room)
  if (arrangement(room.file).order === 'number') return packets
  const place = (packet: string) => createHash('sha256').update(`${room.id}/${expert}/${packet}`).digest('hex')
  return packets.toSorted((a, b) => place(a.id).localeCompare(place(b.id)))
}

/** How far one sheet is. The total is shown once nothing is open. */
function standing(scoring: Scoring, pair: { expert: string; packet: string }) {
  const state = scoring.state(pair)
  const total = state === 'recused' ? undefined : scoring.assessment(pair)?.total
  return {
    state,
    open: scoring.waiting(pair).length,
    items: scoring.judged(pair.packet).length,
    total: total ? decimal(total) : null,
    returned: scoring.record(pair)?.returnedFor ?? null,
    savedAt: scoring.record(pair)?.savedAt ?? null,
  }
}

/**
 * One sheet with its packet. Opening it is noted: the list then says "seen".
 * @throws Refused `declaration-missing`, `recused`, `wrong-stage`, `unknown-packet`, `not-on-panel`.
 */
export function showSheet(ctx: Ctx, input: { round: string; expert: string; packet: string }): SheetView {
  const room = enter(ctx, input.round)
  const member = memberIn(ctx, room, input.expert)
  packetIn(room, input.packet)
  demandStage(room, 'read-packets', ctx.caller.lang)
  demandUnconflicted(room, member, input.packet)
  const place = { expert: member.expert, packet: input.packet }
  if (mayDo('score', room.stage) && !oneSheet(room.file, place)) {
    markSeen(room.file, place)
    ctx.host.announce(room.id, ['sheets'])
  }
  return sheetView(room, member, input.packet)
}

/** Doubts and second looks of the whole round. */
const remarksIn = (room: Room) => ({ doubts: doubtViews(room), looks: allReconsiderations(room.file) })

/** The entries that handed in and gave back the sheets about one application. */
function sheetEntriesOf({ file }: Room, packet: string) {
  return {
    submissions: entriesAbout(file, 'sheet.submitted', packet),
    returns: entriesAbout(file, 'sheet.returned', packet),
  }
}

/** What all sheets about one application share, read once. */
function aboutPacket(
  room: Room,
  packet: string,
  { doubts, looks } = remarksIn(room),
  entries = sheetEntriesOf(room, packet),
) {
  return {
    ...entries,
    doubts: doubts.filter((doubt) => doubt.packet === packet),
    looks: looks.filter((look) => look.packet === packet),
    /** Items that follow from facts read the same on every sheet. */
    derived: new Map<string, ItemView>(),
    no: packetIn(room, packet).no,
    titles: titleOf(room, fieldsOf(room.file, packet))(packet),
    facts: new Map(factViews(room, packet).map((fact) => [fact.key, fact])),
    fieldViews: fieldViews(room, packet),
    files: fileViews(filesOf(room.file, packet)),
  }
}
type AboutPacket = ReturnType<typeof aboutPacket>

/** The sheet itself; the caller has checked that this person may see it. */
export function sheetView(
  room: Room,
  member: Member,
  packet: string,
  scoring = scoringFor(room, { expert: member.expert, packet }),
  about = whileLedgerStands(room.file, `about ${packet}`, () => aboutPacket(room, packet)),
): SheetView {
  const pair = { expert: member.expert, packet }
  const assessment = scoring.assessment(pair)
  const sheet = scoring.record(pair)
  const spell = (value: Parameters<typeof decimal>[0] | undefined | null) => (value ? decimal(value) : null)
  return {
    packet,
    no: about.no,
    ...about.titles,
    ...standing(scoring, pair),
    expert: member.expert,
    expertName: member.person.name,
    seat: member.seat,
    blocks: room.rubric ? blockViews(room, room.rubric, scoring, pair, about) : [],
    base: spell(assessment?.base),
    bonus: spell(assessment?.bonus),
    grade: assessment?.grade ?? null,
    opinion: sheet?.opinion ?? '',
    openItems: scoring.waiting(pair),
    submittedAt: sheet?.submittedAt ?? null,
    entryHash: sheet?.entryHash ?? null,
    paper: sheet?.paper ?? null,
    reopened: sheet?.returnedFor != null && isOwnReturn(about, pair),
    versions: versionsOf(about, pair),
    looks: looksOf(room, about, pair.expert),
    doubts: about.doubts.filter(({ expert }) => expert === member.expert),
    rubricTitle: room.rubric?.title ?? null,
    rubricClause: room.rubric && clauseOf(room.rubric.origin),
    fieldViews: about.fieldViews,
    files: about.files,
  }
}

/** What one sheet needs: a hint while scoring compares it with the others', everything else rests on itself. */
function scoringFor(room: Room, pair: { expert: string; packet: string }): Scoring {
  return hintsNow(room) ? readScoring(room) : readScoring(room, pair)
}

const hintsNow = (room: Room) => mayDo('score', room.stage) && arrangement(room.file).hint

/** What this expert said of items on a second look, in points. */
function looksOf(room: Room, about: AboutPacket, expert: string): SheetView['looks'] {
  const maxima = new Map(room.rubric ? itemsOf(room.rubric).map(({ id, max }) => [id, exact(max)]) : [])
  const points = (item: string, deduct: string) => decimal((maxima.get(item) ?? exact('0')).sub(exact(deduct)))
  return about.looks
    .filter((look) => look.expert === expert)
    .map(({ item, from, to, reason, at }) => ({ item, from: points(item, from), to: points(item, to), reason, at }))
}

function returnsOf({ returns }: AboutPacket, expert: string) {
  return returns
    .map(({ at, by, payload }) => ({ at, by, payload: payload as Payload<'sheet.returned'> }))
    .filter(({ payload }) => payload.expert === expert)
}

function isOwnReturn(about: AboutPacket, { expert }: { expert: string }): boolean {
  return returnsOf(about, expert).at(-1)?.by.expert === expert
}

/** The versions of a sheet as the ledger has them. */
function versionsOf(about: AboutPacket, { expert }: { expert: string }): VersionView[] {
  const returns = returnsOf(about, expert)
  return about.submissions
    .map(({ at, payload }) => ({ at, payload: payload as Payload<'sheet.submitted'> }))
    .filter(({ payload }) => payload.expert === expert)
    .map(({ at, payload }, index) => {
      const opened = index === 0 ? undefined : returns.findLast((each) => each.at <= at)
      return {
        version: index + 1,
        at,
        total: payload.total,
        paper: payload.paper ?? null,
        because: opened ? { reason: opened.payload.reason, own: opened.by.expert === expert } : null,
      }
    })
}

function blockViews(
  room: Room,
  rubric: Rubric,
  scoring: Scoring,
  pair: { expert: string; packet: string },
  { facts, derived }: AboutPacket,
): SheetView['blocks'] {
  const assessment = scoring.assessment(pair)
  const judgements = scoring.judgements(pair)
  const judged = new Map(scoring.judged(pair.packet).map((item) => [item.id, item]))
  const isFar = hintsNow(room) ? farnessIn(room, scoring) : () => false
  const itemView = (item: RubricBlock['items'][number]): ItemView => {
    const judgement = judged.get(item.id)
    const known = judgement ? undefined : derived.get(item.id)
    if (known) return known
    const points = assessment?.items[item.id]
    const view: ItemView = {
      id: item.id,
      name: item.name,
      max: item.max,
      criterion: item.criterion,
      kind: judgement ? 'judgement' : 'fact',
      points: points ? decimal(points) : null,
      derivation: assessment?.derivations[item.id] ?? null,
      facts: factsOfRule(item.rule)
        .map((key) => facts.get(key))
        .filter((fact): fact is FactView => fact !== undefined),
      judgement: judgements[item.id] ?? null,
      maxDeduct: judgement ? decimal(judgement.max) : null,
      mustDeduct: judgement?.mustDeduct ?? false,
      isFar: judgement !== undefined && isFar(pair, item.id),
    }
    if (!judgement) derived.set(item.id, view)
    return view
  }
  return rubric.blocks.map((block) => {
    const subtotal = assessment?.subtotals[block.id]
    return {
      id: block.id,
      name: block.name,
      bonus: block.bonus,
      subtotal: subtotal ? decimal(subtotal) : null,
      max: decimal(sum(block.items.map(({ max }) => exact(max)))),
      items: block.items.map(itemView),
    }
  })
}

/**
 * Every submitted sheet, by seat, then by application, for the papers. `entries` are those of the whole round.
 * @throws Refused `blind` before scoring is closed.
 */
export function submittedSheets(room: Room, scoring: Scoring, entries: readonly Entry[]): SheetView[] {
  if (!room.closed.has('reading')) refuse('blind')
  const remarks = remarksIn(room)
  const members = allMembers(room.file)
  const of = (kind: Entry['kind']) =>
    Map.groupBy(
      entries.filter((entry) => entry.kind === kind),
      ({ subject }) => subject,
    )
  const [submissions, returns] = [of('sheet.submitted'), of('sheet.returned')]
  const views = acceptedPackets(room).flatMap(({ id }) => {
    const submitted = members.filter(({ expert }) => scoring.state({ expert, packet: id }) === 'submitted')
    const own = { submissions: submissions.get(id) ?? [], returns: returns.get(id) ?? [] }
    const about = aboutPacket(room, id, remarks, own)
    return submitted.map((member) => sheetView(room, member, id, scoring, about))
  })
  return views.toSorted((one, other) => one.seat - other.seat)
}

/** Who is how far with what: states only, never a score. */
export function showProgress(ctx: Ctx, { round }: { round: string }): ProgressView {
  const room = enter(ctx, round)
  const scoring = readScoring(room)
  const members = allMembers(room.file)
  const titles = titleOf(room, allFields(room.file))
  const joined = new Set(
    allSeatKeys(room.file)
      .filter(({ sessionHash }) => sessionHash)
      .map(({ expert }) => expert),
  )
  const verdict = panelNow(room).applications
  const rows = acceptedPackets(room).map(({ id, no }) => ({
    packet: id,
    no,
    workshop: titles(id).workshop,
    unit: titles(id).unit,
    states: members.map(({ expert }) => scoring.state({ expert, packet: id })),
    active: verdict[id]?.active ?? 0,
    valid: verdict[id]?.valid ?? false,
  }))
  return {
    stage: room.stage,
    seats: members.map(({ expert, seat, person }) => ({
      expert,
      seat,
      name: person.name,
      joined: joined.has(expert),
      lastHeard: heardAt(ctx, round, expert),
    })),
    rows,
    counts: countStates(rows.flatMap(({ states }) => states)),
  }
}

/** How many sheets are in each state. */
export function countStates(states: readonly SheetState[]): Record<SheetState, number> {
  const counts: Record<SheetState, number> = { unseen: 0, seen: 0, draft: 0, submitted: 0, recused: 0 }
  for (const state of states) counts[state] += 1
  return counts
}
