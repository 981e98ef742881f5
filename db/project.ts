/** What each kind of decision does to the rows. The rows are a function of the ledger: replaying it rebuilds them. */
import { and, eq, isNull } from 'drizzle-orm'
import type { Entry } from '#core/ledger/entry.ts'
import type { EntryKind, Payload } from '#core/ledger/kinds.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import type { WriteHandle } from './open.ts'
import { scoringProjections } from './project-scoring.ts'
import * as table from './schema/round.ts'

const theVote = ({ packet, turn }: { packet: string; turn: number }) =>
  and(eq(table.votes.packet, packet), eq(table.votes.turn, turn))

export type Projections = { [K in EntryKind]: (handle: WriteHandle, entry: Entry<K, Payload<K>>) => void }

const projections: Projections = {
  // The round's own row carries the scheme's data, which the ledger names by fingerprint: the act writes it.
  'round.created': () => {},
  'choice.adopted': (handle, { payload, at }) => {
    const row = { value: payload.value as unknown, note: payload.note, at }
    handle
      .insert(table.choices)
      .values({ choice: payload.choice, ...row })
      .onConflictDoUpdate({ target: table.choices.choice, set: row })
      .run()
  },
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
  'expert.listed': (handle, { subject, payload }) => {
    const position = handle.select({ id: table.experts.id }).from(table.experts).all().length + 1
    handle
      .insert(table.experts)
      .values({ id: subject, position, ...payload })
      .onConflictDoUpdate({ target: table.experts.id, set: payload })
      .run()
  },
  'panel.constituted': (handle, { payload }) => {
    const kept = new Map(
      handle
        .select()
        .from(table.members)
        .all()
        .map((row) => [row.expert, row.declaredAt]),
    )
    handle.delete(table.members).run()
    payload.members.forEach((expert, index) => {
      handle
        .insert(table.members)
        .values({
          expert,
          seat: index + 1,
          chair: expert === payload.chair,
          present: true,
          declaredAt: kept.get(expert) ?? null,
        })
        .run()
    })
    handle.delete(table.alternates).run()
    payload.alternates.forEach((expert, position) => {
      handle.insert(table.alternates).values({ expert, position, replaces: null, reason: null, at: null }).run()
    })
  },
  'alternate.entered': (handle, { payload, at }) => {
    const { alternate, replaces, reason } = payload
    const former = handle.select().from(table.members).where(eq(table.members.expert, replaces)).get()
    if (!former) return
    handle.delete(table.members).where(eq(table.members.expert, replaces)).run()
    handle.insert(table.formerMembers).values({ expert: replaces, seat: former.seat, at }).onConflictDoNothing().run()
    handle
      .insert(table.members)
      .values({ expert: alternate, seat: former.seat, chair: false, present: true, declaredAt: null })
      .run()
    handle.update(table.alternates).set({ replaces, reason, at }).where(eq(table.alternates.expert, alternate)).run()
  },
  'officers.named': (handle, { payload }) => {
    handle.delete(table.officers).run()
    for (const officer of payload.officers) handle.insert(table.officers).values(officer).run()
  },
  // Read from the ledger itself: a transcript is shown as it was written.
  'draw.fixed': () => {},
  'draw.made': () => {},
  'attendance.noted': (handle, { payload }) => {
    handle.insert(table.attendance).values(payload).onConflictDoNothing().run()
    const present = payload.event === 'arrived' || payload.event === 'late'
    handle.update(table.members).set({ present }).where(eq(table.members.expert, payload.expert)).run()
  },
  'reopening.asked': (handle, { payload, at, by }) => {
    handle
      .insert(table.reopenings)
      .values({ ...payload, askedAt: at, askedBy: by.name })
      .onConflictDoNothing()
      .run()
  },
  'reopening.decided': (handle, { payload, at }) => {
    const { stage, granted, decidedBy, note, stages } = payload
    handle
      .update(table.reopenings)
      .set({ granted, decidedBy, note, decidedAt: at })
      .where(and(eq(table.reopenings.stage, stage), isNull(table.reopenings.decidedAt)))
      .run()
    if (!granted) return
    for (const open of stages) handle.delete(table.closedStages).where(eq(table.closedStages.stage, open)).run()
  },
  'declaration.made': (handle, { subject, payload, at }) => {
    handle.update(table.members).set({ declaredAt: at }).where(eq(table.members.expert, subject)).run()
    handle.delete(table.recusals).where(eq(table.recusals.expert, subject)).run()
    for (const { packet, kind, note } of payload.conflicts) {
      handle.insert(table.recusals).values({ expert: subject, packet, kind, note }).run()
    }
  },
  'stage.closed': (handle, { payload, at }) => {
    handle.insert(table.closedStages).values({ stage: payload.stage, at }).onConflictDoNothing().run()
  },
  'sheet.submitted': (handle, { payload, at, hash, by }) => {
    const { expert, packet, opinion } = payload
    const row = {
      state: 'submitted' as const,
      opinion,
      savedAt: at,
      submittedAt: at,
      entryHash: hash,
      door: by.door,
      returnedFor: null,
    }
    handle
      .insert(table.sheets)
      .values({ expert, packet, ...row })
      .onConflictDoUpdate({ target: [table.sheets.expert, table.sheets.packet], set: row })
      .run()
    handle
      .delete(table.judgements)
      .where(and(eq(table.judgements.expert, expert), eq(table.judgements.packet, packet)))
      .run()
    for (const [item, judgement] of Object.entries(payload.judgements)) {
      handle
        .insert(table.judgements)
        .values({ expert, packet, item, ...judgement })
        .run()
    }
  },
  'sheet.returned': (handle, { payload }) => {
    handle
      .update(table.sheets)
      .set({ state: 'draft', submittedAt: null, entryHash: null, returnedFor: payload.reason })
      .where(and(eq(table.sheets.expert, payload.expert), eq(table.sheets.packet, payload.packet)))
      .run()
  },
  ...scoringProjections,
  'visit.recorded': (handle, { payload, at }) => {
    const { packet, ...row } = payload
    handle
      .insert(table.visits)
      .values({ packet, ...row, at })
      .onConflictDoUpdate({ target: table.visits.packet, set: { ...row, at } })
      .run()
  },
  'minutes.recorded': (handle, { payload, at }) => {
    const { packet, ...row } = payload
    handle
      .insert(table.minutes)
      .values({ packet, ...row, at })
      .onConflictDoUpdate({ target: table.minutes.packet, set: { ...row, at } })
      .run()
  },
  'list.settled': (handle, { payload }) => {
    handle.delete(table.finalList).run()
    for (const row of payload.rows) handle.insert(table.finalList).values(row).run()
  },
  'attendance.taken': (handle, { payload }) => {
    const present = new Set(payload.present)
    for (const { expert } of handle.select().from(table.members).all()) {
      handle
        .update(table.members)
        .set({ present: present.has(expert) })
        .where(eq(table.members.expert, expert))
        .run()
    }
  },
  'vote.prepared': (handle, { payload, at }) => {
    const { packets, ...shared } = payload
    const row = { ...shared, list: packets, state: 'prepared' as const, preparedAt: at }
    for (const packet of packets) {
      handle
        .insert(table.votes)
        .values({ ...row, packet, entitled: [], recused: [], absent: [] })
        // Two devices prepared it without knowing of each other: it is one vote.
        .onConflictDoNothing()
        .run()
    }
  },
  'vote.withdrawn': (handle, { payload }) => {
    for (const packet of payload.packets)
      handle
        .delete(table.votes)
        .where(theVote({ ...payload, packet }))
        .run()
  },
  'vote.opened': (handle, { payload, at }) => {
    const { entitled, recused } = payload
    handle.update(table.votes).set({ state: 'open', entitled, recused, openedAt: at }).where(theVote(payload)).run()
  },
  'ballot.cast': (handle, { payload, at, by }) => {
    const { choice, second, note } = payload
    const row = { choice, second, note, at, door: by.door }
    handle
      .insert(table.ballots)
      .values({ ...payload, ...row })
      .onConflictDoUpdate({ target: [table.ballots.packet, table.ballots.turn, table.ballots.expert], set: row })
      .run()
  },
  'vote.closed': (handle, { payload, at }) => {
    handle
      .update(table.votes)
      .set({ state: 'closed', absent: payload.absent, closedAt: at })
      .where(theVote(payload))
      .run()
  },
  'vote.published': (handle, { payload, at }) => {
    for (const packet of payload.packets) {
      handle
        .update(table.votes)
        .set({ publishedAt: at })
        .where(theVote({ ...payload, packet }))
        .run()
    }
  },
  'result.frozen': (handle, { round, payload, at }) => {
    const row = { rows: payload.rows, at }
    handle
      .insert(table.results)
      .values({ round, ...row })
      .onConflictDoUpdate({ target: table.results.round, set: row })
      .run()
  },
  'ledger.merged': () => {},
  'conflict.decided': (handle, { payload }) => {
    const kept = handle.select().from(table.ledger).where(eq(table.ledger.hash, payload.kept)).get()
    if (kept) project(handle, kept)
  },
  // Keys, answers and signatures are read off the ledger itself: see core/signing.
  'authority.made': () => {},
  'key.certified': () => {},
  'key.revoked': () => {},
  'answer.given': () => {},
  'page.attached': () => {},
  'workbook.sealed': () => {},
  'workbook.signed': () => {},
  'line.decided': (handle, { round, payload, at }) => {
    const row = { ...payload, at }
    handle
      .insert(table.lineDecisions)
      .values({ round, ...row })
      .onConflictDoUpdate({ target: table.lineDecisions.round, set: row })
      .run()
  },
  'list.published': (handle, { round, payload }) => {
    handle
      .insert(table.publications)
      .values({ round, ...payload })
      .onConflictDoUpdate({ target: table.publications.round, set: payload })
      .run()
  },
  'objection.recorded': (handle, { subject, payload }) => {
    handle
      .insert(table.objections)
      .values({ id: subject, ...payload, outcome: null })
      .onConflictDoNothing()
      .run()
  },
  'objection.decided': (handle, { subject, payload, at, by }) => {
    handle
      .update(table.objections)
      .set({ ...payload, decidedAt: at, decidedBy: by.name })
      .where(eq(table.objections.id, subject))
      .run()
  },
  'papers.exported': () => {},
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

/** Changes the rows as one entry demands. */
export function project(handle: WriteHandle, entry: Entry): void {
  const projection = projections[entry.kind as EntryKind] as (handle: WriteHandle, entry: Entry) => void
  projection(handle, entry)
}

/** Writes the one row of a new round, with the scheme as it is today. */
export function insertRound(
  handle: WriteHandle,
  round: Omit<typeof table.rounds.$inferInsert, 'schemeData'> & { schemeData: Scheme },
): void {
  handle.insert(table.rounds).values(round).run()
}
