import { expect, test } from 'vitest'
import { electedChair } from './chair.ts'

const votes = (...counts: number[]) => counts.map((count, at) => ({ expert: `e${at + 1}`, votes: count }))

test('the most votes elect; nobody need have a majority', () => {
  expect(electedChair(votes(3, 2, 2), 7)).toBe('e1')
  expect(electedChair(votes(0, 0, 1), 7)).toBe('e3')
})

test('equals at the top elect nobody, and votes are as many as members at most', () => {
  expect(electedChair(votes(3, 3, 1), 7)).toEqual({ code: 'chair-tied', detail: { votes: 3 } })
  expect(electedChair(votes(4, 4), 7)).toEqual({ code: 'chair-votes', detail: { cast: 8, present: 7 } })
  expect(electedChair(votes(0, 0), 7)).toEqual({ code: 'chair-votes', detail: { cast: 0, present: 7 } })
})
