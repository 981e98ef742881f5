/** The chair: elected by the members present, or appointed by the organiser. The documents name no way; both are kept. */
import { type Refusal, refusal } from '../refusal.ts'

/** Votes for one candidate. */
export type ChairVotes = { readonly expert: string; readonly votes: number }

/**
 * Whom the members present elected: more votes than anybody else. `present` is how many may vote, one vote each.
 * Refuses `chair-votes` (none, or more votes than members) and `chair-tied` (equals at the top: vote again).
 */
export function electedChair(votes: readonly ChairVotes[], present: number): string | Refusal {
  const cast = votes.reduce((sum, one) => sum + one.votes, 0)
  if (cast === 0 || cast > present) return refusal('chair-votes', { cast, present })
  const [first, second] = votes.toSorted((a, b) => b.votes - a.votes)
  if (!first || first.votes === second?.votes) return refusal('chair-tied', { votes: first?.votes ?? 0 })
  return first.expert
}
