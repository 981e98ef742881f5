/** Scores side by side for the deliberation: nothing before scoring is closed, then everything with its reason. */
import { beforeAll, expect, test } from 'vitest'
import { openTestHost, refusalOf, type SmallRound, smallRound } from '#test/room.ts'

const room = openTestHost()
const { desk } = room
let made: SmallRound
/** Points taken off C1 of the first application, seat by seat: the fifth stands far from the others. */
const offC1 = ['0', '0', '0.5', '0', '3']
beforeAll(async () => {
  made = await smallRound(room, { activity: 'term-assessment', experts: 5, packets: 3, upTo: 'reading' })
  const { round, packets, experts } = made
  for (const [seat, expert] of experts.entries()) {
    for (const packet of packets) {
      const { blocks } = await room.seat(round, expert).sheets.show({ round, expert, packet })
      const judged = blocks.flatMap((block) => block.items).filter(({ kind }) => kind === 'judgement')
      const judgements = Object.fromEntries(
        judged.map(({ id, mustDeduct }) => {
          const deduct = packet === packets[0] && id === 'C1' ? (offC1[seat] ?? '0') : mustDeduct ? '0.5' : '0'
          return [id, { deduct, reason: deduct === '0' ? '' : '没有过程记录', pins: [] }]
        }),
      )
      await desk.sheets.submit({ round, expert, packet, judgements, opinion: `意见 ${seat + 1}` })
    }
  }
}, 90_000)

test('before scoring is closed nobody sees them', async () => {
  const { round, packets } = made
  expect((await refusalOf(desk.scores.show({ round, packet: packets[0] })))[0]).toBe('blind')
  expect((await refusalOf(desk.scores.list({ round })))[0]).toBe('blind')
})

test('afterwards: points, reasons, mean and spread; who stands far is marked', async () => {
  const { round, packets } = made
  const seat = room.seat(round, made.experts[1])
  const place = { round, expert: made.experts[1], packet: packets[0] }
  await seat.doubts.raise({ ...place, item: 'B2', text: '面积凭证看不清' })
  await desk.stages.close({ round, stage: 'reading' })
  const view = await desk.scores.show({ round, packet: packets[0] })
  const c1 = view.judged.find(({ item }) => item === 'C1')
  // C1 has three points: 3, 3, 2.5, 3 and 0, together 11.5.
  expect(c1?.cells.map(({ points, reason, far }) => [points, reason, far])).toEqual([
    ['3', '', false],
    ['3', '', false],
    ['2.5', '没有过程记录', false],
    ['3', '', false],
    ['0', '没有过程记录', true],
  ])
  expect([c1?.mean, c1?.range]).toEqual(['2.30', '3'])
  expect(view.range).toBe('3')
  expect(view.seats.map(({ opinion }) => opinion)).toEqual(['意见 1', '意见 2', '意见 3', '意见 4', '意见 5'])
  expect(view.disputed).toMatchObject([{ from: 'doubt', by: '评样二', text: { en: '面积凭证看不清' }, answer: '' }])
  expect(view.derived.map(({ item }) => item)).toContain('B1')
})

test('one line for each application, with rank and spread to put them in order', async () => {
  const lines = await desk.scores.list({ round: made.round })
  expect(lines.map(({ no, range, disputed }) => [no, range, disputed])).toEqual([
    [1, '3', 1],
    [2, '0', 0],
    [3, '0', 0],
  ])
  expect(lines.map(({ rank }) => rank).toSorted()).toEqual([1, 2, 3])
})
