/** Sheets on paper: what is printed blank, and what there is to enter from one. */
import { readFile } from 'node:fs/promises'
import { decimal } from '#core/exact/exact.ts'
import type { Text } from '#core/lang.ts'
import { refuse } from '#core/refusal.ts'
import { judgementItems } from '#core/rubric/assess.ts'
import { readPaperCode } from '#core/rubric/paper-entry.ts'
import { paperScans } from '#core/rubric/paper-scans.ts'
import { itemsOf } from '#core/scheme/scheme.ts'
import { pathOf } from '#db/packet-files.ts'
import { entriesOf } from '#db/queries/ledger.ts'
import { allFields } from '#db/queries/packets.ts'
import { allMembers, allRecusals } from '#db/queries/people.ts'
import type { PaperFormView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, type Member, memberIn, packetIn, type Room, recusedPairs } from '../room.ts'
import { assessSheet, readScoring } from './scoring.ts'
import { titleOf } from './titles.ts'

/**
 * One sheet to be entered; nothing of what its expert may have written at a seat is in it.
 * @throws Refused `unknown-paper` for a code of another round, `not-on-panel`, `unknown-packet`.
 */
export function showPaperForm(
  ctx: Ctx,
  input: { round: string; expert: string; packet: string } | { round: string; code: string },
): PaperFormView {
  const room = enter(ctx, input.round)
  const place = 'code' in input ? placeOf(room, input.code) : input
  const member = memberIn(ctx, room, place.expert)
  const packet = packetIn(room, place.packet)
  const scoring = readScoring(room)
  const names = new Map(room.rubric ? itemsOf(room.rubric).map(({ id, name }) => [id, name]) : [])
  const judged = room.rubric ? judgementItems(room.rubric, scoring.facts(packet.id)) : []
  return {
    packet: packet.id,
    no: packet.no,
    workshop: titleOf(room, allFields(room.file))(packet.id).workshop,
    expert: member.expert,
    expertName: member.person.name,
    seat: member.seat,
    state: scoring.state({ expert: member.expert, packet: packet.id }),
    withRubric: room.rubric !== null,
    items: judged.map(({ id, max, mustDeduct }) => ({
      id,
      name: names.get(id) ?? { 'zh-CN': id, en: id },
      max: decimal(max),
      mustDeduct,
    })),
  }
}

function placeOf(room: Room, code: string): { expert: string; packet: string } {
  const place = readPaperCode(code)
  const isOurs =
    place?.round === room.id &&
    allMembers(room.file).some(({ expert }) => expert === place.expert) &&
    acceptedPackets(room).some(({ id }) => id === place.packet)
  return place && isOurs ? place : refuse('unknown-paper', { code })
}

/**
 * The scan of a paper sheet, as it was attached. It tells the marks: nobody sees it before scoring is closed.
 * @throws Refused `blind`, `unknown-file`.
 */
export async function readPaperScan(ctx: Ctx, input: { round: string; file: string }): Promise<File> {
  const room = enter(ctx, input.round)
  if (!room.closed.has('reading')) refuse('blind')
  const scan = paperScans(entriesOf(room.file, ['sheet.submitted'])).find(({ sha256 }) => sha256 === input.file)
  if (!scan) return refuse('unknown-file', { file: input.file.slice(0, 12) })
  const bytes = await readFile(pathOf(room.folder, scan.sha256))
  return new File([new Uint8Array(bytes)], scan.name, { type: scan.mime })
}

/** One line of a blank sheet: to be filled in by hand, or settled by facts. */
export type BlankLine = {
  id: string
  name: Text
  criterion: Text
  max: string
  mustDeduct: boolean
  /** Points and their derivation where facts settle the item; null where the expert decides. */
  settled: { points: string; because: Text } | null
  /** The facts of this item are not known yet. */
  open: boolean
}

export type BlankSheet = {
  member: Member
  packet: string
  no: number
  workshop: string
  unit: string
  leader: string
  blocks: { id: string; name: Text; lines: BlankLine[] }[]
}

/** The blank sheets of a round, by seat and then by number; none for whom is recused. */
export function blankSheets(
  room: Room,
  only: { expert?: string | undefined; packet?: string | undefined },
): BlankSheet[] {
  const titles = titleOf(room, allFields(room.file))
  const isRecused = recusedPairs(allRecusals(room.file))
  const blocks = new Map(acceptedPackets(room).map(({ id }) => [id, blankBlocks(room, id)]))
  return allMembers(room.file)
    .filter(({ expert }) => !only.expert || expert === only.expert)
    .flatMap((member) =>
      acceptedPackets(room)
        .filter(({ id }) => (!only.packet || id === only.packet) && !isRecused(member.expert, id))
        .map(({ id, no }) => {
          const { workshop, unit, leader } = titles(id)
          return { member, packet: id, no, workshop, unit, leader, blocks: blocks.get(id) ?? [] }
        }),
    )
}

function blankBlocks(room: Room, packet: string): BlankSheet['blocks'] {
  const { rubric } = room
  if (!rubric) return []
  const facts = readScoring(room).facts(packet)
  const assessment = assessSheet(room, rubric, facts, {})
  const judged = new Map(judgementItems(rubric, facts).map((item) => [item.id, item]))
  return rubric.blocks.map(({ id, name, items }) => ({
    id,
    name,
    lines: items.map((item): BlankLine => {
      const points = assessment.items[item.id]
      const because = assessment.derivations[item.id]
      return {
        id: item.id,
        name: item.name,
        criterion: item.criterion,
        max: item.max,
        mustDeduct: judged.get(item.id)?.mustDeduct ?? false,
        settled: points && because ? { points: decimal(points), because } : null,
        open: !points && !judged.has(item.id),
      }
    }),
  }))
}
