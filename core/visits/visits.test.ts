/** Rules of site visits: the plan, numbers of photos, and what follows from what was seen. */
import { describe, expect, test } from 'vitest'
import { gapsIn, photoName, together } from './photos.ts'
import { planProblems } from './plan.ts'

const ground = {
  packets: new Map([['p1', '1 样例甲']]),
  members: new Map([
    ['e1', '甲样'],
    ['e2', '乙样'],
  ]),
  isRecused: (expert: string) => expert === 'e2',
}
const stop = { packet: 'p1', date: '2026-11-18', time: null, place: '样例路', team: ['e1'], lead: 'e1', recorder: 'e1' }

describe('the plan', () => {
  test('one that can be carried out', () => {
    expect(planProblems([stop], ground)).toEqual([])
  })
  test('names whoever may not go, and what is there twice', () => {
    const codes = planProblems([stop, { ...stop, team: ['e1', 'e2', 'x'], recorder: 'e3' }], ground).map(
      ({ code }) => code,
    )
    expect(codes).toEqual(['visit-planned-twice', 'visit-stranger', 'visit-recused', 'visit-not-in-team'])
  })
  test('an application that is not in the round', () => {
    expect(planProblems([{ ...stop, packet: 'p9' }], ground)).toEqual([
      { code: 'unknown-packet', detail: { packet: 'p9' } },
    ])
  })
})

describe('numbers of photos', () => {
  test('are spelled by seat', () => {
    expect(photoName({ seat: 2, no: 7 })).toBe('2-07')
    expect(photoName({ seat: 0, no: 120 })).toBe('0-120')
  })
  test('the same bytes count once, under the first number', () => {
    const photo = (seat: number, no: number, sha256: string) => ({ seat, no, sha256 })
    expect(together([photo(2, 1, 'a'), photo(1, 2, 'a'), photo(1, 1, 'b')])).toEqual([
      photo(1, 1, 'b'),
      photo(1, 2, 'a'),
    ])
  })
  test('a number without photo and without a word is a gap', () => {
    const at = (seat: number, no: number) => ({ seat, no })
    expect(gapsIn([at(1, 1), at(1, 4), at(2, 1)], [at(1, 2)])).toEqual(['1-03'])
  })
})
