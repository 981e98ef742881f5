/** Money, consequences and duties of the five schemes; sums and days worked out by hand from the texts. */
import { describe, expect, it } from 'vitest'
import chongqing from '#schemes/chongqing-2024/afterwards.json' with { type: 'json' }
import luzhou from '#schemes/luzhou-2025/afterwards.json' with { type: 'json' }
import lvliang from '#schemes/lvliang-2025/afterwards.json' with { type: 'json' }
import urumqi from '#schemes/urumqi-2023/afterwards.json' with { type: 'json' }
import yunyang from '#schemes/yunyang-2022/afterwards.json' with { type: 'json' }
import { decimal } from '../exact/exact.ts'
import { isRefusal } from '../refusal.ts'
import { parseAfterwards } from './afterwards.ts'
import { follow, type WorkshopEvent } from './follow.ts'
import { type Beneficiary, payments } from './money.ts'
import { remindersOf } from './reminders.ts'

const schemes = {
  LZ: parseAfterwards(luzhou),
  YY: parseAfterwards(yunyang),
  UR: parseAfterwards(urumqi),
  CQ: parseAfterwards(chongqing),
  LL: parseAfterwards(lvliang),
}
type Prefix = keyof typeof schemes

const stands = (prefix: Prefix, named: string, ...events: WorkshopEvent[]) => follow(schemes[prefix], { named, events })
const kinds = (answer: ReturnType<typeof stands>) =>
  isRefusal(answer) ? answer.code : answer.effects.map(({ kind }) => kind)

describe('consequences', () => {
  it('Urumqi: unqualified is the end, with plaque, money and a ban of 36 full months; nothing is rectified', () => {
    const failed = { event: 'assessed-unqualified', on: '2026-01-31' } as const
    const answer = stands('UR', '2024-02-01', failed)
    expect(answer).toMatchObject({ state: 'revoked', clause: '第十九条（二）', next: [] })
    expect(kinds(answer)).toEqual(['title-cancelled', 'plaque-returned', 'money-recovered', 'ban'])
    expect(!isRefusal(answer) && answer.effects.at(-1)).toMatchObject({ on: '2026-01-31', until: '2029-01-31' })
    expect(stands('UR', '2024-02-01', failed, { event: 'reassessed-qualified', on: '2026-08-01' })).toMatchObject({
      code: 'no-such-step',
    })
  })

  it('Urumqi: grounds count within four years of the naming', () => {
    const good = { event: 'assessed-qualified', on: '2026-01-10' } as const
    expect(stands('UR', '2024-02-01', good, { event: 'ground-found', on: '2028-02-01' })).toMatchObject({
      state: 'revoked',
    })
    expect(stands('UR', '2024-02-01', good, { event: 'ground-found', on: '2028-02-02' })).toMatchObject({
      code: 'outside-watch',
      detail: { until: '2028-02-01' },
    })
  })

  it('Luzhou: at most six months, not a day longer; then title and the whole subsidy', () => {
    const failed = (until?: string) => ({ event: 'assessed-unqualified', on: '2027-08-31', until }) as const
    expect(stands('LZ', '2025-08-20', failed())).toMatchObject({ code: 'rectification-open' })
    expect(stands('LZ', '2025-08-20', failed('2028-02-29'))).toMatchObject({
      state: 'rectifying',
      rectifyBy: '2028-02-29',
    })
    expect(stands('LZ', '2025-08-20', failed('2028-03-01'))).toMatchObject({
      code: 'rectification-too-long',
      detail: { months: 6, until: '2028-02-29' },
    })
    const answer = stands('LZ', '2025-08-20', failed('2028-01-01'), {
      event: 'reassessed-unqualified',
      on: '2028-01-05',
    })
    expect(answer).toMatchObject({ state: 'revoked', rectifyBy: null })
    expect(kinds(answer)).toEqual(['title-cancelled', 'money-recovered'])
  })

  it('Yunyang: exactly one year, then the title only', () => {
    const failed = (until?: string) => ({ event: 'assessed-unqualified', on: '2024-05-05', until }) as const
    expect(stands('YY', '2022-05-05', failed())).toMatchObject({ rectifyBy: '2025-05-05' })
    expect(stands('YY', '2022-05-05', failed('2025-05-04'))).toMatchObject({ code: 'rectification-exact' })
    expect(kinds(stands('YY', '2022-05-05', failed(), { event: 'reassessed-unqualified', on: '2025-05-06' }))).toEqual([
      'title-cancelled',
    ])
    expect(kinds(stands('YY', '2022-05-05', { event: 'assessed-excellent', on: '2024-05-05' }))).toEqual([
      'prize-paid',
      'preferred',
    ])
  })

  it('Chongqing: the length is entered, and the organiser chooses between downgrade and cancellation', () => {
    const failed = { event: 'assessed-unqualified', on: '2026-07-01', until: '2026-12-31' } as const
    const again = (to?: 'downgraded' | 'revoked') =>
      ({ event: 'reassessed-unqualified', on: '2027-01-04', to }) as const
    expect(stands('CQ', '2024-09-01', failed, again())).toMatchObject({ code: 'step-needs-choice' })
    expect(stands('CQ', '2024-09-01', failed, again('downgraded'))).toMatchObject({ state: 'downgraded' })
    expect(kinds(stands('CQ', '2024-09-01', failed, again('revoked')))).toEqual(['title-cancelled'])
  })

  it('Lüliang: a recommender orders rectification; no money is recovered', () => {
    const ordered = { event: 'ordered-to-rectify', on: '2026-03-01', until: '2026-06-01' } as const
    expect(kinds(stands('LL', '2025-09-01', ordered, { event: 'reassessed-unqualified', on: '2026-06-02' }))).toEqual([
      'title-cancelled',
    ])
  })

  it('events come in their order', () => {
    expect(stands('YY', '2022-05-05', { event: 'assessed-qualified', on: '2022-05-04' })).toMatchObject({
      code: 'events-out-of-order',
    })
  })
})

