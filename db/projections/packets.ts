/** Packets: what came in, what was put right, what was checked and what is known from it. */
import { eq } from 'drizzle-orm'
import type { packetsKinds } from '#core/ledger/kinds/packets.ts'
import type { WriteHandle } from '../open.ts'
import type { Projections } from '../projection.ts'
import * as table from '../schema/round.ts'

export const packetsProjections: Pick<Projections, keyof typeof packetsKinds> = {
  'packet.imported': (handle, { subject, payload, at }) => {
    const { source, skipped, warnings, doubts } = payload
    const old = payload.version > 1 ? keepOldVersion(handle, subject) : undefined
    // two devices may each have taken in a newer version: both are kept, in the order of the ledger
    const version = Math.max(payload.version, (old?.version ?? 0) + 1)
    const row = { source, skipped, warnings, version, doubts, importedAt: at }
    const fresh = { state: 'unchecked', materials: {}, note: '', checkedAt: null, checkedBy: null } as const
    handle
      .insert(table.packets)
      .values({ id: subject, no: old?.no ?? freeNumber(handle, payload.no), ...row, ...fresh })
      .onConflictDoUpdate({ target: table.packets.id, set: { ...row, ...fresh } })
      .run()
    for (const [field, { value, readFrom }] of Object.entries(payload.fields)) {
      handle.insert(table.packetFields).values({ packet: subject, field, value, readFrom }).run()
    }
    payload.files.forEach((file, position) => {
      handle
        .insert(table.packetFiles)
        .values({ packet: subject, position, ...file })
        .run()
    })
  },
  'import.finished': (handle, { at, by, hash, payload }) => {
    handle
      .insert(table.imports)
      .values({ entry: hash, at, by: by.name, ...payload })
      .onConflictDoNothing()
      .run()
  },
  // Lists are short and few: the view reads them from the ledger.
  'recommended.listed': () => {},
  'field.corrected': (handle, { subject, payload, at, by }) => {
    const { field, from, to, reason } = payload
    const correction = {
      value: to,
      correctedFrom: from,
      correctionReason: reason,
      correctedAt: at,
      correctedBy: by.name,
    }
    handle
      .insert(table.packetFields)
      .values({ packet: subject, field, readFrom: '', ...correction })
      .onConflictDoUpdate({ target: [table.packetFields.packet, table.packetFields.field], set: correction })
      .run()
  },
  'packet.checked': (handle, { subject, payload, at, by }) => {
    handle
      .update(table.packets)
      .set({
        state: payload.outcome,
        note: payload.note,
        materials: payload.materials,
        checkedAt: at,
        checkedBy: by.name,
      })
      .where(eq(table.packets.id, subject))
      .run()
  },
  // Out of everything that goes by accepted applications; the view tells it from one sent back by the ledger.
  'packet.withdrawn': (handle, { subject, payload, at, by }) => {
    handle
      .update(table.packets)
      .set({ state: 'returned', note: payload.reason, checkedAt: at, checkedBy: by.name })
      .where(eq(table.packets.id, subject))
      .run()
  },
  'fact.recorded': (handle, { subject, payload, at }) => {
    const { key, value, proof, note, visit } = payload
    handle
      .insert(table.facts)
      .values({ packet: subject, key, value, proof, note, visit, at })
      .onConflictDoUpdate({ target: [table.facts.packet, table.facts.key], set: { value, proof, note, visit, at } })
      .run()
  },
  'eligibility.recorded': (handle, { subject, payload, at, by }) => {
    const { key, value, proof, note } = payload
    const row = { value, proof, note, at, by: by.name }
    handle
      .insert(table.eligibilityFacts)
      .values({ packet: subject, key, ...row })
      .onConflictDoUpdate({ target: [table.eligibilityFacts.packet, table.eligibilityFacts.key], set: row })
      .run()
  },
  'eligibility.decided': (handle, { subject, payload, at }) => {
    const { rule, ...decision } = payload
    const row = { ...decision, at }
    handle
      .insert(table.eligibilityDecisions)
      .values({ packet: subject, rule, ...row })
      .onConflictDoUpdate({ target: [table.eligibilityDecisions.packet, table.eligibilityDecisions.rule], set: row })
      .run()
  },
}

/** The number a packet came with, or the next free one when another device had given it to another packet. */
function freeNumber(handle: WriteHandle, wanted: number): number {
  const taken = handle.select({ no: table.packets.no }).from(table.packets).all()
  if (!taken.some(({ no }) => no === wanted)) return wanted
  return Math.max(...taken.map(({ no }) => no)) + 1
}

/** Moves what a packet held into its versions, so that the newer one can take its place. */
function keepOldVersion(handle: WriteHandle, packet: string): { no: number; version: number } | undefined {
  const { packets, packetFields, packetFiles, packetVersions } = table
  const [old] = handle.select().from(packets).where(eq(packets.id, packet)).all()
  if (!old) return undefined
  const files = handle
    .select()
    .from(packetFiles)
    .where(eq(packetFiles.packet, packet))
    .orderBy(packetFiles.position)
    .all()
  const fields = handle.select().from(packetFields).where(eq(packetFields.packet, packet)).all()
  handle
    .insert(packetVersions)
    .values({
      packet,
      version: old.version,
      source: old.source,
      importedAt: old.importedAt,
      files: files.map(({ packet: _, position: __, ...file }) => file),
      fields: Object.fromEntries(fields.map(({ field, value, readFrom }) => [field, { value, readFrom }])),
    })
    .run()
  handle.delete(packetFields).where(eq(packetFields.packet, packet)).run()
  handle.delete(packetFiles).where(eq(packetFiles.packet, packet)).run()
  return old
}
