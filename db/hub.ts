/** The bureau's collection of finished rounds of many venues, in PostgreSQL or what speaks its protocol. */
import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { date, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import pg from 'pg'
import type { Entry } from '#core/ledger/entry.ts'
import { Refused, refusal, refuse } from '#core/refusal.ts'

const rounds = pgTable('hub_rounds', {
  round: text().primaryKey(),
  title: text().notNull(),
  organiser: text().notNull(),
  scheme: text().notNull(),
  activity: text().notNull(),
  head: text().notNull(),
  entries: integer().notNull(),
  archive: text().notNull(),
})

const entries = pgTable(
  'hub_entries',
  {
    round: text().notNull(),
    chain: text().notNull(),
    seq: integer().notNull(),
    hash: text().notNull(),
    kind: text().notNull(),
    at: text().notNull(),
    entry: jsonb().$type<Entry>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.round, table.chain, table.seq] })],
)

const outcomes = pgTable(
  'hub_outcomes',
  {
    round: text().notNull(),
    packet: text().notNull(),
    workshop: text().notNull(),
    unit: text().notNull(),
    leader: text().notNull(),
    occupation: text().notNull(),
    level: text().notNull(),
    activity: text().notNull(),
    decision: text().notNull(),
    code: text().notNull(),
    day: date({ mode: 'string' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.round, table.packet] }),
    index('hub_outcomes_unit').on(table.unit),
    index('hub_outcomes_leader').on(table.leader),
  ],
)

export type HubRound = typeof rounds.$inferSelect
export type HubOutcome = typeof outcomes.$inferSelect

/** Made when they are missing; nothing is ever dropped. Plain SQL that PostgreSQL 15 and its relatives take. */
const tables = `
  create table if not exists hub_rounds (
    round text primary key, title text not null, organiser text not null, scheme text not null, activity text not null,
    head text not null, entries integer not null, archive text not null);
  create table if not exists hub_entries (
    round text not null, chain text not null, seq integer not null, hash text not null, kind text not null,
    at text not null, entry jsonb not null, primary key (round, chain, seq));
  create table if not exists hub_outcomes (
    round text not null, packet text not null, workshop text not null, unit text not null, leader text not null,
    occupation text not null, level text not null, activity text not null, decision text not null, code text not null,
    day date not null, primary key (round, packet));
  create index if not exists hub_outcomes_unit on hub_outcomes (unit);
  create index if not exists hub_outcomes_leader on hub_outcomes (leader);
`

export type Hub = {
  /** Takes a finished round in, all or nothing. @returns how many entries were new. */
  push(round: HubRound, ledger: readonly Entry[], results: readonly HubOutcome[]): Promise<number>
  /** Outcomes of finished rounds, the latest first; of one unit or leader where they are named. */
  outcomes(of: { unit?: string | undefined; leader?: string | undefined }): Promise<(HubOutcome & { head: string })[]>
  counts(): Promise<{ rounds: number; entries: number; outcomes: number }>
  close(): Promise<void>
}

/** @param url postgres://… @throws Refused `hub-unreachable`. */
export async function openHub(url: string): Promise<Hub> {
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 10_000 })
  // A server that goes away while nobody asks it anything is told of at the next question.
  pool.on('error', () => {})
  const database = drizzle(pool)
  try {
    await pool.query(tables)
  } catch (error) {
    await pool.end()
    const why = error instanceof Error ? error.message : String(error)
    throw new Refused(refusal('hub-unreachable', { why: why.replaceAll(url, '…') }))
  }
  return {
    push: (round, ledger, results) =>
      database.transaction(async (handle) => {
        const [known] = await handle.select().from(rounds).where(eq(rounds.round, round.round))
        if (known && known.head !== round.head && known.entries >= round.entries) {
          refuse('hub-knows-otherwise', { round: round.title })
        }
        const kept = await handle
          .select({ chain: entries.chain, seq: entries.seq, hash: entries.hash })
          .from(entries)
          .where(eq(entries.round, round.round))
        const hashes = new Map(kept.map(({ chain, seq, hash }) => [`${chain}/${seq}`, hash]))
        for (const { chain, seq, hash } of ledger) {
          const there = hashes.get(`${chain}/${seq}`)
          if (there !== undefined && there !== hash) refuse('hub-knows-otherwise', { round: round.title })
        }
        const fresh = ledger.filter(({ chain, seq }) => !hashes.has(`${chain}/${seq}`))
        for (let at = 0; at < fresh.length; at += 500) {
          const rows = fresh.slice(at, at + 500).map((entry) => {
            const { chain, seq, hash, kind, at: when } = entry
            return { round: round.round, chain, seq, hash, kind, at: when, entry }
          })
          await handle.insert(entries).values(rows)
        }
        await handle.insert(rounds).values(round).onConflictDoUpdate({ target: rounds.round, set: round })
        await handle.delete(outcomes).where(eq(outcomes.round, round.round))
        if (results.length > 0) await handle.insert(outcomes).values([...results])
        return fresh.length
      }),
    async outcomes({ unit, leader }) {
      const rows = await database
        .select({ outcome: outcomes, head: rounds.head })
        .from(outcomes)
        .innerJoin(rounds, eq(rounds.round, outcomes.round))
        .where(
          and(
            unit === undefined ? undefined : eq(outcomes.unit, unit),
            leader === undefined ? undefined : eq(outcomes.leader, leader),
          ),
        )
        .orderBy(sql`${outcomes.day} desc, ${outcomes.round}, ${outcomes.packet}`)
      return rows.map(({ outcome, head }) => ({ ...outcome, head }))
    },
    async counts() {
      const of = async (table: typeof rounds | typeof entries | typeof outcomes) => database.$count(table)
      return { rounds: await of(rounds), entries: await of(entries), outcomes: await of(outcomes) }
    },
    close: () => pool.end(),
  }
}
