/** Rebuilds a round's rows from its ledger alone: for archives, for merging, and to show that nothing else is needed. */
import { getTableName, is, sql } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { inOrder } from '#core/ledger/causality.ts'
import { canonicalJson, checkChains, type Entry, fingerprintOf } from '#core/ledger/entry.ts'
import type { Payload } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import { openRoundFile, type RoundFile, type WriteHandle } from './open.ts'
import { insertRound, project } from './project.ts'
import { appendEntry } from './queries/ledger.ts'
import { keepDrafts } from './queries/sheets.ts'
import * as schema from './schema/round.ts'

/**
 * Writes a round's entries, in any order given, and the rows that follow from them into an empty file, all or nothing.
 * The ledger names its scheme by fingerprint; `scheme` must be that very one.
 * @throws Refused `broken-ledger`, `unknown-scheme`.
 */
export function replay(entries: readonly Entry[], into: RoundFile, scheme: Scheme): void {
  const [problem] = checkChains(entries)
  if (problem) refuse('broken-ledger', { seq: problem.seq, why: problem.why })
  into.transaction(
    (handle) => {
      const ordered = inOrder(entries)
      for (const entry of ordered) appendEntry(handle, entry)
      projectAll(handle, ordered, scheme)
    },
    { behavior: 'immediate' },
  )
}

function projectAll(handle: WriteHandle, ordered: readonly Entry[], scheme: Scheme): void {
  for (const entry of ordered) {
    if (entry.kind === 'round.created') insertRound(handle, roundOf(entry, scheme))
    else project(handle, entry)
  }
}

function roundOf({ round, at, payload }: Entry, scheme: Scheme) {
  const { schemeFingerprint, ...created } = payload as Payload<'round.created'>
  if (fingerprintOf(canonicalJson(scheme)) !== schemeFingerprint) refuse('unknown-scheme', { scheme: created.scheme })
  return { id: round, createdAt: at, schemeData: scheme, ...created }
}

/** Every table whose rows follow from the ledger. */
export function projectedTables(): SQLiteTable[] {
  const apart = new Set<string>(schema.keptApart.map((table) => getTableName(table)))
  return Object.values(schema)
    .filter((one) => is(one, SQLiteTable))
    .filter((table) => !apart.has(getTableName(table)))
}

/**
 * Empties every row that follows from the ledger and writes it anew; drafts stay where their sheet was not handed in.
 * Runs `first` in the same transaction before. Foreign keys are checked at the end and not in between: the order in
 * which tables are emptied means nothing.
 */
export function rebuild(
  file: RoundFile,
  scheme: Scheme,
  first: (handle: WriteHandle) => readonly Entry[] | null,
): void {
  file.$client.pragma('foreign_keys = OFF')
  try {
    file.transaction(
      (handle) => {
        const entries = first(handle)
        if (!entries) return
        const restore = keepDrafts(handle)
        for (const table of projectedTables()) handle.delete(table).run()
        projectAll(handle, inOrder(entries), scheme)
        restore()
        const broken = handle.all(sql`pragma foreign_key_check`)
        if (broken.length > 0) refuse('damaged-store', { path: file.$client.name, why: 'foreign_key_check' })
      },
      { behavior: 'immediate' },
    )
  } finally {
    file.$client.pragma('foreign_keys = ON')
  }
}

/**
 * Names of the tables whose rows are not what the ledger says; drafts are no decisions and are left out.
 * @throws Refused `broken-ledger`, `unknown-scheme`: then nothing can be compared.
 */
export function rowsApart(file: RoundFile, entries: readonly Entry[], scheme: Scheme): string[] {
  const afresh = openRoundFile(':memory:')
  try {
    replay(entries, afresh, scheme)
    return projectedTables()
      .map((table) => getTableName(table))
      .filter((name) => decidedRows(file, name).join('\n') !== decidedRows(afresh, name).join('\n'))
  } finally {
    afresh.$client.close()
  }
}

function decidedRows({ $client }: RoundFile, name: string): string[] {
  const rows = $client.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]
  const isOfSheets = name === 'sheets' || name === 'judgements'
  const handedIn = $client.prepare(`select expert || '/' || packet from sheets where state = 'submitted'`).pluck()
  const decided = isOfSheets ? new Set(handedIn.all() as string[]) : null
  return rows
    .filter(({ expert, packet }) => !decided || decided.has(`${expert}/${packet}`))
    .map((row) => JSON.stringify(row))
    .toSorted()
}
