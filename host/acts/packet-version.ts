/** Whether a packet that was read is new, known already, or a newer version of one that is there. */
import type { Notice } from '#core/ledger/kinds.ts'
import { type Refusal, refusal, refuse } from '#core/refusal.ts'
import { fieldsNamed, filesWithHash, nextPacketNumber, packetNumbers, versionsOf } from '#db/queries/packets.ts'
import type { Ctx } from '../host.ts'
import { identityFields, identityOf } from '../intake/applicants.ts'
import type { ReadPacket } from '../intake/packet.ts'
import type { Room } from '../room.ts'

export type Version = {
  readonly packet: string
  readonly no: number
  readonly version: number
  readonly warnings: readonly Refusal[]
}

export const noticeOf = ({ code, detail }: Refusal): Notice => ({ code, detail: detail as Notice['detail'] })

/** @throws Refused `already-imported` when exactly these files are there, in the current version or an older one. */
export function versionOf(ctx: Ctx, room: Room, read: ReadPacket): Version {
  const numbers = new Map(packetNumbers(room.file).map(({ id, no }) => [id, no]))
  const known = knownPackets(room, read)
  const double = known.find(({ isWhole }) => isWhole)
  if (double) refuse('already-imported', { source: read.source, packet: numbers.get(double.packet) ?? double.packet })
  const older = olderOf(room, read)
  const warnings = known
    .filter(({ packet }) => packet !== older?.packet)
    .map(({ packet, file }) => refusal('shared-file', { file, packet: numbers.get(packet) ?? packet }))
  if (!older) return { packet: ctx.host.newId('packet'), no: nextPacketNumber(room.file), version: 1, warnings }
  const notice = refusal('newer-version', { packet: older.no, version: older.version + 1 })
  return { packet: older.packet, no: older.no, version: older.version + 1, warnings: [notice, ...warnings] }
}

/** Packets that hold some of these very files, with one file of each; `isWhole` when they hold all of them and no other. */
function knownPackets(room: Room, read: ReadPacket): { packet: string; file: string; isWhole: boolean }[] {
  const names = new Map(read.files.map(({ sha256, name }) => [sha256, name]))
  const signature = signatureOf(read.files.map(({ sha256 }) => sha256))
  const shared = filesWithHash(room.file, [...names.keys()])
  return [...Map.groupBy(shared, ({ packet }) => packet)].map(([packet, files]) => ({
    packet,
    file: names.get(files[0]?.sha256 ?? '') ?? '',
    isWhole: versionsOf(room.file, packet).some(
      (version) => signatureOf(version.files.map(({ sha256 }) => sha256)) === signature,
    ),
  }))
}

const signatureOf = (hashes: readonly string[]) => hashes.toSorted().join(' ')

/** The packet of the same person for the same workshop; a person may apply with two. */
function olderOf(room: Room, { form }: ReadPacket): { packet: string; no: number; version: number } | undefined {
  if (!form) return undefined
  const workshop = form.fields.cover_workshop?.value ?? form.fields.cover_occupation?.value ?? ''
  const identity = identityOf(form)
  const known = fieldsNamed(room.file, [...identityFields, 'cover_workshop', 'cover_occupation'])
  for (const { id, no, version } of packetNumbers(room.file)) {
    const fields = Object.fromEntries((known.get(id) ?? []).map((row) => [row.field, row]))
    const theirs = fields.cover_workshop?.value ?? fields.cover_occupation?.value ?? ''
    const same = { form: form.form, fields, missing: [], doubts: [] }
    if (identityOf(same) === identity && theirs === workshop) return { packet: id, no, version }
  }
  return undefined
}
