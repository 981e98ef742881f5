/** Whether everything has arrived: every expert on every application, proved from the ledger and not from a counter. */
import { type Knows, knowledgeOf } from '#core/ledger/causality.ts'
import { type Standing, standingVersions } from '#core/ledger/conflicts.ts'
import { canonicalJson, type Entry, hashOf } from '#core/ledger/entry.ts'
import type { Payload } from '#core/ledger/kinds.ts'
import { allEntries, allWaiting, chainHeads } from '#db/queries/ledger.ts'
import { allFields } from '#db/queries/packets.ts'
import { allMembers, allRecusals } from '#db/queries/people.ts'
import { allJudgements, allSheets } from '#db/queries/sheets.ts'
import type { CompletenessView, ConflictView, PairProof } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, type Room, recusedPairs } from '../room.ts'
import { titleOf } from './titles.ts'

type Proof = PairProof['state']
type Pair = { expert: string; packet: string }
const keyOf = ({ expert, packet }: Pair) => `${expert}/${packet}`

/** Every member × accepted application with what the ledger proves of it, and what has not come together yet. */
export function showCompleteness(ctx: Ctx, { round }: { round: string }): CompletenessView {
  const room = enter(ctx, round)
  const { pairs, conflicts, waiting } = proofOf(room)
  return { ok: pairs.every(({ state }) => isFine(state)) && waiting.length === 0, pairs, conflicts, waiting }
}

/** A pair that stands in the way of ranking. */
export const isFine = (state: Proof): boolean => state === 'here' || state === 'recused' || state === 'repeated'

/** Whether work of more than one device is in this round: only then can versions differ or facts be unknown. */
export function isFromSeveral(room: Pick<Room, 'file'>): boolean {
  return chainHeads(room.file).length > 1 || allWaiting(room.file).length > 0
}

/** The proof itself. */
export function proofOf(room: Room): Omit<CompletenessView, 'ok'> {
  const entries = allEntries(room.file)
  const standing = new Map(
    standingVersions(entries)
      .filter(({ about }) => about === 'sheet')
      .map((one) => [keyOf(one), one]),
  )
  const recused = recusedPairs(allRecusals(room.file))
  const titles = titleOf(room, allFields(room.file))
  const rows = rowsOf(room)
  const knows = knowledgeOf(entries)
  const facts = entries.filter(({ kind }) => kind === 'fact.recorded')
  const looks = entries.filter(({ kind }) => kind === 'item.reconsidered')
  const pairs = acceptedPackets(room).flatMap(({ id, no }) =>
    allMembers(room.file).map(({ expert, seat, person }) => {
      const place = { expert, packet: id }
      const one = standing.get(keyOf(place))
      const state: Proof = recused(expert, id)
        ? 'recused'
        : stateOf(one, rows.get(keyOf(place)), { facts, looks, knows })
      return { ...place, no, seat, name: person.name, workshop: titles(id).workshop, state }
    }),
  )
  const waiting = [...Map.groupBy(allWaiting(room.file), ({ chain }) => chain)].map(([chain, links]) => ({
    chain,
    entries: links.length,
  }))
  return { pairs, conflicts: conflictsIn(room, entries), waiting }
}

type Rows = { hash: string | null; content: string }

/** What the rows say of each sheet that was handed in. */
function rowsOf(room: Room): Map<string, Rows> {
  const judgements = Map.groupBy(allJudgements(room.file), keyOf)
  return new Map(
    allSheets(room.file)
      .filter(({ state }) => state === 'submitted')
      .map((sheet) => {
        const made = (judgements.get(keyOf(sheet)) ?? []).map(({ item, deduct, reason, pins }) => [
          item,
          { deduct, reason, pins },
        ])
        const content = canonicalJson({ judgements: Object.fromEntries(made), opinion: sheet.opinion })
        return [keyOf(sheet), { hash: sheet.entryHash, content }]
      }),
  )
}

type Around = { facts: readonly Entry[]; looks: readonly Entry[]; knows: Knows }

function stateOf(standing: Standing | undefined, row: Rows | undefined, { facts, looks, knows }: Around): Proof {
  const version = standing?.versions.at(-1)
  if (!standing || !version) return row ? 'altered' : 'missing'
  if (standing.differ) return 'duplicate'
  const { opinion, packet } = version.payload as Payload<'sheet.submitted'>
  const judgements = afterLooks(version, looks)
  const isWhole =
    hashOf(version) === version.hash &&
    row !== undefined &&
    standing.versions.some(({ hash }) => hash === row.hash) &&
    row.content === canonicalJson({ judgements, opinion })
  if (!isWhole) return 'altered'
  // A fact that came to be on another device meanwhile: neither side knew of the other.
  const isStale = facts.some(
    (fact) => fact.subject === packet && !knows(version, fact) && !knows(fact, version) && changes(fact),
  )
  if (isStale) return 'stale'
  return standing.versions.length > 1 ? 'repeated' : 'here'
}

/** What a sheet says once its expert has looked again: a look that knew the version is laid over it. */
function afterLooks({ payload, at }: Entry, looks: readonly Entry[]): Payload<'sheet.submitted'>['judgements'] {
  const { judgements, expert, packet } = payload as Payload<'sheet.submitted'>
  const own = looks
    .filter((look) => look.at >= at)
    .map((look) => look.payload as Payload<'item.reconsidered'>)
    .filter((look) => look.expert === expert && look.packet === packet && look.from !== look.to)
  const changed = own.flatMap(({ item, to, reason }) => {
    const before = judgements[item]
    return before ? [[item, { ...before, deduct: to, reason }] as const] : []
  })
  return { ...judgements, ...Object.fromEntries(changed) }
}

const changes = ({ payload }: Entry) => {
  const { from, value } = payload as Payload<'fact.recorded'>
  return canonicalJson(from) !== canonicalJson(value)
}

/** Versions that differ, for the screen that lays them side by side. Blind: the content is the person's own to see. */
export function conflictsIn(room: Room, entries: readonly Entry[]): ConflictView[] {
  const people = new Map(allMembers(room.file).map(({ expert, seat, person }) => [expert, { seat, name: person.name }]))
  const titles = titleOf(room, allFields(room.file))
  return standingVersions(entries)
    .filter(({ differ }) => differ)
    .map(({ about, expert, packet, versions }) => ({
      about,
      expert,
      packet,
      seat: people.get(expert)?.seat ?? 0,
      name: people.get(expert)?.name ?? expert,
      workshop: titles(packet).workshop,
      versions: versions.map(({ hash, at, chain, by }) => ({ hash, at, chain, door: by.door })),
    }))
}
