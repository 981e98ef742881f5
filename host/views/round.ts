/** One round at a glance, and the list of all. */

import { combineHeads } from '#core/ledger/entry.ts'
import { Refused } from '#core/refusal.ts'
import { diskRefusal } from '#db/disk.ts'
import { chainHeads, countEntries } from '#db/queries/ledger.ts'
import { allPackets } from '#db/queries/packets.ts'
import { allExperts } from '#db/queries/people.ts'
import { choiceRows } from '#db/queries/rounds.ts'
import type { ChoiceView, RoundSummary, RoundView, StageView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter, type Room, same } from '../room.ts'
import { choiceInWords, isFrozenChoice, offeredChoices } from './choices.ts'
import { missingNow, warningsOf } from './situation.ts'

/** Every round of this store, the newest first. */
export function listRounds(ctx: Ctx): RoundSummary[] {
  return ctx.host.store
    .rounds()
    .map(({ id, createdAt }) => readable(ctx, id, createdAt))
    .toReversed()
}

/** One damaged round must not hide the others: it is listed with what is wrong. */
function readable(ctx: Ctx, id: string, createdAt: string): RoundSummary {
  try {
    return summaryOf(enter(ctx, id))
  } catch (error) {
    const trouble = error instanceof Refused ? error.refusal : diskRefusal(error, ctx.host.store.folderOf(id))
    if (!trouble) throw error
    const nothing = same('')
    return {
      round: id,
      title: id,
      organiser: '',
      scheme: '',
      schemeShort: nothing,
      documentNumber: '',
      activity: '',
      activityName: nothing,
      stage: 'import',
      stageName: nothing,
      packets: 0,
      experts: 0,
      createdAt,
      sample: false,
      trouble,
    }
  }
}

/** @throws Refused `unknown-round`. */
export function showRound(ctx: Ctx, { round }: { round: string }): RoundView {
  const room = enter(ctx, round)
  return {
    ...summaryOf(room),
    document: room.scheme.document,
    schemeTitle: room.scheme.title,
    blocks: (room.rubric?.blocks ?? []).map(({ id, name, bonus }) => ({ id, name, bonus })),
    withRubric: room.rubric !== null,
    withVote: room.withVote,
    decision: room.decision,
    stages: stageViews(room),
    choices: choiceViews(room),
    missing: missingNow(room),
    warnings: warningsOf(room),
    ledger: { entries: countEntries(room.file), head: ledgerHead(room) },
    frozen: room.frozen,
  }
}

/** The fingerprint of the round's ledger as it stands. */
export function ledgerHead(room: Pick<Room, 'file'>): string {
  return combineHeads(chainHeads(room.file))
}

/** The stage ribbon. */
export function stageViews(room: Room): StageView[] {
  return room.stages.map(({ id, name, origin, leaves }) => ({
    id,
    name,
    origin,
    leaves,
    state: room.closed.has(id) ? 'done' : id === room.stage ? 'now' : 'ahead',
    closedAt: room.closed.get(id) ?? null,
  }))
}

function choiceViews(room: Room): ChoiceView[] {
  const made = new Map(choiceRows(room.file).map((row) => [row.choice, row]))
  return offeredChoices(room).map(({ id, name, why }) => ({
    id,
    name,
    why,
    value: made.get(id)?.value ?? null,
    shown: choiceInWords(room.choices, id),
    adoptedAt: made.get(id)?.at ?? null,
    note: made.get(id)?.note ?? '',
    offered: id === 'decision' ? (room.activity.decision.offered ?? []) : [],
    frozen: isFrozenChoice(room, id),
    optional: id === 'own-rubric' || id === 'line',
  }))
}

function summaryOf(room: Room): RoundSummary {
  const { row, scheme, activity } = room
  const now = room.stages.find(({ id }) => id === room.stage)
  return {
    round: row.id,
    title: row.title,
    organiser: row.organiser,
    scheme: scheme.id,
    schemeShort: scheme.short,
    documentNumber: scheme.document.number,
    activity: activity.id,
    activityName: activity.name,
    stage: room.stage,
    stageName: now?.name ?? { 'zh-CN': room.stage, en: room.stage },
    packets: allPackets(room.file).length,
    experts: allExperts(room.file).length,
    createdAt: row.createdAt,
    sample: row.sample,
  }
}
