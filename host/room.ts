/** One round as acts and views meet it: its file, its scheme, its choices, where it stands. */
import { type Text, text } from '#core/lang.ts'
import type { Actor, Entry } from '#core/ledger/entry.ts'
import { refuse } from '#core/refusal.ts'
import type { Choices } from '#core/round/choices.ts'
import {
  type Deed,
  decisionOf,
  deedStages,
  mayDo,
  stageName,
  stageNow,
  stagesOf,
  usesRubric,
  usesVote,
} from '#core/round/stages.ts'
import {
  type Activity,
  activityOf,
  type DecisionKind,
  type Rubric,
  rubricOf,
  type Scheme,
  type StageDefinition,
  type StageId,
} from '#core/scheme/scheme.ts'
import type { RoundFile, WriteHandle } from '#db/open.ts'
import { allPackets, onePacket, type PacketRecord } from '#db/queries/packets.ts'
import { allExperts, allMembers, allRecusals, type ExpertRecord, type RecusalRecord } from '#db/queries/people.ts'
import { choicesMade, frozenResult, type RoundRow, stagesClosed, theRound } from '#db/queries/rounds.ts'
import { type Decision, record } from '#db/record.ts'
import { whileLedgerStands } from '#db/while-ledger-stands.ts'
import type { Topic } from './api/shapes.ts'
import { type Ctx, timestamp } from './host.ts'
import { signaturesOf } from './signing/act-signatures.ts'

export type Member = ReturnType<typeof allMembers>[number]

export type Room = {
  readonly id: string
  readonly file: RoundFile
  readonly folder: string
  readonly row: RoundRow
  readonly scheme: Scheme
  readonly activity: Activity
  readonly choices: Choices
  /** The rubric experts fill; null where this round has none. */
  readonly rubric: Rubric | null
  readonly withVote: boolean
  /** What decides; null until the organiser has chosen where the document is silent. */
  readonly decision: DecisionKind | null
  readonly stages: readonly StageDefinition[]
  readonly closed: ReadonlyMap<StageId, string>
  readonly stage: StageId
  readonly frozen: boolean
  /** An archive that is only looked at. */
  readonly readOnly: boolean
}

/**
 * Opens a round for one act or view.
 * @throws Refused `unknown-round`; `not-signed-in` when a seat asks for a round that is not its own.
 */
export function enter({ host, caller }: Ctx, round: string): Room {
  if (caller.seat && caller.seat.round !== round) refuse('not-signed-in')
  const file = host.store.round(round)
  return {
    ...whileLedgerStands(file, 'standing', () => readStanding(file, round)),
    folder: host.store.folderOf(round),
    readOnly: host.store.isReadOnly(round),
  }
}

/** What the ledger says of the round as a whole. */
function readStanding(file: RoundFile, round: string): Omit<Room, 'folder' | 'readOnly'> {
  const row = theRound(file)
  if (!row) return refuse('unknown-round', { round })
  const scheme = row.schemeData
  const activity = activityOf(scheme, row.activity)
  if (!activity) return refuse('unknown-activity', { scheme: scheme.id, activity: row.activity, known: [] })
  const choices = choicesMade(file)
  const stages = stagesOf(activity, choices)
  const closed = stagesClosed(file)
  return {
    id: round,
    file,
    row,
    scheme,
    activity,
    choices,
    rubric: usesRubric(activity, choices) ? (choices['own-rubric'] ?? rubricOf(scheme, activity) ?? null) : null,
    withVote: usesVote(activity, choices),
    decision: decisionOf(activity, choices),
    stages,
    closed,
    stage: stageNow(stages, closed).id,
    frozen: frozenResult(file) !== null,
  }
}

/** @throws Refused `read-only-round`; `wrong-stage`, with the stage's own names. */
export function demandStage(room: Room, deed: Deed, lang: keyof Text = 'zh-CN'): void {
  if (room.readOnly) refuse('read-only-round')
  if (mayDo(deed, room.stage)) return
  const name = (stage: StageId) => stageName(room.scheme, room.row.activity, stage)[lang]
  const needed = deedStages[deed].filter((stage) => room.stages.some(({ id }) => id === stage)).map(name)
  refuse('wrong-stage', { now: name(room.stage), needed })
}

/** The person an act is written down for. A seat acts for its own expert only, whoever the input names. */
export function actorOf({ caller }: Ctx, expert?: { id: string; name: string }): Actor {
  if (expert) return { role: 'expert', name: expert.name, expert: expert.id, door: caller.door }
  return { role: caller.role, name: caller.name, door: caller.door }
}

/**
 * Writes decisions of one act together, signed by whoever has a key, and tells everybody what changed.
 * @throws Refused `signature-needed`, `signature-wrong`.
 */
export function decide(
  ctx: Ctx,
  room: Pick<Room, 'id' | 'file'>,
  decisions: readonly Omit<Decision, 'at'>[],
  topics: readonly Topic[],
  alongside?: (handle: WriteHandle) => void,
  at = timestamp(ctx.host),
): Entry[] {
  if (ctx.host.store.isReadOnly(room.id)) refuse('read-only-round')
  const dated = decisions.map((decision) => ({ ...decision, at }) as Decision)
  const signatures = signaturesOf(ctx, room, dated)
  const signed = dated.map((decision, index) => ({ ...decision, signature: signatures[index] ?? null }))
  const entries = record(room.file, { round: room.id, chain: ctx.host.store.chain }, signed, alongside)
  ctx.host.announce(room.id, topics)
  return entries
}

/** @throws Refused `unknown-packet`. */
export function packetIn(room: Room, packet: string): PacketRecord {
  const found = whileLedgerStands(room.file, `packet ${packet}`, () => onePacket(room.file, packet))
  return found ?? refuse('unknown-packet', { packet })
}

/** The applications that passed the material check, by number. */
export function acceptedPackets(room: Room): PacketRecord[] {
  return allPackets(room.file).filter(({ state }) => state === 'accepted')
}

/** @throws Refused `unknown-expert`. */
export function expertIn(room: Room, expert: string): ExpertRecord {
  return allExperts(room.file).find(({ id }) => id === expert) ?? refuse('unknown-expert', { expert })
}

/**
 * The panel member an act is for; a seat may name only its own expert.
 * @throws Refused `not-allowed`, `not-on-panel`.
 */
export function memberIn(ctx: Ctx, room: Room, expert: string): Member {
  if (ctx.caller.seat && ctx.caller.seat.expert !== expert) refuse('not-allowed')
  const members = whileLedgerStands(room.file, 'members', () => allMembers(room.file))
  return members.find((member) => member.expert === expert) ?? refuse('not-on-panel', { expert })
}

/** Fast look-up of who is recused from what. */
export function recusedPairs(recusals: readonly RecusalRecord[]): (expert: string, packet: string) => boolean {
  const pairs = new Set(recusals.map(({ expert, packet }) => `${expert}/${packet}`))
  return (expert, packet) => pairs.has(`${expert}/${packet}`)
}

/** @throws Refused `recused`, `declaration-missing`: nobody opens a paper before declaring, or against a recusal. */
export function demandUnconflicted(room: Room, member: Member, packet: string): void {
  if (!member.declaredAt) refuse('declaration-missing')
  const isRecused = whileLedgerStands(room.file, 'recused', () => recusedPairs(allRecusals(room.file)))
  if (isRecused(member.expert, packet)) refuse('recused')
}

/** A text that reads the same in both languages: a name out of a packet, say. */
export const same = (words: string): Text => text(words, words)
