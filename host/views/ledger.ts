/** The ledger as it may be read, and whether it holds. */
import { checkChains, headOf } from '#core/ledger/entry.ts'
import { allEntries } from '#db/queries/ledger.ts'
import type { LedgerCheck, LedgerView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter } from '../room.ts'

/**
 * Every entry. Before scoring is closed the content of sheets is left out (blind), after that nothing is.
 * @throws Refused `unknown-round`.
 */
export function listLedger(ctx: Ctx, { round }: { round: string }): LedgerView {
  const room = enter(ctx, round)
  const entries = allEntries(room.file)
  const openVotes = new Set(entries.filter(({ kind }) => kind === 'vote.opened').map(({ subject }) => subject))
  for (const { kind, subject } of entries) if (kind === 'vote.closed') openVotes.delete(subject)
  const isBlind = ({ kind, subject }: (typeof entries)[number]) =>
    (kind === 'sheet.submitted' && !room.closed.has('reading')) || (kind === 'ballot.cast' && openVotes.has(subject))
  return {
    head: headOf(entries),
    entries: entries.map((entry) => (isBlind(entry) ? { ...entry, payload: null } : entry)),
  }
}

/** Walks every chain: gaps, links, hashes. */
export function verifyLedger(ctx: Ctx, { round }: { round: string }): LedgerCheck {
  const entries = allEntries(enter(ctx, round).file)
  const problems = checkChains(entries)
  return { ok: problems.length === 0, entries: entries.length, head: headOf(entries), problems }
}
