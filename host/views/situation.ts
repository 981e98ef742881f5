/** The snapshot that stage gates judge, and the warnings that stop nothing. */
import { type Text, text } from '#core/lang.ts'
import { countingOf } from '#core/ranking/counting.ts'
import { type MissingPoint, missingFor, type Situation } from '#core/round/gates.ts'
import { secretary } from '#core/signing/act.ts'
import { allFacts, allFields, allPackets } from '#db/queries/packets.ts'
import { allAlternates, allExperts, allMembers, allRecusals } from '#db/queries/people.ts'
import { allMinutes } from '#db/queries/room.ts'
import { allSheets } from '#db/queries/sheets.ts'
import { allVisits } from '#db/queries/visits.ts'
import { acceptedPackets, type Room, recusedPairs } from '../room.ts'
import { roundKeys } from '../signing/act-signatures.ts'
import { signingPeople } from '../signing/people.ts'
import { signingState } from '../signing/workbook.ts'
import { scoringChoicesMissing } from './choices.ts'
import { isFromSeveral, proofOf } from './completeness.ts'
import { finalListState } from './final-list.ts'
import { constitutionProblems, panelNow } from './panel-rules.ts'
import { readScoring, type Scoring } from './scoring.ts'
import { titleOf } from './titles.ts'
import { votesOf } from './votes.ts'

/** Gathers everything the gates look at. */
export function situationOf(room: Room, scoring: Scoring = readScoring(room)): Situation {
  const { file } = room
  const titles = titleOf(room, allFields(file))
  const wantedFacts = room.rubric?.facts.map(({ key }) => key) ?? []
  const recorded = new Set(allFacts(file).map(({ packet, key }) => `${packet}/${key}`))
  const visited = new Set(allVisits(file).map(({ packet }) => packet))
  const minuted = new Set(allMinutes(file).map(({ packet }) => packet))
  const votes = new Map(room.withVote ? votesOf(room).votes.map((vote) => [vote.packet, vote]) : [])
  const packets = allPackets(file)
  const members = allMembers(file)
  return {
    packets: packets.map(({ id, no, state }) => ({
      packet: id,
      no,
      state,
      workshop: titles(id).workshop,
      missingFacts: wantedFacts.filter((key) => !recorded.has(`${id}/${key}`)).length,
      visited: visited.has(id),
      minuted: minuted.has(id),
      voteClosed: votes.get(id)?.state === 'closed',
      voteTied: votes.get(id)?.tally?.tied ?? false,
    })),
    panelConstituted: members.length > 0,
    panelProblems: constitutionProblems(
      room,
      members.map(({ expert }) => expert),
    ),
    members: members.map(({ expert, seat, person, declaredAt }) => ({
      expert,
      seat,
      name: person.name,
      declared: declaredAt !== null,
    })),
    openSheets: packets
      .filter(({ state }) => state === 'accepted')
      .flatMap(({ id, no }) =>
        members
          .filter(({ expert }) => {
            const state = scoring.state({ expert, packet: id })
            return state !== 'submitted' && state !== 'recused'
          })
          .map(({ expert, seat }) => ({ expert, seat, packet: id, no })),
      ),
    tooFewToTrim: tooFewToTrim(room, titles),
    unproved: unprovedSheets(room),
    choicesMissing: scoringChoicesMissing(room).map(({ id, name }) => ({ choice: id, name })),
    finalList: finalListState(room, scoring),
    resultFrozen: room.frozen,
  }
}

/** Only where work of several devices has come together is there anything to prove here. */
function unprovedSheets(room: Room): Situation['unproved'] {
  if (!isFromSeveral(room)) return []
  return proofOf(room).pairs.flatMap(({ expert, seat, packet, no, state }) =>
    state === 'stale' || state === 'duplicate' || state === 'altered' ? [{ expert, seat, packet, no, why: state }] : [],
  )
}

/** A trimmed mean drops two scores and is refused below five. */
function tooFewToTrim(room: Room, titles: (packet: string) => { workshop: string }): Situation['tooFewToTrim'] {
  if (!room.rubric || countingOf(room.choices.aggregation).method !== 'trimmed-mean') return []
  const members = allMembers(room.file)
  const recused = recusedPairs(allRecusals(room.file))
  return acceptedPackets(room)
    .map(({ id, no }) => ({
      packet: id,
      no,
      workshop: titles(id).workshop,
      active: members.filter(({ expert }) => !recused(expert, id)).length,
    }))
    .filter(({ active }) => active < 5)
}

