// What a round pays: the selected workshops only, by their level, with what the unit adds.
import { expect, test } from 'vitest'
import { openTestHost, refusalOf, smallRound } from '#test/room.ts'

test('nothing is told while the marks are blind', async () => {
  const room = openTestHost()
  const { round } = await smallRound(room, { activity: 'selection', upTo: 'material-check' })
  expect((await refusalOf(room.desk.afterwards.round({ round })))[0]).toBe('blind')
})

test('after the vote the total is ten times the workshops selected', async () => {
  const room = openTestHost()
  const { desk } = room
  const { round } = await smallRound(room, { activity: 'selection', upTo: 'end' })
  const { rows } = await desk.results.compute({ round })
  const selected = rows.filter(({ decisionCode }) => decisionCode === 'selected').length
  const money = await desk.afterwards.round({ round })
  expect(selected).toBeGreaterThan(0)
  expect(money.rows.map(({ wan, matching }) => [wan, matching])).toEqual(Array(selected).fill(['10', 'unknown']))
  expect(money.total).toBe(String(10 * selected))
})
