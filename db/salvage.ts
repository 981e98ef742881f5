/** Reads what can still be read of a damaged round, row by row, and says what the ledger proves of it. */
import Database from 'better-sqlite3'
import { chainsOf, seenBy } from '#core/ledger/causality.ts'
import { type Entry, genesis, hashOf } from '#core/ledger/entry.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import type { JudgementRecord, SheetRecord } from './queries/sheets.ts'

export type Salvage = {
  /** Entries that could be read, proved or not. */
  read: Entry[]
  scheme: Scheme | null
  createdAt: string | null
  drafts: { sheets: SheetRecord[]; judgements: JudgementRecord[] }
}

/** Reads as much as the engine gives out. Never throws for damage. */
export function readDamaged(file: string): Salvage {
  const empty: Salvage = { read: [], scheme: null, createdAt: null, drafts: { sheets: [], judgements: [] } }
  let client: Database.Database
  try {
    client = new Database(file, { readonly: true, fileMustExist: true })
  } catch {
    return empty
  }
  try {
    const [round] = rows(client, 'rounds')
    return {
      read: rows(client, 'ledger').flatMap((row) => entryOf(row) ?? []),
      scheme: (json(round?.scheme_data) as Scheme | undefined) ?? null,
      createdAt: typeof round?.created_at === 'string' ? round.created_at : null,
      drafts: draftsIn(client),
    }
  } finally {
    client.close()
  }
}

type Row = Record<string, unknown>

/** Rows one by one by their number: a damaged page costs its own rows, not the table. */
function rows(client: Database.Database, table: string): Row[] {
  try {
    return client.prepare(`select * from "${table}"`).all() as Row[]
  } catch {
    return rowByRow(client, table)
  }
}

function rowByRow(client: Database.Database, table: string): Row[] {
  const found: Row[] = []
  const bound = attempt(() => client.prepare(`select max(rowid) from "${table}"`).pluck().get() as number) ?? 100_000
  const one = attempt(() => client.prepare(`select * from "${table}" where rowid = ?`))
  for (let rowid = 1; one && rowid <= bound; rowid += 1) {
    const row = attempt(() => one.get(rowid) as Row | undefined)
    if (row) found.push(row)
  }
  return found
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

const json = (spelling: unknown): unknown =>
  typeof spelling === 'string' ? attempt(() => JSON.parse(spelling) as unknown) : undefined

function entryOf(row: Row): Entry | null {
  const entry = { ...row, by: json(row.by), payload: json(row.payload) } as unknown as Entry
  return entry.by && entry.payload !== undefined && typeof entry.seq === 'number' ? entry : null
}

function draftsIn(client: Database.Database): Salvage['drafts'] {
  const sheets = rows(client, 'sheets')
    .filter(({ state }) => state !== 'submitted')
    .map((row) => ({
      expert: String(row.expert),
      packet: String(row.packet),
      state: row.state as SheetRecord['state'],
      opinion: String(row.opinion ?? ''),
      savedAt: (row.saved_at as string | null) ?? null,
      submittedAt: null,
      entryHash: null,
      door: null,
      returnedFor: (row.returned_for as string | null) ?? null,
      paper: null,
    }))
  const open = new Set(sheets.map(({ expert, packet }) => `${expert}/${packet}`))
  const judgements = rows(client, 'judgements')
    .filter(({ expert, packet }) => open.has(`${String(expert)}/${String(packet)}`))
    .map((row) => ({ ...row, pins: json(row.pins) ?? [] }) as unknown as JudgementRecord)
  return { sheets, judgements }
}

/** Where a chain stops being proved. */
export type Lost = { chain: string; fromSeq: number; unproved: number }

/**
 * Of entries from a damaged file and its backups: those that prove themselves, chain by chain from the start, and where
 * each chain breaks off. What stands on a lost entry of another chain is lost with it.
 */
export function provedOf(entries: readonly Entry[]): { proved: Entry[]; lost: Lost[] } {
  const sound = new Map<string, Entry>()
  for (const entry of entries) {
    if (attempt(() => hashOf(entry)) === entry.hash) sound.set(`${entry.chain}/${entry.seq}`, entry)
  }
  const chains = chainsOf([...sound.values()])
  const kept = new Map<string, Entry[]>()
  const isKnown = ({ chain, seq, hash }: { chain: string; seq: number; hash: string }) =>
    kept.get(chain)?.[seq - 1]?.hash === hash
  for (let moved = true; moved; ) {
    moved = false
    for (const [chain, links] of chains) {
      const taken = kept.get(chain) ?? []
      kept.set(chain, taken)
      const next = links.find(({ seq }) => seq === taken.length + 1)
      if (!next || next.prev !== (taken.at(-1)?.hash ?? genesis) || !seenBy(next).every(isKnown)) continue
      taken.push(next)
      moved = true
    }
  }
  const everSeen = Map.groupBy(entries, ({ chain }) => chain)
  const lost = [...everSeen].flatMap(([chain, links]) => {
    const taken = kept.get(chain)?.length ?? 0
    const last = Math.max(...links.map(({ seq }) => seq))
    return last > taken ? [{ chain, fromSeq: taken + 1, unproved: last - taken }] : []
  })
  return { proved: [...kept.values()].flat(), lost }
}
