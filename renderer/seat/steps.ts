/** The steps of one open sheet, so that the last one can be taken back: what an item held before it was touched. */
import type { Draft } from './score.ts'

/** What one slot of the sheet holds: an item's draft, or the opinion's text. */
export type Held = Draft | string
export type Step = { readonly slot: string; readonly part: Part; readonly before: Held; readonly after: Held }
type Part = 'score' | 'reason' | 'pins' | 'opinion'

/** Enough to go back over a whole sheet; more would only cost memory. */
const most = 200

function partOf(before: Held, after: Held): Part {
  if (typeof before === 'string' || typeof after === 'string') return 'opinion'
  if (before.score !== after.score) return 'score'
  return before.reason === after.reason ? 'pins' : 'reason'
}

/**
 * The steps with one more. Strokes in the same field are one step, as a person sees them; a pinned page is one each.
 * @param before what the slot held, `after` what it holds now
 */
export function withStep(steps: readonly Step[], slot: string, before: Held, after: Held): readonly Step[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return steps
  const part = partOf(before, after)
  const last = steps.at(-1)
  if (last && part !== 'pins' && last.slot === slot && last.part === part) {
    return [...steps.slice(0, -1), { ...last, after }]
  }
  return [...steps, { slot, part, before, after }].slice(-most)
}

/**
 * The newest step that can still be taken back, and the steps that are left once it is. Steps whose slot has moved on
 * by itself (another device of this seat, a sheet returned) are passed over: taking them back would bend what came later.
 * @param heldNow what a slot holds at this moment; undefined when it is not on the sheet any more
 */
export function lastStep(
  steps: readonly Step[],
  heldNow: (slot: string) => Held | undefined,
): { step: Step; left: readonly Step[] } | null {
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at] as Step
    if (JSON.stringify(heldNow(step.slot)) === JSON.stringify(step.after)) return { step, left: steps.slice(0, at) }
  }
  return null
}
