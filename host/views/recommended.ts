/** The ranked lists of recommending units beside the packets: what matches nothing stands on its own, on either side. */
import type { Payload } from '#core/ledger/kinds.ts'
import { matchRecommended } from '#core/packets/recommended.ts'
import { entriesOf } from '#db/queries/ledger.ts'
import { allFields, allPackets } from '#db/queries/packets.ts'
import type { RecommendedView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter } from '../room.ts'
import { titleOf } from './titles.ts'

/** @throws Refused `unknown-round`. */
export function showRecommended(ctx: Ctx, { round }: { round: string }): RecommendedView {
  const room = enter(ctx, round)
  const lists = new Map<string, { at: string; rows: Payload<'recommended.listed'>['rows'] }>()
  for (const { at, payload } of entriesOf(room.file, ['recommended.listed'])) {
    const { source, rows } = payload as Payload<'recommended.listed'>
    lists.set(source, { at, rows })
  }
  const titles = titleOf(room, allFields(room.file))
  const packets = allPackets(room.file).map(({ id, no }) => ({ packet: id, no, ...titles(id) }))
  const numbers = new Map(packets.map(({ packet, no }) => [packet, no]))
  const lines = [...lists].flatMap(([source, { rows }]) => rows.map((row) => ({ source, ...row })))
  const matches = matchRecommended(lines, packets)
  const named = new Set(matches.map(({ packet }) => packet))
  return {
    lists: [...lists].map(([source, { at, rows }]) => ({ source, at, lines: rows.length })),
    lines: lines.map((line, at) => {
      const { packet = null, differs = [] } = matches[at] ?? {}
      return { ...line, packet, no: packet === null ? null : (numbers.get(packet) ?? null), differs: [...differs] }
    }),
    unlisted: lists.size === 0 ? [] : packets.filter(({ packet }) => !named.has(packet)),
  }
}
