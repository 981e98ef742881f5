/** Objections during publicity: the entry they concern is held, the others go on. No document says how one is decided. */

/** What became of an objection: upheld, the entry falls; rejected, it goes on. */
export const objectionOutcomes = ['upheld', 'rejected'] as const
export type ObjectionOutcome = (typeof objectionOutcomes)[number]

export type Objection = {
  readonly packet: string
  /** Null while nobody has decided. */
  readonly outcome: ObjectionOutcome | null
}

export type PublicStanding = 'published' | 'held' | 'cleared' | 'fallen'

/** Where one entry of the list stands: held by any open objection, fallen by any upheld one. */
export function publicStanding(packet: string, objections: readonly Objection[]): PublicStanding {
  const own = objections.filter((objection) => objection.packet === packet)
  if (own.some(({ outcome }) => outcome === 'upheld')) return 'fallen'
  if (own.some(({ outcome }) => outcome === null)) return 'held'
  return own.length > 0 ? 'cleared' : 'published'
}

/** True when an objection still comes in time: until the end of the last day. Dates as YYYY-MM-DD. */
export function isInTime(received: string, { firstDay, lastDay }: { firstDay: string; lastDay: string }): boolean {
  return received >= firstDay && received <= lastDay
}
