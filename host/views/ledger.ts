/** The ledger as it may be read, and whether it holds. */
import { canonicalJson, checkChains, type Entry, headOf } from '#core/ledger/entry.ts'
import type { Payload } from '#core/ledger/kinds.ts'
import { type EntryGroup, groupOf, packetOf, sentenceOf, titleOfKind } from '#core/ledger/sentences.ts'
import type { Keys } from '#core/signing/keys.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { allPackets } from '#db/queries/packets.ts'
import { allVotes } from '#db/queries/room.ts'
import type { LedgerCheck, LedgerPage, LedgerRow, LedgerView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter, type Room } from '../room.ts'
import { roundKeys } from '../signing/act-signatures.ts'
import { entryNames } from './entry-names.ts'

const voteOfBallot = ({ packet, turn }: Payload<'ballot.cast'>) => `${packet}/${turn}`

/** Every entry. Before scoring is closed the content of sheets is left out (blind), after that nothing is. */
export function readableEntries(room: Room): Entry[] {
  const entries = allEntries(room.file)
  const open = new Set(
    allVotes(room.file)
      .filter(({ state }) => state === 'open')
      .map(({ packet, turn }) => `${packet}/${turn}`),
  )
  const isBlind = ({ kind, payload }: Entry) =>
    (kind === 'sheet.submitted' && !room.closed.has('reading')) ||
    (kind === 'ballot.cast' && open.has(voteOfBallot(payload as Payload<'ballot.cast'>)))
  return entries.map((entry) => (isBlind(entry) ? { ...entry, payload: null } : entry))
}

/** @throws Refused `unknown-round`. */
export function listLedger(ctx: Ctx, { round }: { round: string }): LedgerView {
  const entries = readableEntries(enter(ctx, round))
  return { head: headOf(entries), entries }
}

/** What is looked for; left out: anything. Days are those of China's clock, both included. */
export type LedgerQuery = {
  round: string
  group?: EntryGroup | undefined
  /** An expert's id, or the role of whoever is none. */
  person?: string | undefined
  packet?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** From 1. */
  page: number
  size: number
}

/** Entries told in sentences, the newest first, a page at a time. @throws Refused `unknown-round`. */
export function pageLedger(ctx: Ctx, query: LedgerQuery): LedgerPage {
  const room = enter(ctx, query.round)
  const entries = readableEntries(room)
  const packets = new Set(allPackets(room.file).map(({ id }) => id))
  const found = entries
    .filter(({ kind }) => !query.group || groupOf(kind) === query.group)
    .filter((entry) => !query.person || actorId(entry) === query.person)
    .filter((entry) => !query.packet || packetOf(entry, packets) === query.packet)
    .filter(({ at }) => (!query.from || dayOf(at) >= query.from) && (!query.to || dayOf(at) <= query.to))
    .toReversed()
  const tell = tellerOf(room)
  const begin = (query.page - 1) * query.size
  const people = new Map(entries.map((entry) => [actorId(entry), entry.by] as const))
  return {
    head: headOf(entries),
    entries: entries.length,
    found: found.length,
    rows: found.slice(begin, begin + query.size).map(tell),
    people: [...people].map(([person, { name, role }]) => ({ person, name, role })),
  }
}

const actorId = ({ by }: Pick<Entry, 'by'>) => by.expert ?? by.role
/** The day on China's one clock. */
const dayOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

/** Tells entries of one round as rows. */
export function tellerOf(room: Room): (entry: Entry) => LedgerRow {
  const names = entryNames(room)
  const keys = roundKeys(room.file)
  return (entry) => {
    const { chain, seq, kind, at, by, payload, prev, hash } = entry
    return {
      ...{ chain, seq, kind, at, by, prev, hash },
      group: groupOf(kind),
      title: titleOfKind(kind),
      sentence: sentenceOf(entry, names),
      content: payload === null ? null : canonicalJson(payload),
      signature: signatureOf(entry, keys),
    }
  }
}

function signatureOf({ signature, by }: Entry, keys: Keys): LedgerRow['signature'] {
  if (!signature) return null
  const { certificate, algorithm, at, value } = signature
  const known = keys.all.get(certificate)
  const person = by.expert ?? 'secretariat'
  return { certificate, algorithm, at, value, name: known?.name ?? '', own: known?.person === person }
}

/** Walks every chain: gaps, links, hashes. */
export function verifyLedger(ctx: Ctx, { round }: { round: string }): LedgerCheck {
  const entries = allEntries(enter(ctx, round).file)
  const problems = checkChains(entries)
  return { ok: problems.length === 0, entries: entries.length, head: headOf(entries), problems }
}

/** The whole ledger as a file, for an auditor. @throws Refused `unknown-round`. */
export async function auditLedger(ctx: Ctx, input: { round: string; form: 'xlsx' | 'jsonl' }): Promise<File> {
  const room = enter(ctx, input.round)
  const { lang } = ctx.caller
  const entries = readableEntries(room)
  const name = lang === 'en' ? `ledger.${input.form}` : `台账.${input.form}`
  const about = {
    round: room.id,
    title: room.row.title,
    sample: room.row.sample,
    head: headOf(entries),
    madeAt: ctx.host.now().toISOString(),
  }
  if (input.form === 'jsonl') {
    const lines = [{ jiangping: 'ledger', ...about, entries: entries.length }, ...entries].map(canonicalJson)
    return new File([`${lines.join('\n')}\n`], name, { type: 'application/jsonl' })
  }
  const { buildLedgerReport } = await import('../papers/ledger-report.ts')
  const bytes = await buildLedgerReport({ ...about, rows: entries.map(tellerOf(room)) }, lang)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([new Uint8Array(bytes)], name, { type })
}
