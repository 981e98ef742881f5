/** The versions one person handed in on different devices, item by item beside each other, for that person's eyes only. */
import { decimal } from '#core/exact/exact.ts'
import type { Text } from '#core/lang.ts'
import { canonicalJson, type Entry } from '#core/ledger/entry.ts'
import type { Judgement, Payload } from '#core/ledger/kinds.ts'
import { itemsOf } from '#core/scheme/scheme.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { allFiles } from '#db/queries/packets.ts'
import type { ConflictView, OwnConflict, OwnConflictItem, OwnVersion } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { acceptedPackets, enter, memberIn, type Room } from '../room.ts'
import { roundKeys } from '../signing/act-signatures.ts'
import { conflictsIn } from './completeness.ts'
import { assessSheet, readScoring } from './scoring.ts'

type Sheet = Payload<'sheet.submitted'>

/** `conflicts.mine`. @throws Refused `not-allowed`, `not-on-panel`. */
export function listOwnConflicts(ctx: Ctx, { round, expert }: { round: string; expert: string }): OwnConflict[] {
  const room = enter(ctx, round)
  const member = memberIn(ctx, room, expert)
  const entries = allEntries(room.file)
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]))
  const numbers = new Map(acceptedPackets(room).map(({ id, no }) => [id, no]))
  return conflictsIn(room, entries)
    .filter((one) => one.expert === member.expert)
    .map((one) => ({
      ...one,
      no: numbers.get(one.packet) ?? 0,
      ...sideBySide(room, ctx.host.store.chain, one, byHash),
    }))
}

function sideBySide(
  room: Room,
  ownChain: string,
  { about, packet, versions }: ConflictView,
  byHash: ReadonlyMap<string, Entry>,
): Pick<OwnConflict, 'versions' | 'items'> {
  const written = versions.flatMap((version) => {
    const entry = byHash.get(version.hash)
    return entry ? [{ version, entry }] : []
  })
  const shared = written.map(({ version, entry }) => ({
    ...version,
    isHere: version.chain === ownChain,
    signedBy: signerOf(room, entry),
  }))
  if (about === 'ballot') {
    const ballots = written.map(({ entry }) => entry.payload as Payload<'ballot.cast'>)
    return {
      versions: shared.map((version, at) => ({
        ...version,
        opinion: ballots[at]?.note ?? '',
        total: null,
        choice: ballots[at]?.choice ?? null,
      })),
      items: [],
    }
  }
  const sheets = written.map(({ entry }) => entry.payload as Sheet)
  const { totals, items } = judged(room, packet, sheets)
  const whole = shared.map(
    (version, at): OwnVersion => ({
      ...version,
      opinion: sheets[at]?.opinion ?? '',
      total: totals[at] ?? null,
      choice: null,
    }),
  )
  return { versions: whole, items }
}

/** Whose key signed it: the person's own, or the secretary's who entered it for them. */
function signerOf(room: Room, { signature, by }: Entry): OwnVersion['signedBy'] {
  if (!signature) return null
  return roundKeys(room.file).all.get(signature.certificate)?.person === by.expert ? 'self' : 'secretariat'
}

function judged(room: Room, packet: string, sheets: readonly Sheet[]) {
  const { rubric } = room
  if (!rubric) return { totals: sheets.map(() => null), items: [] }
  const facts = readScoring(room).facts(packet)
  const assessed = sheets.map(({ judgements }) => assessSheet(room, rubric, facts, judgements))
  const names = new Map(
    allFiles(room.file)
      .filter((file) => file.packet === packet)
      .map(({ sha256, name }) => [sha256, name]),
  )
  const markOf = (judgement: Judgement | undefined, points: string | null): OwnConflictItem['marks'][number] =>
    judgement
      ? {
          points,
          reason: judgement.reason,
          pages: judgement.pins.map(({ file, page }) => `${names.get(file) ?? ''} ${page}`.trim()),
        }
      : null
  const items = itemsOf(rubric)
    .filter(({ id }) => sheets.some(({ judgements }) => judgements[id]))
    .map(({ id, name, max }: { id: string; name: Text; max: string }) => {
      const marks = sheets.map(({ judgements }, at) => {
        const points = assessed[at]?.items[id]
        return markOf(judgements[id], points ? decimal(points) : null)
      })
      return { id, name, max, marks, differs: new Set(marks.map((mark) => canonicalJson(mark))).size > 1 }
    })
  return { totals: assessed.map(({ total }) => (total ? decimal(total) : null)), items }
}
