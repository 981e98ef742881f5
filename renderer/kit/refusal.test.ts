/** What a person reads when something did not work. */
import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import { isNetworkLoss, sentenceFor } from './refusal.ts'

describe('a failed call', () => {
  test('a refusal of the host is its own sentence, with its blanks filled', () => {
    const error = new ORPCError('REFUSED', { status: 422, data: { code: 'even-panel', detail: { count: 6 } } })
    expect(sentenceFor(error, 'zh-CN')).toBe('专家组现有 6 人，是偶数。评审专家须为单数，请增减一人。')
  })

  test('a lost network is said as such, and work goes on by itself', () => {
    const error = new TypeError('Failed to fetch')
    expect(isNetworkLoss(error)).toBe(true)
    expect(sentenceFor(error, 'zh-CN')).toContain('连不上主机')
  })

  test('a fault of the program promises only what is true: what was saved is safe', () => {
    expect(sentenceFor(new ORPCError('INTERNAL_SERVER_ERROR'), 'en')).toContain('what was saved is safe')
  })

  test('a code nobody knows is a fault, not a blank', () => {
    const error = new ORPCError('REFUSED', { status: 422, data: { code: 'no-such-code', detail: {} } })
    expect(sentenceFor(error, 'zh-CN')).toContain('程序出了差错')
  })
})
