/** Applications: what was handed in, what was read from it, what was found. */
import { and, asc, eq } from 'drizzle-orm'
import type { ReadHandle } from '../open.ts'
import { facts, packetFields, packetFiles, packets } from '../schema/round.ts'

export type PacketRecord = typeof packets.$inferSelect
export type FieldRecord = typeof packetFields.$inferSelect
export type FileRecord = typeof packetFiles.$inferSelect
export type FactRecord = typeof facts.$inferSelect

export function allPackets(handle: ReadHandle): PacketRecord[] {
  return handle.select().from(packets).orderBy(asc(packets.no)).all()
}

export function onePacket(handle: ReadHandle, packet: string): PacketRecord | undefined {
  return handle.select().from(packets).where(eq(packets.id, packet)).get()
}

export function fieldsOf(handle: ReadHandle, packet: string): FieldRecord[] {
  return handle.select().from(packetFields).where(eq(packetFields.packet, packet)).all()
}

export function allFields(handle: ReadHandle): FieldRecord[] {
  return handle.select().from(packetFields).all()
}

export function filesOf(handle: ReadHandle, packet: string): FileRecord[] {
  return handle
    .select()
    .from(packetFiles)
    .where(eq(packetFiles.packet, packet))
    .orderBy(asc(packetFiles.position))
    .all()
}

export function allFiles(handle: ReadHandle): FileRecord[] {
  return handle.select().from(packetFiles).orderBy(asc(packetFiles.packet), asc(packetFiles.position)).all()
}

export function fileOf(handle: ReadHandle, packet: string, sha256: string): FileRecord | undefined {
  return handle
    .select()
    .from(packetFiles)
    .where(and(eq(packetFiles.packet, packet), eq(packetFiles.sha256, sha256)))
    .get()
}

export function factsOf(handle: ReadHandle, packet: string): FactRecord[] {
  return handle.select().from(facts).where(eq(facts.packet, packet)).all()
}

export function allFacts(handle: ReadHandle): FactRecord[] {
  return handle.select().from(facts).all()
}
