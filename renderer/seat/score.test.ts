/** Scores as experts type them. */
import { describe, expect, it } from 'vitest'
import { draftOf, lackOf, messageOf, nextOpen, plainDigits, ranksOf, readScore, scoreAfter, spreadOf } from './score.ts'

const five = { max: '5', maxDeduct: '5' }

describe('a typed score', () => {
  it.each([
    ['4', '4', '1'],
    ['3.5', '3.5', '1.5'],
    ['4.', '4', '1'],
    ['.5', '0.5', '4.5'],
    ['5.00', '5', '0'],
    ['0', '0', '5'],
    ['４．５', '4.5', '0.5'],
    ['4。5', '4.5', '0.5'],
    [' 3 ', '3', '2'],
  ])('%j keeps %s points and deducts %s', (typed, score, deduct) => {
    expect(readScore(typed, five)).toEqual({ kind: 'score', score, deduct })
  })

  it('is exact where a binary float is not: 20 less 14.8 is 5.2', () => {
    expect(readScore('14.8', { max: '20', maxDeduct: '20' })).toEqual({ kind: 'score', score: '14.8', deduct: '5.2' })
  })

  it.each(['abc', '4.555', '-1', '1e1', '4-5', '..'])('%j is not a number the host would take', (typed) => {
    expect(readScore(typed, five)).toEqual({ kind: 'not-a-number' })
  })

  it('is refused above the maximum and below what may be deducted, and says the bound', () => {
    expect(readScore('5.01', five)).toEqual({ kind: 'too-high', most: '5' })
    expect(readScore('1', { max: '5', maxDeduct: '3' })).toEqual({ kind: 'too-low', least: '2' })
  })

  it('is not full marks below a standard, where something must be deducted', () => {
    expect(readScore('5', { ...five, mustDeduct: true })).toEqual({ kind: 'not-full' })
    expect(readScore('4.5', { ...five, mustDeduct: true })).toEqual({ kind: 'score', score: '4.5', deduct: '0.5' })
  })

  it('is nothing while the field is empty', () => {
    expect(readScore('', five)).toEqual({ kind: 'empty' })
  })
})

describe('a draft of an item', () => {
  const draft = { score: '4', reason: ' 焊接工位仅 2 个 ', pins: [{ file: 'f', page: 7 }] }

  it('is told to the host as a deduction with its trimmed reason and its pages', () => {
    expect(messageOf(draft, five)).toEqual({ deduct: '1', reason: '焊接工位仅 2 个', pins: [{ file: 'f', page: 7 }] })
  })

  it('takes the entry back when the score is wiped out, and waits while the score cannot be read', () => {
    expect(messageOf({ ...draft, score: '' }, five)).toBeNull()
    expect(messageOf({ ...draft, score: '4x' }, five)).toBeUndefined()
  })

  it('comes back from the host as the score that was typed', () => {
    expect(scoreAfter('5.2', '20')).toBe('14.8')
    expect(draftOf({ deduct: '1', reason: '理由', pins: [] }, '5')).toEqual({ score: '4', reason: '理由', pins: [] })
    expect(draftOf(null, '5').score).toBe('')
  })

  it('lacks its score, a readable number, or the reason of a deduction; full marks need none', () => {
    expect(lackOf({ score: '', reason: '', pins: [] }, five)).toBe('score')
    expect(lackOf({ score: '9', reason: '', pins: [] }, five)).toBe('number')
    expect(lackOf({ score: '4', reason: '  ', pins: [] }, five)).toBe('reason')
    expect(lackOf({ score: '4', reason: '少一台', pins: [] }, five)).toBeNull()
    expect(lackOf({ score: '5', reason: '', pins: [] }, five)).toBeNull()
  })
})

describe('the next item that waits', () => {
  const all = ['A1', 'B3', 'C1', 'C2']

  it('is the first from here on, then from the top', () => {
    expect(nextOpen(all, new Set(['A1', 'C2']), 'B3')).toBe('C2')
    expect(nextOpen(all, new Set(['A1']), 'B3')).toBe('A1')
    expect(nextOpen(all, new Set(['A1', 'C2']), null)).toBe('A1')
  })

  it('is none when nothing waits', () => {
    expect(nextOpen(all, new Set(), 'B3')).toBeNull()
  })
})

describe('own spread', () => {
  it('shows the highest, the lowest and the middle of own totals', () => {
    expect(spreadOf(['91.5', '76', '84'])).toEqual({ highest: '91.5', lowest: '76', middle: '84' })
    expect(spreadOf(['91.5', '84'])).toEqual({ highest: '91.5', lowest: '84', middle: '87.75' })
    expect(spreadOf([])).toBeNull()
  })
})

it('full-width digits of a Chinese input method are digits', () => {
  expect(plainDigits('１２。５')).toBe('12.5')
})

describe('the own order so far', () => {
  it('shares a place between equal totals and leaves the next one out', () => {
    const totals = ['88.5', '92', '88.50', '70'].map((total, at) => ({ packet: `p${at + 1}`, total }))
    expect([...ranksOf(totals)]).toEqual([
      ['p1', 2],
      ['p2', 1],
      ['p3', 2],
      ['p4', 4],
    ])
  })
})