describe('money', () => {
  const pay = (prefix: Prefix, ...workshops: Beneficiary[]) => {
    const answer = payments(schemes[prefix], workshops)
    if (isRefusal(answer)) return answer.code
    const { rows, total, open } = answer
    return {
      paid: rows.map(({ wan }) => wan && decimal(wan)),
      matching: rows.map((row) => row.matching),
      total: decimal(total),
      open,
    }
  }

  it('Chongqing: by level, the difference on a rise, the state’s sum left open', () => {
    expect(
      pay(
        'CQ',
        { workshop: '甲', level: '市级' },
        { workshop: '乙', level: '首席' },
        { workshop: '丙', level: '首席', risesFrom: '市级' },
        { workshop: '丁', level: '国家级', risesFrom: '首席' },
      ),
    ).toEqual({ paid: ['5', '15', '10', null], matching: Array(4).fill('not-required'), total: '30', open: ['丁'] })
  })

  it('Yunyang: none where higher money pays, open while nobody knows; five to be matched', () => {
    expect(
      pay(
        'YY',
        { workshop: '甲', level: '县级', receivesHigher: false, matching: '5' },
        { workshop: '乙', level: '县级', receivesHigher: true, matching: '4.99' },
        { workshop: '丙', level: '县级' },
      ),
    ).toEqual({ paid: ['5', '0', null], matching: ['enough', 'too-little', 'unknown'], total: '5', open: ['丙'] })
  })

  it('Urumqi 10, Luzhou 5, Lüliang 3', () => {
    expect(
      pay('UR', { workshop: '甲', level: '市级', matching: '10' }, { workshop: '乙', level: '市级', matching: '9.99' }),
    ).toMatchObject({
      total: '20',
      matching: ['enough', 'too-little'],
    })
    expect(pay('LZ', { workshop: '甲', level: '市级' })).toMatchObject({ total: '5' })
    expect(pay('LL', { workshop: '甲', level: '市级' })).toMatchObject({ total: '3' })
    expect(pay('LL', { workshop: '甲', level: '首席' })).toBe('unknown-level')
  })
})

describe('what is due', () => {
  const due = (prefix: Prefix, named: string, on: string) =>
    remindersOf(schemes[prefix], { named, on }).map(({ id, remind, due: last, state }) => [id, remind, last, state])

  it('Urumqi: the yearly report at the end of the year, the assessment from three months before the end', () => {
    expect(due('UR', '2024-09-15', '2026-06-14')).toEqual([
      ['term-end', '2026-06-15', '2026-09-15', 'coming'],
      ['yearly-report', '2026-12-10', '2026-12-31', 'coming'],
    ])
    expect(due('UR', '2024-09-15', '2026-06-15')[0]?.at(-1)).toBe('open')
    expect(due('UR', '2024-09-15', '2026-09-16')[0]?.at(-1)).toBe('late')
  })

  it('Luzhou: from 10 December, late after the 20th; 回头看 every two years after the building period', () => {
    expect(due('LZ', '2025-08-20', '2025-12-21')[0]).toEqual(['yearly-report', '2025-12-10', '2025-12-20', 'late'])
    expect(due('LZ', '2025-08-20', '2025-12-20')[0]?.at(-1)).toBe('open')
    expect(due('LZ', '2025-08-20', '2030-01-01').find(([id]) => id === 'look-back')).toEqual([
      'look-back',
      '2031-05-20',
      '2031-08-20',
      'coming',
    ])
  })

  it('Lüliang asks for nothing', () => {
    expect(due('LL', '2025-09-01', '2026-01-01')).toEqual([])
  })
})

it('publicity as each document has it', () => {
  const lengths = Object.values(schemes).map(({ publicity }) => publicity.length)
  expect(lengths).toEqual([
    { days: 5, unit: 'working' },
    null,
    { days: 7, unit: 'calendar' },
    null,
    { days: 5, unit: 'working' },
  ])
})
