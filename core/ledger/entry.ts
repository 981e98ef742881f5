/** One line of the ledger: who decided what, when, bound to everything before it. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { ActSignature } from '../signing/act.ts'
import { seenBy } from './causality.ts'

/** In what role somebody acted. */
export const roles = ['secretariat', 'expert', 'chair', 'supervisor', 'recorder', 'program'] as const
export type Role = (typeof roles)[number]

/** Through which door the act came: the desk itself, a seat on the network, or the command line. */
export const doors = ['desk', 'seat', 'command-line'] as const
export type Door = (typeof doors)[number]

export type Actor = { readonly role: Role; readonly name: string; readonly expert?: string; readonly door: Door }

/** What is written before it is chained: payload in plain JSON values, decimals as strings. */
export type Draft<K extends string = string, P = unknown> = {
  readonly kind: K
  /** ISO 8601 with zone. */
  readonly at: string
  readonly by: Actor
  /** What it is about: the id of a packet, an expert, a stage; or the round itself. */
  readonly subject: string
  readonly payload: P
  readonly signature?: ActSignature | null
}

/** A chained entry. `hash` covers everything but itself and the signature. */
export type Entry<K extends string = string, P = unknown> = Omit<Draft<K, P>, 'signature'> & {
  readonly round: string
  /** The device whose chain it belongs to; merging keeps each device's chain whole. */
  readonly chain: string
  /** 1, 2, 3 … without gaps within one chain. */
  readonly seq: number
  /** Hash of the entry before it in the chain; 64 zeros for the first. */
  readonly prev: string
  readonly hash: string
  /** The signature of the act by the key of whoever did it; null when nobody of them had one. */
  readonly signature: ActSignature | null
}

/** The predecessor of the first entry. */
export const genesis = '0'.repeat(64)

/** RFC 8785: the one spelling of a JSON value that is hashed and signed. */
export function canonicalJson(value: unknown): string {
  const spelling = canonicalize(value)
  if (spelling === undefined) throw new TypeError('nothing to spell')
  return spelling
}

/** SHA-256 of a text in UTF-8, lower-case hex. */
export function fingerprintOf(spelling: string): string {
  return bytesToHex(sha256(utf8ToBytes(spelling)))
}

/** The hash of an entry, from everything it says. */
export function hashOf(entry: Omit<Entry, 'hash' | 'signature'>): string {
  const { round, chain, seq, prev, kind, at, by, subject, payload } = entry
  return fingerprintOf(canonicalJson({ round, chain, seq, prev, kind, at, by, subject, payload }))
}

/** Binds a draft to the chain after `previous`. */
export function chainOn(
  draft: Draft,
  place: { round: string; chain: string; previous: Pick<Entry, 'seq' | 'hash'> | null },
): Entry {
  const bound = {
    ...draft,
    round: place.round,
    chain: place.chain,
    seq: (place.previous?.seq ?? 0) + 1,
    prev: place.previous?.hash ?? genesis,
  }
  return { ...bound, hash: hashOf(bound), signature: draft.signature ?? null }
}

/** A place where a chain does not hold; `seen` is one that another chain knew otherwise, or longer. */
export type ChainProblem = {
  readonly chain: string
  readonly seq: number
  readonly why: 'gap' | 'link' | 'hash' | 'seen'
}

/** Checks every chain in a list of entries, in any order: no gap, each link, each hash, and what chains knew of each other. */
export function checkChains(entries: readonly Entry[]): ChainProblem[] {
  const problems: ChainProblem[] = []
  const hashes = new Map(entries.map(({ chain, seq, hash }) => [`${chain}/${seq}`, hash]))
  for (const { chain, seq, hash } of entries.flatMap(seenBy)) {
    if (hashes.get(`${chain}/${seq}`) !== hash) problems.push({ chain, seq, why: 'seen' })
  }
  for (const [chain, links] of Map.groupBy(entries, (entry) => entry.chain)) {
    const ordered = links.toSorted((a, b) => a.seq - b.seq)
    let previous: Entry | null = null
    for (const entry of ordered) {
      if (entry.seq !== (previous?.seq ?? 0) + 1) problems.push({ chain, seq: entry.seq, why: 'gap' })
      else if (entry.prev !== (previous?.hash ?? genesis)) problems.push({ chain, seq: entry.seq, why: 'link' })
      if (hashOf(entry) !== entry.hash) problems.push({ chain, seq: entry.seq, why: 'hash' })
      previous = entry
    }
  }
  return problems
}

/** The fingerprint of a whole ledger: of the last hash of each chain, whatever order they came in. */
export function headOf(entries: readonly Entry[]): string {
  const heads = new Map<string, Entry>()
  for (const entry of entries) {
    const known = heads.get(entry.chain)
    if (!known || known.seq < entry.seq) heads.set(entry.chain, entry)
  }
  return combineHeads([...heads.values()])
}

/** The fingerprint from each chain's last entry alone. */
export function combineHeads(heads: readonly Pick<Entry, 'chain' | 'hash'>[]): string {
  const [only] = heads
  if (!only) return genesis
  if (heads.length === 1) return only.hash
  return fingerprintOf(canonicalJson(heads.map(({ chain, hash }) => [chain, hash]).toSorted()))
}
