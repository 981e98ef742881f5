/** A list vote: several applications on one ballot, with a most that one ballot may agree to and places to fill. */

export type ListRow = {
  readonly packet: string
  readonly for: number
  /** Enough votes for, by the adopted rule. */
  readonly enough: boolean
}

export type ListOutcome = {
  /** Chosen, whatever becomes of those who are tied. */
  readonly selected: readonly string[]
  /** Level on votes where the places run out: only another vote decides between them. */
  readonly tied: readonly string[]
  /** Places that the tied compete for. */
  readonly left: number
}

/**
 * Who is chosen. Only those with enough votes can be; where they are more than `places` (null: no limit), those with
 * most votes are; who is level at the last place is tied. Never decided by the order of the list.
 */
export function listOutcome(rows: readonly ListRow[], places: number | null): ListOutcome {
  const able = rows.filter(({ enough }) => enough).toSorted((a, b) => b.for - a.for)
  if (places === null || able.length <= places) {
    return { selected: able.map(({ packet }) => packet), tied: [], left: 0 }
  }
  const last = able[places - 1]?.for ?? 0
  if (able[places]?.for !== last) {
    return { selected: able.slice(0, places).map(({ packet }) => packet), tied: [], left: 0 }
  }
  const above = able.filter((row) => row.for > last).map(({ packet }) => packet)
  const level = able.filter((row) => row.for === last).map(({ packet }) => packet)
  return { selected: above, tied: level, left: places - above.length }
}

/** The four numbers that must agree before a count is read out: issued = returned = valid + invalid. */
export type BallotPaper = {
  readonly issued: number
  readonly returned: number
  readonly valid: number
  readonly invalid: number
}

/** Counts the papers: one is issued to everybody who is present and may vote. */
export function ballotPaper(present: number, choices: readonly string[]): BallotPaper {
  const invalid = choices.filter((choice) => choice === 'invalid').length
  return { issued: present, returned: choices.length, valid: choices.length - invalid, invalid }
}