/** Everything that keeps the present stage from being closed. */
export function missingNow(room: Room): MissingPoint[] {
  const stage = room.stages.find(({ id }) => id === room.stage)
  if (!stage || room.closed.has(stage.id)) return []
  const now = situationOf(room)
  return stage.gates.flatMap((gate) => missingFor(gate, now))
}

/** What the chair should know but what stops nothing: numbers after recusals, panel sources that are missing. */
export function warningsOf(room: Room): Text[] {
  const members = allMembers(room.file)
  if (members.length === 0) return []
  const titles = titleOf(room, allFields(room.file))
  const thin = Object.entries(panelNow(room).applications)
    .filter(([, application]) => !application.valid)
    .map(([packet, { active }]) => {
      const { workshop } = titles(packet)
      return text(
        `“${workshop}”回避、缺席后有效评委 ${active} 人`,
        `"${workshop}" has ${active} acting experts after recusals and absences`,
      )
    })
  const notes = [...thin, ...steppedIn(room), ...returnedSheets(room, titles), ...unsigned(room)]
  const present = new Set(members.map(({ person }) => person.sourceKind))
  const missing = room.activity.panel.sources.filter((source) => !present.has(source['zh-CN']))
  const [first] = missing
  if (!first) return notes
  const list = (lang: 'zh-CN' | 'en', join: string) => missing.map((source) => source[lang]).join(join)
  const sources = text(
    `专家组中没有来自${list('zh-CN', '、')}的专家`,
    `The panel has no expert from: ${list('en', ', ')}`,
  )
  return [...notes, sources]
}

/** Whose answer or signature is still to come when the round comes to its end: silence is never consent. */
function unsigned(room: Room): Text[] {
  const keys = roundKeys(room.file)
  if (room.stage !== 'export' || keys.authority === null) return []
  const silent = signingPeople(room, keys).filter(({ person, answer }) => person !== secretary && answer === null)
  const state = signingState(room)
  const open = state?.signers.filter(({ signed }) => signed === null) ?? []
  const list = (people: readonly { name: string }[], join: string) => people.map(({ name }) => name).join(join)
  return [
    ...(silent.length > 0
      ? [text(`还没有表态：${list(silent, '、')}`, `No answer yet from: ${list(silent, ', ')}`)]
      : []),
    ...(state === null ? [text('结果工作簿还没有封定、签名', 'The workbook is not sealed and signed yet')] : []),
    ...(open.length > 0 ? [text(`还没有签名：${list(open, '、')}`, `Not signed yet by: ${list(open, ', ')}`)] : []),
  ]
}

/** What an alternate's entry made void, and what the alternate still has to do. */
function steppedIn(room: Room): Text[] {
  const members = new Map(allMembers(room.file).map((member) => [member.expert, member]))
  const names = new Map(allExperts(room.file).map(({ id, name }) => [id, name]))
  const scoring = readScoring(room)
  return allAlternates(room.file).flatMap(({ expert, replaces }) => {
    const member = members.get(expert)
    if (!member || replaces === null) return []
    const packets = acceptedPackets(room).map(({ id }) => id)
    const stateOf = (who: string, packet: string) => scoring.state({ expert: who, packet })
    const voided = packets.filter((packet) => stateOf(replaces, packet) === 'submitted').length
    const open = packets.filter((packet) => !['submitted', 'recused'].includes(stateOf(expert, packet))).length
    const { seat, declaredAt } = member
    const todo = [
      ...(declaredAt === null ? [text('作回避申报', 'declare')] : []),
      ...(open > 0 ? [text(`提交 ${open} 份评分表`, `hand in ${open} sheets`)] : []),
    ]
    if (todo.length === 0) return []
    const [name, former] = [names.get(expert) ?? '', names.get(replaces) ?? '']
    return [
      text(
        `第 ${seat} 席 ${name} 递补入组，${former} 的 ${voided} 份评分表作废；还须${todo.map((one) => one['zh-CN']).join('、')}`,
        `Seat ${seat}: ${name} took the seat of ${former}, whose ${voided} sheets are void; still to do: ${todo.map((one) => one.en).join(', ')}`,
      ),
    ]
  })
}

/** Sheets that a changed fact, or the secretariat, gave back and that have not come in again. */
function returnedSheets(room: Room, titles: (packet: string) => { workshop: string }): Text[] {
  const back = allSheets(room.file).filter(({ state, returnedFor }) => state !== 'submitted' && returnedFor !== null)
  return [...Map.groupBy(back, ({ packet }) => packet)].map(([packet, sheets]) => {
    const { workshop } = titles(packet)
    return text(
      `“${workshop}”有 ${sheets.length} 份评分表已退回，等专家补评后重新提交`,
      `${sheets.length} sheets on "${workshop}" were returned and wait for their experts`,
    )
  })
}
