/** Personal numbers are not shown to readers who do not need them. */
import { expect, it } from 'vitest'
import { masked } from './mask.ts'

it('an identity number and a mobile number are dotted out, everything else stays', () => {
  expect(masked('身份证号 650100197904120215，手机 13800001101')).toBe('身份证号 650•••••••••••••15，手机 138••••••01')
  expect(masked('65010019790412021X')).toBe('650•••••••••••••1X')
})

it('amounts, dates, office phones and certificate numbers stay as they are', () => {
  const plain = '2026年3月5日 7.4 万元 0991-0000101 证书 S000065010019790412021512'
  expect(masked(plain)).toBe(plain)
})
