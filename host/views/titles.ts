/** How an application is called: workshop, unit, leader, trade, as the form says and a person corrected. */
import type { FieldRecord } from '#db/queries/packets.ts'
import type { Room } from '../room.ts'

export type Titles = { workshop: string; unit: string; leader: string; occupation: string }

const firstOf = (fields: ReadonlyMap<string, string>, ...ids: string[]) =>
  ids.map((id) => fields.get(id)?.trim()).find((value) => value) ?? ''

/** Looks up titles by packet. `fields` are those of one packet or of all. */
export function titleOf(room: Pick<Room, 'scheme'>, fields: readonly FieldRecord[]): (packet: string) => Titles {
  const byPacket = new Map<string, Map<string, string>>()
  for (const { packet, field, value } of fields) {
    if (typeof value !== 'string') continue
    const known = byPacket.get(packet) ?? new Map<string, string>()
    byPacket.set(packet, known.set(field, value))
  }
  return (packet) => {
    const known = byPacket.get(packet) ?? new Map<string, string>()
    const leader = firstOf(known, 'leader_name', 'cover_leader')
    const occupation = firstOf(known, 'cover_occupation', 'leader_occupation')
    const unit = firstOf(known, 'cover_unit', 'leader_unit')
    const byTemplate = leader && occupation ? nameBy(room.scheme.naming.template, { leader, occupation, unit }) : ''
    return {
      leader,
      occupation,
      unit,
      workshop: firstOf(known, 'cover_workshop') || byTemplate || leader || unit || packet,
    }
  }
}

/** Fills the scheme's naming template, "{leader}{occupation}技能大师工作室" (第九条（二）); {unit} is the host unit. */
export function nameBy(template: string, parts: { leader: string; occupation: string; unit: string }): string {
  return template.replace(/\{(leader|occupation|unit)\}/g, (_, part: keyof typeof parts) => parts[part])
}
