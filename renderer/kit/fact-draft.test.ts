/** Facts as a clerk types them. */
import { describe, expect, test } from 'vitest'
import { readValue } from './fact-draft.ts'

describe('a fact being typed', () => {
  test('an amount stays the decimal that was typed, never a binary number', () => {
    expect(readValue('decimal', '7.40')).toBe('7.40')
    expect(readValue('decimal', ' 7.4 ')).toBe('7.4')
  })

  test('an amount that is not a number is not recorded', () => {
    for (const typed of ['', '7.', '7,4', '-1', '7.x', '七']) expect(readValue('decimal', typed)).toBeNull()
  })

  test('a count is a whole number', () => {
    expect(readValue('count', '3')).toBe(3)
    expect(readValue('count', '3.5')).toBeNull()
  })

  test('every year of the cycle needs its own count, zero included', () => {
    expect(readValue('counts-per-year', ['2', '0'])).toEqual([2, 0])
    expect(readValue('counts-per-year', ['2', ''])).toBeNull()
  })

  test('yes and no are both answers; nothing chosen is not', () => {
    expect(readValue('yes-no', false)).toBe(false)
    expect(readValue('yes-no', null)).toBeNull()
  })
})
