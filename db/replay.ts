/** Rebuilds a round's rows from its ledger alone: for archives, for merging, and to show that nothing else is needed. */
import { canonicalJson, checkChains, type Entry, fingerprintOf, inOrder } from '#core/ledger/entry.ts'
import type { Payload } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import type { RoundFile } from './open.ts'
import { insertRound, project } from './project.ts'
import { appendEntry } from './queries/ledger.ts'

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
      for (const entry of inOrder(entries)) {
        appendEntry(handle, entry)
        if (entry.kind === 'round.created') insertRound(handle, roundOf(entry, scheme))
        else project(handle, entry)
      }
    },
    { behavior: 'immediate' },
  )
}

function roundOf({ round, at, payload }: Entry, scheme: Scheme) {
  const { schemeFingerprint, ...created } = payload as Payload<'round.created'>
  if (fingerprintOf(canonicalJson(scheme)) !== schemeFingerprint) refuse('unknown-scheme', { scheme: created.scheme })
  return { id: round, createdAt: at, schemeData: scheme, ...created }
}
