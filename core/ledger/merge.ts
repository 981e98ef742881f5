/**
 * Puts the entries of several devices together. A ledger is a set that only grows: whatever arrives in whatever order
 * and however often, the same entries give the same ledger. What cannot be placed yet waits.
 */
import { refuse } from '../refusal.ts'
import { chainsOf, seenBy } from './causality.ts'
import { canonicalJson, type Entry, genesis, hashOf } from './entry.ts'

export type Merged = {
  /** Every entry whose chain is whole up to it and whose knowledge of other chains is here. */
  readonly ledger: Entry[]
  /** Entries that came before what they stand on. */
  readonly waiting: Entry[]
}

/**
 * @param known what this device has, ledger and waiting ones alike.
 * @param arriving entries of the same round from elsewhere.
 * @throws Refused `altered-entry` (what it says is not what was hashed, or it does not fit its chain), `forked-chain` (two
 * different decisions at one place of one device's chain), `other-round`.
 */
export function mergeEntries(round: string, known: readonly Entry[], arriving: readonly Entry[]): Merged {
  const places = new Map<string, Entry>()
  for (const entry of known) places.set(placeOf(entry), entry)
  for (const entry of arriving) {
    if (entry.round !== round) refuse('other-round', { round: entry.round })
    if (hashOf(entry) !== entry.hash) refuse('altered-entry', { chain: entry.chain, seq: entry.seq })
    const here = places.get(placeOf(entry))
    if (!here) places.set(placeOf(entry), entry)
    else if (here.hash !== entry.hash) refuse('forked-chain', { chain: entry.chain, seq: entry.seq })
    else if (canonicalJson(here.signature) !== canonicalJson(entry.signature))
      refuse('altered-entry', { chain: entry.chain, seq: entry.seq })
  }
  return placed([...places.values()])
}

const placeOf = ({ chain, seq }: Pick<Entry, 'chain' | 'seq'>) => `${chain}/${seq}`

function placed(entries: readonly Entry[]): Merged {
  const chains = chainsOf(entries)
  const ends = new Map<string, Entry[]>([...chains.keys()].map((chain) => [chain, []]))
  const ledger: Entry[] = []
  let moved = true
  while (moved) {
    moved = false
    for (const [chain, links] of chains) {
      const taken = ends.get(chain) ?? []
      for (let next = links[taken.length]; next && next.seq === taken.length + 1; next = links[taken.length]) {
        if (next.prev !== (taken.at(-1)?.hash ?? genesis)) refuse('altered-entry', { chain, seq: next.seq })
        const seen = seenBy(next)
        if (seen.some((end) => (ends.get(end.chain)?.length ?? 0) < end.seq)) break
        const wrong = seen.find((end) => ends.get(end.chain)?.[end.seq - 1]?.hash !== end.hash)
        if (wrong) refuse('altered-entry', { chain: wrong.chain, seq: wrong.seq })
        taken.push(next)
        ledger.push(next)
        moved = true
      }
    }
  }
  const here = new Set(ledger.map(placeOf))
  return { ledger, waiting: entries.filter((entry) => !here.has(placeOf(entry))) }
}
