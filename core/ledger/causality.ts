/**
 * What each device knew when it decided. Chains of several devices run side by side; an entry `ledger.merged` says how
 * far the others' chains were known from there on. From these follow the one order of all decisions and which of two
 * decisions was made without knowing of the other.
 */
import type { Entry } from './entry.ts'

/** The end of a chain as another device knew it. */
export type Seen = { readonly chain: string; readonly seq: number; readonly hash: string }

/** The kind of entry by which a device says what it has from others. */
export const mergedKind = 'ledger.merged'

/** What an entry says it has from other chains; nothing for any other kind. */
export function seenBy({ kind, payload }: Pick<Entry, 'kind' | 'payload'>): readonly Seen[] {
  return kind === mergedKind ? (payload as { seen: readonly Seen[] }).seen : []
}

/** Every chain with its entries by number. */
export function chainsOf(entries: readonly Entry[]): Map<string, Entry[]> {
  const chains = Map.groupBy(entries, ({ chain }) => chain)
  for (const [chain, links] of chains)
    chains.set(
      chain,
      links.toSorted((a, b) => a.seq - b.seq),
    )
  return chains
}

/** Entries so that none comes before what its device knew of. What a broken ledger lacks is passed over. */
export function causally(entries: readonly Entry[]): Entry[] {
  const chains = chainsOf(entries)
  const lengths = new Map([...chains].map(([chain, links]) => [chain, links.at(-1)?.seq ?? 0]))
  const done = new Map<string, number>()
  const ordered: Entry[] = []
  const places = new Map([...chains.keys()].map((chain) => [chain, 0]))
  const isKnown = ({ chain, seq }: Seen) => (done.get(chain) ?? 0) >= Math.min(seq, lengths.get(chain) ?? 0)
  const take = (chain: string, links: readonly Entry[], wantsAll: boolean): boolean => {
    let place = places.get(chain) ?? 0
    const begun = place
    for (let entry = links[place]; entry; entry = links[place]) {
      if (wantsAll && !seenBy(entry).every(isKnown)) break
      ordered.push(entry)
      done.set(chain, entry.seq)
      place += 1
      if (!wantsAll) break
    }
    places.set(chain, place)
    return place > begun
  }
  while (ordered.length < entries.length) {
    let moved = false
    for (const [chain, links] of chains) moved = take(chain, links, true) || moved
    // Two chains that each claim to have known the other first: no honest device writes that, but it must not hang.
    if (!moved) for (const [chain, links] of chains) if (take(chain, links, false)) break
  }
  return ordered
}

/**
 * The one order of all decisions, whatever order they came in: by time, but never against what a device knew (a
 * laptop's clock may be wrong, or set back in the middle of a round).
 */
export function inOrder(entries: readonly Entry[]): Entry[] {
  const placed = new Map<string, { latest: string; depth: number }>()
  const ends = new Map<string, { latest: string; depth: number }>()
  const nameOf = (chain: string, seq: number) => `${chain}/${seq}`
  for (const entry of causally(entries)) {
    let { latest, depth } = ends.get(entry.chain) ?? { latest: '', depth: 0 }
    for (const { chain, seq } of seenBy(entry)) {
      const other = placed.get(nameOf(chain, seq))
      if (other && other.latest > latest) latest = other.latest
      if (other && other.depth > depth) depth = other.depth
    }
    if (entry.at > latest) latest = entry.at
    const place = { latest, depth: depth + 1 }
    ends.set(entry.chain, place)
    placed.set(nameOf(entry.chain, entry.seq), place)
  }
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return entries
    .map((entry) => ({ entry, ...(placed.get(nameOf(entry.chain, entry.seq)) ?? { latest: entry.at, depth: 0 }) }))
    .toSorted(
      (a, b) =>
        compare(a.latest, b.latest) ||
        a.depth - b.depth ||
        compare(a.entry.chain, b.entry.chain) ||
        a.entry.seq - b.entry.seq,
    )
    .map(({ entry }) => entry)
}

/** Answers whether the device that wrote `later` knew of `earlier`; an entry knows of itself. */
export type Knows = (later: Entry, earlier: Entry) => boolean

/** Prepares the question who knew of what for one ledger. */
export function knowledgeOf(entries: readonly Entry[]): Knows {
  // What a chain knows of others changes only where it says so; the entries between share one map.
  const reach = new Map<string, ReadonlyMap<string, number>>()
  const current = new Map<string, ReadonlyMap<string, number>>()
  const nameOf = ({ chain, seq }: Pick<Seen, 'chain' | 'seq'>) => `${chain}/${seq}`
  const nothing: ReadonlyMap<string, number> = new Map()
  for (const entry of causally(entries)) {
    const seen = seenBy(entry)
    if (seen.length > 0) {
      const grown = new Map(current.get(entry.chain))
      const raise = (chain: string, seq: number) => grown.set(chain, Math.max(grown.get(chain) ?? 0, seq))
      for (const end of seen) {
        raise(end.chain, end.seq)
        for (const [chain, seq] of reach.get(nameOf(end)) ?? nothing) raise(chain, seq)
      }
      current.set(entry.chain, grown)
    }
    reach.set(nameOf(entry), current.get(entry.chain) ?? nothing)
  }
  return (later, earlier) =>
    later.chain === earlier.chain
      ? later.seq >= earlier.seq
      : (reach.get(nameOf(later))?.get(earlier.chain) ?? 0) >= earlier.seq
}
