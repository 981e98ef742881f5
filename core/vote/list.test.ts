/** A list vote: places, ties at the last place, and the count of papers. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ballotPaper, listOutcome } from './list.ts'

const rows = (...votes: number[]) =>
  votes.map((count, at) => ({ packet: `p${at + 1}`, for: count, enough: count >= 4 }))

describe('a list vote', () => {
  it('takes everybody with enough votes while there are places', () => {
    expect(listOutcome(rows(5, 4, 3), null)).toEqual({ selected: ['p1', 'p2'], tied: [], left: 0 })
    expect(listOutcome(rows(5, 4, 3), 2)).toEqual({ selected: ['p1', 'p2'], tied: [], left: 0 })
  })

  it('leaves out the fewest votes, whatever the order of the list', () => {
    expect(listOutcome(rows(4, 6, 5), 2)).toEqual({ selected: ['p2', 'p3'], tied: [], left: 0 })
  })

  it('does not decide between those level at the last place', () => {
    expect(listOutcome(rows(6, 5, 5, 4), 2)).toEqual({ selected: ['p1'], tied: ['p2', 'p3'], left: 1 })
    expect(listOutcome(rows(5, 5, 5), 2)).toEqual({ selected: [], tied: ['p1', 'p2', 'p3'], left: 2 })
  })

  it('never fills more than the places, and never passes over more votes', () => {
    const votes = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 12 }), (counts, places) => {
        const all = rows(...counts)
        const { selected, tied, left } = listOutcome(all, places)
        expect(selected.length + left).toBeLessThanOrEqual(places)
        if (tied.length > 0) expect(tied.length).toBeGreaterThan(left)
        const inSelected = all.filter(({ packet }) => selected.includes(packet)).map((row) => row.for)
        const out = all.filter(({ packet }) => !selected.includes(packet)).map((row) => row.for)
        if (inSelected.length > 0 && out.length > 0)
          expect(Math.min(...inSelected)).toBeGreaterThanOrEqual(Math.max(...out))
      }),
    )
  })

  it('counts papers', () => {
    expect(ballotPaper(6, ['for', 'for', 'against', 'abstain', 'invalid', 'for'])).toEqual({
      issued: 6,
      returned: 6,
      valid: 5,
      invalid: 1,
    })
  })
})
