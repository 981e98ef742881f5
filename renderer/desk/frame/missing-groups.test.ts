/** Eighty missing sheets are seven lines. */
import { expect, test } from 'vitest'
import type { Missing, SeatView } from '#host/api/shapes.ts'
import { groupMissing } from './missing-groups.ts'

const seat = (expert: string, no: number) => ({ expert, seat: no, name: `评样${no}` }) as SeatView
const sheet = (expert: string, packet: string): Missing => ({
  gate: 'every-sheet-submitted',
  text: { 'zh-CN': `${expert} ${packet}`, en: `${expert} ${packet}` },
  where: { expert, packet },
})

test('missing sheets of one expert are one line that counts them, in the order they were first named', () => {
  const groups = groupMissing([sheet('e1', 'p1'), sheet('e2', 'p1'), sheet('e1', 'p2')], [seat('e1', 1), seat('e2', 2)])
  expect(groups.map(({ count, seat: who }) => [count, who?.seat ?? null])).toEqual([
    [2, 1],
    [1, null],
  ])
})

test('anything but sheets stays a line of its own', () => {
  const visit = (packet: string): Missing => ({ ...sheet('e1', packet), gate: 'every-visit-recorded' })
  expect(groupMissing([visit('p1'), visit('p2')], [])).toHaveLength(2)
})
