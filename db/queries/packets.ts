/** Applications: what was handed in, what was read from it, what was found. */
import { and, asc, desc, eq, inArray, max } from 'drizzle-orm'
import type { PacketFile } from '#core/ledger/kinds.ts'
import type { ReadHandle } from '../open.ts'
import { facts, imports, packetFields, packetFiles, packets, packetVersions } from '../schema/round.ts'

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

/** Number and version of every packet. */
export function packetNumbers(handle: ReadHandle): { id: string; no: number; version: number }[] {
  return handle
    .select({ id: packets.id, no: packets.no, version: packets.version })
    .from(packets)
    .orderBy(asc(packets.no))
    .all()
}

/** These fields of every packet, by packet. */
export function fieldsNamed(handle: ReadHandle, fields: readonly string[]): Map<string, FieldRecord[]> {
  const rows = handle
    .select()
    .from(packetFields)
    .where(inArray(packetFields.field, [...fields]))
    .all()
  return Map.groupBy(rows, ({ packet }) => packet)
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

/** A file of a packet, in the current version or an older one. */
export function fileOf(handle: ReadHandle, packet: string, sha256: string): PacketFile | undefined {
  const current = handle
    .select()
    .from(packetFiles)
    .where(and(eq(packetFiles.packet, packet), eq(packetFiles.sha256, sha256)))
    .get()
  if (current) return current
  const older = handle.select().from(packetVersions).where(eq(packetVersions.packet, packet)).all()
  return older.flatMap(({ files }) => files).find((file) => file.sha256 === sha256)
}

export function factsOf(handle: ReadHandle, packet: string): FactRecord[] {
  return handle.select().from(facts).where(eq(facts.packet, packet)).all()
}

export function allFacts(handle: ReadHandle): FactRecord[] {
  return handle.select().from(facts).all()
}

/** The number the next new packet gets. */
export function nextPacketNumber(handle: ReadHandle): number {
  const [row] = handle
    .select({ last: max(packets.no) })
    .from(packets)
    .all()
  return (row?.last ?? 0) + 1
}

/** Files of any packet, and of any version of one, that have one of these hashes. */
export function filesWithHash(
  handle: ReadHandle,
  hashes: readonly string[],
): { packet: string; sha256: string; name: string }[] {
  const { packet, sha256, name } = packetFiles
  const wanted = new Set(hashes)
  const current = handle
    .select({ packet, sha256, name })
    .from(packetFiles)
    .where(inArray(sha256, [...hashes]))
    .all()
  const older = handle.select({ packet: packetVersions.packet, files: packetVersions.files }).from(packetVersions).all()
  return [
    ...current,
    ...older.flatMap((version) =>
      version.files.filter((file) => wanted.has(file.sha256)).map((file) => ({ packet: version.packet, ...file })),
    ),
  ]
}

export type VersionRecord = Omit<typeof packetVersions.$inferSelect, 'files'> & { files: PacketFile[] }

/** Every version of a packet, the current one last. */
export function versionsOf(handle: ReadHandle, packet: string): VersionRecord[] {
  const older = handle
    .select()
    .from(packetVersions)
    .where(eq(packetVersions.packet, packet))
    .orderBy(asc(packetVersions.version))
    .all()
  const now = onePacket(handle, packet)
  if (!now) return older
  const { version, source, importedAt } = now
  const files = filesOf(handle, packet).map(({ packet: _, position: __, ...file }) => file)
  const fields = Object.fromEntries(
    fieldsOf(handle, packet).map(({ field, value, readFrom }) => [field, { value, readFrom }]),
  )
  return [...older, { packet, version, source, importedAt, files, fields }]
}

/** Every import as it ended, the newest first. */
export function allImports(handle: ReadHandle): (typeof imports.$inferSelect)[] {
  return handle.select().from(imports).orderBy(desc(imports.at)).all()
}
