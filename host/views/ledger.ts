/** The ledger as it may be read, and whether it holds. */
import { checkChains, headOf } from '#core/ledger/entry.ts'
import type { Payload } from '#core/ledger/kinds.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { allVotes } from '#db/queries/room.ts'
import type { LedgerCheck, LedgerView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { enter } from '../room.ts'

const voteOfBallot = ({ packet, turn }: Payload<'ballot.cast'>) => `${packet}/${turn}`

/**
 * Every entry. Before scoring is closed the content of sheets is left out (blind), after that nothing is.
 * @throws Refused `unknown-round`.
 */
export function listLedger(ctx: Ctx, { round }: { round: string }): LedgerView {
  const room = enter(ctx, round)
  const entries = allEntries(room.file)
  const open = new Set(
    allVotes(room.file)
      .filter(({ state }) => state === 'open')
      .map(({ packet, turn }) => `${packet}/${turn}`),
  )
  const isBlind = ({ kind, payload }: (typeof entries)[number]) =>
    (kind === 'sheet.submitted' && !room.closed.has('reading')) ||
    (kind === 'ballot.cast' && open.has(voteOfBallot(payload as Payload<'ballot.cast'>)))
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
