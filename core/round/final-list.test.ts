import { describe, expect, test } from 'vitest'
import { exact } from '../exact/exact.ts'
import { departures, type ListEntry, placesFit, preliminaryIn } from './final-list.ts'

/** Scores by letter; the list in its order. Letters not in the list are left out. */
function departing(scores: Record<string, string | null>, list: string): string[] {
  const entries: ListEntry[] = Object.entries(scores).map(([packet, score]) => ({
    packet,
    name: packet,
    value: score === null ? null : exact(score),
    place: list.includes(packet) ? list.indexOf(packet) + 1 : null,
  }))
  return departures(entries).map(({ packet, because }) => `${packet}：${because['zh-CN']}`)
}
const scores = { A: '92', B: '90', C: '88', D: '88', E: '70', F: null }

describe('departures from the score order', () => {
  test('the order itself, whole or ended early, departs nowhere', () => {
    expect(departing(scores, 'ABCDE')).toEqual([])
    expect(departing(scores, 'AB')).toEqual([])
    expect(departing(scores, '')).toEqual([])
  })
  test('equal scores may stand either way', () => {
    expect(departing(scores, 'ABDC')).toEqual([])
  })
  test('one of two equals left out departs: the end of the list breaks no tie', () => {
    expect(departing(scores, 'ABC')).toEqual(['D：“D”与列入名单的“C”得分相同，却未列入'])
    expect(departing({ A: null, B: null }, 'A')).toEqual([])
  })
  test('equals that an adopted step told apart have an order: the second may be left out, not the first', () => {
    const ranked = (list: string) => {
      const entries = ['C', 'D'].map((packet, at) => {
        const place = list.includes(packet) ? list.indexOf(packet) + 1 : null
        return { packet, name: packet, value: exact('88'), rank: at + 3, place }
      })
      return departures(entries).map(({ packet, because }) => `${packet}：${because['zh-CN']}`)
    }
    expect(ranked('CD')).toEqual([])
    expect(ranked('C')).toEqual([])
    expect(ranked('D')).toEqual(['C：“C”与列入名单的“D”得分相同、按选定的次序在前，却未列入'])
    expect(ranked('DC')).toEqual(['D：“D”排在得分相同、按选定的次序在前的“C”之前'])
  })
  test('who is passed over departs; who only moves up does not', () => {
    expect(departing(scores, 'ACD')).toEqual(['B：“B”得分高于列入名单的“C”，却未列入'])
  })
  test('who is lifted departs, and is told before whom', () => {
    expect(departing(scores, 'CABD')).toEqual(['C：“C”排在得分更高的“A”等 2 项之前'])
    expect(departing(scores, 'BACD')).toEqual(['B：“B”排在得分更高的“A”之前'])
  })
  test('an unscored application on the list departs as soon as a scored one follows or is left out', () => {
    expect(departing(scores, 'ABCDF')).toEqual(['E：“E”得分高于列入名单的“F”，却未列入'])
    expect(departing(scores, 'FABCDE')).toEqual(['F：“F”排在得分更高的“A”等 5 项之前'])
  })
  test('values are compared exactly: a third is below 0.3334 and above 0.3333', () => {
    const third = { packet: 'B', name: 'B', value: exact('1').div(exact('3')), place: 1 }
    const other = (value: string) => ({ packet: 'A', name: 'A', value: exact(value), place: 2 })
    expect(departures([other('0.3334'), third]).map(({ packet }) => packet)).toEqual(['B'])
    expect(departures([other('0.3333'), third])).toEqual([])
  })
})

test('places run from 1 without gap or repetition', () => {
  expect(placesFit([2, 1, 3])).toBe(true)
  expect(placesFit([])).toBe(true)
  expect(placesFit([1, 3])).toBe(false)
  expect(placesFit([1, 1])).toBe(false)
})

test('the preliminary list is what the last end of scoring left', () => {
  const closed = (stage: string, order?: object[]) => ({ kind: 'stage.closed', payload: { stage, next: null, order } })
  const row = (packet: string) => ({ packet, exact: '90', rank: 1 })
  expect(preliminaryIn([closed('recusal')])).toEqual([])
  expect(preliminaryIn([closed('reading', [row('A')]), closed('visit'), closed('reading', [row('B')])])).toEqual([
    row('B'),
  ])
})
