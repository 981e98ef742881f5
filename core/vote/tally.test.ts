/** Named votes: thresholds at their boundaries, recusals, quorum, and the sentence that is read out. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal, sentenceOf } from '../refusal.ts'
import { type Base, type Quorum, ruleText, type Threshold } from './rule.ts'
import { needed, type Tally, tally, toAnswer, type VoteQuestion } from './tally.ts'

const atLeast = (numerator: number, denominator: number, base: Base = 'present'): Threshold => ({
  numerator,
  denominator,
  strict: false,
  base,
})
const moreThan = (numerator: number, denominator: number, base: Base = 'present'): Threshold => ({
  numerator,
  denominator,
  strict: true,
  base,
})
const vote: VoteQuestion = {
  appointed: 7,
  recused: 1,
  absent: 0,
  for: 5,
  against: 1,
  abstain: 0,
  threshold: atLeast(2, 3),
}

function counted(changes: Partial<VoteQuestion> = {}): Tally {
  const answer = tally({ ...vote, ...changes })
  if (isRefusal(answer)) throw new Error(sentenceOf(answer, 'en'))
  return answer
}

describe('votes needed', () => {
  it.each<[string, Threshold, number, number]>([
    ['two thirds of 6', atLeast(2, 3), 6, 4],
    ['two thirds of 7', atLeast(2, 3), 7, 5],
    ['more than two thirds of 6', moreThan(2, 3), 6, 5],
    ['more than half of 7', moreThan(1, 2), 7, 4],
    ['more than half of 6', moreThan(1, 2), 6, 4],
    ['half of 6', atLeast(1, 2), 6, 3],
    ['all of 5', atLeast(1, 1), 5, 5],
    ['a third of 1', atLeast(1, 3), 1, 1],
  ])('%s', (_, threshold, appointed, votes) => {
    expect(needed(threshold, { appointed, recused: 0, absent: 0 })).toBe(votes)
  })

  it('a recused expert does not enter the denominator, an absent one only when the base says so', () => {
    const attendance = { appointed: 9, recused: 2, absent: 1 } // 9 appointed, 7 entitled, 6 present
    expect(needed(atLeast(2, 3, 'present'), attendance)).toBe(4)
    expect(needed(atLeast(2, 3, 'entitled'), attendance)).toBe(5)
    expect(needed(atLeast(2, 3, 'appointed'), attendance)).toBe(6)
  })
})

describe('tally', () => {
  it('passes at the threshold and not one vote below', () => {
    expect(counted({ for: 4, against: 2 })).toMatchObject({ entitled: 6, present: 6, cast: 6, needed: 4, passed: true })
    expect(counted({ for: 3, against: 2, abstain: 1 }).passed).toBe(false)
  })

  it('abstentions and people who did not vote stay in the base', () => {
    expect(counted({ for: 3, against: 0, abstain: 3 })).toMatchObject({ needed: 4, passed: false })
    expect(counted({ for: 3, against: 0 })).toMatchObject({ cast: 3, needed: 4, passed: false })
  })

  it('reports a tie', () => {
    expect(counted({ for: 3, against: 3, threshold: moreThan(1, 2) })).toMatchObject({ tie: true, passed: false })
  })

  it('decides nothing without a quorum', () => {
    const quorum: Quorum = { numerator: 2, denominator: 3, base: 'appointed' } // 5 of 7
    expect(counted({ quorum, absent: 1, for: 5, against: 0 })).toMatchObject({
      present: 5,
      quorumMet: true,
      passed: true,
    })
    expect(counted({ quorum, absent: 2, for: 4, against: 0 })).toMatchObject({
      present: 4,
      quorumMet: false,
      passed: false,
    })
    expect(counted().quorumMet).toBeNull()
  })

  it('an empty room decides nothing', () => {
    expect(counted({ absent: 6, for: 0, against: 0 })).toMatchObject({ present: 0, needed: 1, passed: false })
  })

  it.each<[string, Partial<VoteQuestion>, string]>([
    ['more votes than people', { for: 6, against: 1 }, 'bad-vote'],
    ['negative votes', { against: -1 }, 'bad-vote'],
    ['half a vote', { for: 4.5 }, 'bad-vote'],
    ['more recused than appointed', { recused: 8 }, 'bad-vote'],
    ['more absent than entitled', { absent: 7, for: 0, against: 0 }, 'bad-vote'],
    ['nobody entitled', { recused: 7, for: 0, against: 0 }, 'nobody-entitled'],
    ['a zero denominator', { threshold: atLeast(1, 0) }, 'bad-threshold'],
    ['a share above the whole', { threshold: atLeast(4, 3) }, 'bad-threshold'],
    ['a quorum above the whole', { quorum: atLeast(4, 3) }, 'bad-threshold'],
  ])('refuses %s', (_, changes, code) => {
    expect(tally({ ...vote, ...changes })).toMatchObject({ code })
  })

  it('agrees with counting on fingers', () => {
    const shares = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .filter(([upper, lower]) => upper <= lower)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), shares, fc.boolean(), (heads, [numerator, denominator], strict) => {
        const votes = needed(
          { numerator, denominator, strict, base: 'present' },
          { appointed: heads, recused: 0, absent: 0 },
        )
        const isEnough = (count: number) =>
          strict ? count * denominator > heads * numerator : count * denominator >= heads * numerator
        const fingers = Array.from({ length: heads + 2 }, (_, count) => count)
        expect(votes).toBe(fingers.find(isEnough))
      }),
    )
  })
})

describe('in words', () => {
  it('reads the result out', () => {
    const answer = counted()
    expect(toAnswer(answer, 'zh-CN').sentence).toBe(
      '应到 7 人，回避 1 人，实到 6 人；须到会成员三分之二以上（4 票）同意；同意 5 票，反对 1 票，弃权 0 票，通过。',
    )
    expect(answer.sentence.en).toBe(
      '7 appointed, 1 recused, 6 present; at least two thirds of those present (4 votes) must agree; 5 for, 1 against, 0 abstaining: passed.',
    )
  })

  it('says why a vote failed', () => {
    expect(counted({ for: 3, against: 3, threshold: moreThan(1, 2) }).sentence['zh-CN']).toContain(
      '同意与反对票数相等，未通过',
    )
    const quorum: Quorum = { numerator: 2, denominator: 3, base: 'appointed' }
    expect(counted({ quorum, absent: 2, for: 4, against: 0 }).sentence['zh-CN']).toBe(
      '应到 7 人，回避 1 人，缺席 2 人，实到 4 人；到会人数须达全体成员三分之二以上（5 人）；须到会成员三分之二以上（3 票）同意；同意 4 票，反对 0 票，弃权 0 票，到会人数不足，未通过。',
    )
  })

  it('prints the adopted rule', () => {
    expect(ruleText(moreThan(1, 2))['zh-CN']).toBe('须超过到会成员半数同意方为通过；弃权计入基数，不算同意。')
    expect(ruleText(atLeast(2, 3, 'appointed'), { numerator: 4, denominator: 5, base: 'entitled' })).toEqual({
      'zh-CN': '须全体成员三分之二以上同意方为通过；到会人数须达有表决权的成员五分之四以上；弃权计入基数，不算同意。',
      en: 'To pass, at least two thirds of the whole panel must agree; at least four fifths of those entitled to vote must be present; abstentions stay in the base and are not agreement.',
    })
    expect(ruleText(atLeast(1, 1))['zh-CN']).toBe('须到会成员一致同意方为通过；弃权计入基数，不算同意。')
  })
})
