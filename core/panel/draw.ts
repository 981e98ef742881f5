/**
 * The random draw of experts in front of witnesses. The pool is fixed and fingerprinted first; then chance is said
 * aloud (dice, a number); from the two everybody gets the same result on any machine.
 */
import { canonicalJson, fingerprintOf } from '../ledger/entry.ts'
import { type Refusal, refusal } from '../refusal.ts'

/** One person who can be drawn. No phone: the transcript is shown to witnesses. */
export type PoolPerson = {
  readonly name: string
  readonly unit: string
  /** Occupation classes, in the words of the organiser's list. */
  readonly classes: readonly string[]
  readonly sourceKind: string
}

export type DrawPlan = {
  readonly pool: readonly PoolPerson[]
  /** Who cannot be drawn, and why. */
  readonly exclusions: readonly { readonly name: string; readonly unit: string; readonly reason: string }[]
  /** How many of each class, drawn in this order. */
  readonly places: readonly { readonly class: string; readonly count: number }[]
  /** How many more are drawn to step in, of any of those classes. */
  readonly alternates: number
  readonly witnesses: readonly string[]
}

export type Drawn = {
  readonly name: string
  readonly unit: string
  /** The class drawn for; empty for an alternate. */
  readonly class: string
  readonly ticket: string
}
export type DrawResult = { readonly members: readonly Drawn[]; readonly alternates: readonly Drawn[] }

/** Everything a replay needs, and what it must come to. */
export type DrawTranscript = {
  readonly plan: DrawPlan
  readonly fingerprint: string
  readonly entropy: string
  readonly entropySource: string
  readonly result: DrawResult
}

const fewestDigits = 5
const keyOf = ({ name, unit }: Pick<PoolPerson, 'name' | 'unit'>) => `${name}/${unit}`

/** The hash that fixes pool, exclusions, places and witnesses before anybody knows the chance. */
export function planFingerprint(plan: DrawPlan): string {
  return fingerprintOf(canonicalJson(plan))
}

/** What was said aloud as it enters the draw: wide digits made plain, spaces dropped. */
export function plainEntropy(spoken: string): string {
  return spoken.normalize('NFKC').replace(/\s+/g, '')
}

/**
 * Draws. Each candidate of a class gets the ticket SHA-256(fingerprint ⏎ chance ⏎ class ⏎ name/unit); the smallest
 * tickets are drawn. Alternates are drawn last, among all left over, for the class "候补".
 * Refuses `draw-entropy` (fewer than five characters) and `draw-too-few` (a class lacks people).
 */
export function draw(plan: DrawPlan, spoken: string): DrawResult | Refusal {
  const entropy = plainEntropy(spoken)
  if (entropy.length < fewestDigits) return refusal('draw-entropy', { least: fewestDigits })
  const fingerprint = planFingerprint(plan)
  const out = new Set(plan.exclusions.map(keyOf))
  const pick = (wanted: string, count: number, isFit: (person: PoolPerson) => boolean): Drawn[] | Refusal => {
    const able = plan.pool.filter((person) => !out.has(keyOf(person)) && isFit(person))
    if (able.length < count) return refusal('draw-too-few', { class: wanted, count, able: able.length })
    const tickets = able.map(({ name, unit }) => ({
      name,
      unit,
      class: wanted,
      ticket: fingerprintOf([fingerprint, entropy, wanted, keyOf({ name, unit })].join('\n')),
    }))
    const drawn = tickets.toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1)).slice(0, count)
    for (const person of drawn) out.add(keyOf(person))
    return drawn
  }
  const members: Drawn[] = []
  for (const place of plan.places) {
    const drawn = pick(place.class, place.count, ({ classes }) => classes.includes(place.class))
    if ('code' in drawn) return drawn
    members.push(...drawn)
  }
  const wanted = new Set(plan.places.map((place) => place.class))
  const spare = pick('候补', plan.alternates, ({ classes }) => classes.some((one) => wanted.has(one)))
  if ('code' in spare) return spare
  return { members, alternates: spare }
}

/** Draws again from a transcript. Refuses `draw-changed` where plan, fingerprint or result do not belong together. */
export function replayDraw({ plan, fingerprint, entropy, result }: DrawTranscript): DrawResult | Refusal {
  if (planFingerprint(plan) !== fingerprint) {
    return refusal('draw-changed', { recorded: fingerprint.slice(0, 16), now: planFingerprint(plan).slice(0, 16) })
  }
  const again = draw(plan, entropy)
  if ('code' in again) return again
  if (canonicalJson(again) !== canonicalJson(result)) {
    const [recorded, now] = [result, again].map((one) => fingerprintOf(canonicalJson(one)).slice(0, 16))
    return refusal('draw-changed', { recorded: recorded ?? '', now: now ?? '' })
  }
  return again
}
