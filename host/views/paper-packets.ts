/** Every application as the papers about it need it, also those that were sent back. */
import { fieldsOfForm } from '#core/form/forms.ts'
import type { Entry } from '#core/ledger/entry.ts'
import type { FieldValue } from '#core/ledger/kinds.ts'
import { packetOf, titleOfKind } from '#core/ledger/sentences.ts'
import { allFields, allFiles, allPackets } from '#db/queries/packets.ts'
import type { PaperPacket } from '../papers/book.ts'
import type { Room } from '../room.ts'
import { titleOf } from './titles.ts'
import { withdrawalsIn } from './withdrawals.ts'

const docx = /\.docx$/i

/** By number. `entries` are those of the whole round. */
export function paperPackets(room: Room, entries: readonly Entry[]): PaperPacket[] {
  const fields = allFields(room.file)
  const titles = titleOf(room, fields)
  const labels = new Map<string, string>(fieldsOfForm(room.scheme.form).map(({ id, label }) => [id, label['zh-CN']]))
  const corrected = Map.groupBy(
    fields.filter(({ correctedAt }) => correctedAt !== null),
    ({ packet }) => packet,
  )
  const files = Map.groupBy(allFiles(room.file), ({ packet }) => packet)
  const trails = trailsOf(room, entries)
  const withdrawn = withdrawalsIn(room)
  return allPackets(room.file).map((packet) => {
    const form = files.get(packet.id)?.find(({ kind, name }) => kind === 'form' && docx.test(name))
    return {
      packet: packet.id,
      no: packet.no,
      ...titles(packet.id),
      state: withdrawn.has(packet.id) ? 'withdrawn' : packet.state,
      note: packet.note,
      missing: room.scheme.materials
        .filter(({ id }) => packet.materials[id] === false)
        .map(({ text: words }) => words['zh-CN']),
      corrections: (corrected.get(packet.id) ?? []).map(({ field, value, correctedFrom, correctionReason }) => ({
        label: labels.get(field) ?? field,
        from: inWords(correctedFrom),
        to: inWords(value),
        reason: correctionReason ?? '',
      })),
      form: form ? { sha256: form.sha256, name: form.name } : null,
      trail: trails.get(packet.id) ?? [],
    }
  })
}

function inWords(value: FieldValue | null): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : value.map((row) => Object.values(row).join(' ')).join('；')
}

/** The entries about each application; ballots and sheets name it in their payload. */
function trailsOf(room: Room, entries: readonly Entry[]): Map<string, PaperPacket['trail']> {
  const trails = new Map<string, PaperPacket['trail']>()
  const known = new Set(allPackets(room.file).map(({ id }) => id))
  for (const entry of entries) {
    const { seq, kind, at, by, hash } = entry
    const packet = packetOf(entry, known)
    const what = titleOfKind(kind)['zh-CN']
    if (!packet) continue
    const trail = trails.get(packet) ?? []
    trail.push({ seq, at, what, who: by.name, hash })
    trails.set(packet, trail)
  }
  return trails
}
