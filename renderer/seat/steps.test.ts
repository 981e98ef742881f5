/** Taking back the last step on a sheet. */
import { describe, expect, test } from 'vitest'
import type { Draft } from './score.ts'
import { type Held, lastStep, type Step, withStep } from './steps.ts'

const draft = (score: string, reason = '', pins: Draft['pins'] = []): Draft => ({ score, reason, pins })
const page = { file: 'zm', page: 3 }

/** Writes one held value after another into a slot, as strokes do. */
function written(steps: readonly Step[], slot: string, ...held: Held[]): readonly Step[] {
  return held.slice(1).reduce((all, after, at) => withStep(all, slot, held[at] as Held, after), steps)
}

describe('steps', () => {
  test('strokes in one field are one step, its reason another, each pinned page its own', () => {
    const steps = written(
      [],
      '2.1',
      draft(''),
      draft('1'),
      draft('12'),
      draft('12', '缺'),
      draft('12', '缺证'),
      draft('12', '缺证', [page]),
      draft('12', '缺证', [page, { ...page, page: 4 }]),
    )
    expect(steps.map(({ part }) => part)).toEqual(['score', 'reason', 'pins', 'pins'])
    expect(steps[0]?.before).toEqual(draft(''))
    expect(steps[1]?.before).toEqual(draft('12'))
  })

  test('the same field again after another item is a new step', () => {
    const first = written([], '2.1', draft(''), draft('8'))
    const second = written(first, '2.2', draft(''), draft('5'))
    const third = written(second, '2.1', draft('8'), draft('7'))
    expect(third.map(({ slot }) => slot)).toEqual(['2.1', '2.2', '2.1'])
    expect(lastStep(third, (slot) => (slot === '2.1' ? draft('7') : draft('5')))).toEqual({
      step: { slot: '2.1', part: 'score', before: draft('8'), after: draft('7') },
      left: second,
    })
  })

  test('a slot that moved on by itself is passed over', () => {
    const steps = written(written([], '2.1', draft(''), draft('8')), '2.2', draft(''), draft('5'))
    const found = lastStep(steps, (slot) => (slot === '2.2' ? draft('4') : draft('8')))
    expect(found?.step.slot).toBe('2.1')
    expect(lastStep(steps, () => undefined)).toBeNull()
  })

  test('nothing changed is no step; the opinion is one', () => {
    expect(withStep([], '2.1', draft('8'), draft('8'))).toEqual([])
    expect(written([], 'opinion', '', '同', '同意').map(({ part, before }) => [part, before])).toEqual([
      ['opinion', ''],
    ])
  })
})
