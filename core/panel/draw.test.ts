/** The draw: the same everywhere from pool and chance, refused when the pool was touched. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../refusal.ts'
import { type DrawPlan, draw, planFingerprint, replayDraw } from './draw.ts'

const person = (no: number, ...classes: string[]) => ({
  name: `抽样${no}`,
  unit: `测试单位${no}`,
  classes,
  sourceKind: '院校',
})
const plan: DrawPlan = {
  pool: [...Array(12).keys()].map((no) => person(no + 1, no % 2 === 0 ? '机械' : '餐饮')),
  exclusions: [{ name: '抽样1', unit: '测试单位1', reason: '申报单位职工' }],
  places: [
    { class: '机械', count: 3 },
    { class: '餐饮', count: 2 },
  ],
  alternates: 2,
  witnesses: ['监督甲', '监督乙'],
}
const drawn = (from: DrawPlan, entropy: string) => {
  const result = draw(from, entropy)
  if (isRefusal(result)) throw new Error(result.code)
  return result
}

describe('a draw', () => {
  it('takes the smallest tickets of each class, as anybody can work out', () => {
    const { members } = drawn(plan, '3 5 1 6 2')
    const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
    const able = plan.pool.filter(({ name, classes }) => classes.includes('机械') && name !== '抽样1')
    const byHand = able
      .map(({ name, unit }) => ({ name, ticket: hash(`${planFingerprint(plan)}\n35162\n机械\n${name}/${unit}`) }))
      .toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1))
      .slice(0, 3)
      .map(({ name }) => name)
    expect(members.slice(0, 3).map(({ name }) => name)).toEqual(byHand)
  })

  it('is the same from the same chance, spaces and wide digits apart, and another from another', () => {
    expect(drawn(plan, '３５１６２')).toEqual(drawn(plan, '3 5 1 6 2'))
    expect(drawn(plan, '35163')).not.toEqual(drawn(plan, '35162'))
  })

  it('draws nobody twice, nobody excluded, and each place from its class', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5,12}$/), (entropy) => {
        const { members, alternates } = drawn(plan, entropy)
        const names = [...members, ...alternates].map(({ name }) => name)
        expect(new Set(names).size).toBe(7)
        expect(names).not.toContain('抽样1')
        expect(members.map((one) => one.class)).toEqual(['机械', '机械', '机械', '餐饮', '餐饮'])
      }),
      { numRuns: 40 },
    )
  })

  it('is replayed from its transcript, and refused when one pool entry was changed', () => {
    const transcript = {
      plan,
      fingerprint: planFingerprint(plan),
      entropy: '35162',
      entropySource: '骰子',
      result: drawn(plan, '35162'),
    }
    expect(replayDraw(transcript)).toEqual(transcript.result)
    const pool = plan.pool.map((one, at) => (at === 4 ? { ...one, unit: '别的单位' } : one))
    expect(replayDraw({ ...transcript, plan: { ...plan, pool } })).toMatchObject({ code: 'draw-changed' })
    const [first, ...rest] = transcript.result.members
    const swapped = { ...transcript.result, members: [...rest, ...(first ? [first] : [])] }
    expect(replayDraw({ ...transcript, result: swapped })).toMatchObject({ code: 'draw-changed' })
  })

  it('refuses too little chance, and a class without enough people', () => {
    expect(draw(plan, '1 2')).toMatchObject({ code: 'draw-entropy' })
    expect(draw({ ...plan, places: [{ class: '机械', count: 6 }] }, '35162')).toMatchObject({
      code: 'draw-too-few',
      detail: { class: '机械', count: 6, able: 5 },
    })
  })
})
