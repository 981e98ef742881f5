/** What an expert types for an item, read exactly: the points kept, and what is deducted from the maximum. */

import { decimal, exact, isDecimal } from '#core/exact/exact.ts'
import type { Judgement, Proof } from '#core/ledger/kinds.ts'

/** One item as it stands on the screen: the score as typed, the reason, the pinned pages. */
export type Draft = { readonly score: string; readonly reason: string; readonly pins: readonly Proof[] }
export const emptyDraft: Draft = { score: '', reason: '', pins: [] }

/** The bounds of an item: its maximum, the most that may be deducted, and whether something must be. */
export type Bounds = { readonly max: string; readonly maxDeduct: string | null; readonly mustDeduct?: boolean }

export type ReadScore =
  | { readonly kind: 'empty' }
  | { readonly kind: 'score'; readonly score: string; readonly deduct: string }
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'too-high'; readonly most: string }
  | { readonly kind: 'not-full' }
  | { readonly kind: 'too-low'; readonly least: string }

/** Chinese input methods type ４．５ or 4。5; both are 4.5. */
export function plainDigits(typed: string): string {
  return typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[。．，,、]/g, '.')
    .replace(/\s+/g, '')
}

/** Reads a typed score against the item's bounds; at most two decimals, as the host takes them. */
export function readScore(typed: string, { max, maxDeduct, mustDeduct = false }: Bounds): ReadScore {
  const plain = plainDigits(typed).replace(/^\./, '0.').replace(/\.$/, '')
  if (plain === '') return { kind: 'empty' }
  if (!isDecimal(plain) || plain.startsWith('-') || /\.\d{3,}$/.test(plain)) return { kind: 'not-a-number' }
  const score = exact(plain)
  const most = exact(max)
  if (score.compare(most) > 0) return { kind: 'too-high', most: max }
  if (mustDeduct && score.equals(most)) return { kind: 'not-full' }
  const least = most.sub(exact(maxDeduct ?? max))
  if (score.compare(least) < 0) return { kind: 'too-low', least: decimal(least) }
  return { kind: 'score', score: decimal(score), deduct: decimal(most.sub(score)) }
}

/** The points kept after a deduction. */
export function scoreAfter(deduct: string, max: string): string {
  return decimal(exact(max).sub(exact(deduct)))
}

/** What the host knows of an item, as a draft. */
export function draftOf(judgement: Judgement | null, max: string): Draft {
  if (!judgement) return emptyDraft
  return { score: scoreAfter(judgement.deduct, max), reason: judgement.reason, pins: judgement.pins }
}

/** What is sent for a draft: null takes the entry back, undefined cannot be sent yet. */
export function messageOf(draft: Draft, bounds: Bounds): Judgement | null | undefined {
  const read = readScore(draft.score, bounds)
  if (read.kind === 'empty') return null
  if (read.kind !== 'score') return undefined
  return { deduct: read.deduct, reason: draft.reason.trim(), pins: [...draft.pins] }
}

/** What an item still lacks: its score, a score that can be read, or the reason of a deduction. */
export type Lack = 'score' | 'number' | 'reason' | null

export function lackOf(draft: Draft, bounds: Bounds): Lack {
  const read = readScore(draft.score, bounds)
  if (read.kind === 'empty') return 'score'
  if (read.kind !== 'score') return 'number'
  return read.deduct !== '0' && draft.reason.trim() === '' ? 'reason' : null
}

/** The first id of `open` at or after `from` in the order of `all`, around the end; null when none is open. */
export function nextOpen(all: readonly string[], open: ReadonlySet<string>, from: string | null): string | null {
  const start = Math.max(from === null ? 0 : all.indexOf(from), 0)
  return [...all.slice(start), ...all.slice(0, start)].find((id) => open.has(id)) ?? null
}

/** Highest, lowest and middle of the totals this expert has given. */
export function spreadOf(totals: readonly string[]): { highest: string; lowest: string; middle: string } | null {
  const sorted = totals.map((total) => exact(total)).sort((a, b) => a.compare(b))
  const lowest = sorted[0]
  const highest = sorted.at(-1)
  if (!lowest || !highest) return null
  const upper = sorted[Math.floor(sorted.length / 2)] ?? highest
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? lowest
  return { highest: decimal(highest), lowest: decimal(lowest), middle: decimal(lower.add(upper).div(2)) }
}

/** This expert's own order so far: equal totals share a place, 1, 2, 2, 4. */
export function ranksOf(totals: readonly { packet: string; total: string }[]): Map<string, number> {
  const better = (than: string) => totals.filter(({ total }) => exact(total).compare(exact(than)) > 0).length
  return new Map(totals.map(({ packet, total }) => [packet, better(total) + 1]))
}
