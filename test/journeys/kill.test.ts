// The power goes while everybody saves: whatever a seat was told is kept is kept. The long form: npm run soak -- kill
import { expect, test } from 'vitest'
import { tryKilling } from '#test/helpers/killing.ts'
import { scratchFolder } from '#test/room.ts'

test('three times the host is killed while five seats save, and no acknowledged mark is lost', async () => {
  const trial = await tryKilling(scratchFolder(), { kills: 3, seed: 20_261_116 })
  expect(trial.problems).toEqual([])
  expect(trial.kills).toBe(3)
  expect(trial.saves).toBeGreaterThan(45)
  expect(trial.values).toBeGreaterThan(100)
  // Somebody was in the middle of a save each time: the moment was not an idle one.
  expect(trial.cutOff).toBeGreaterThanOrEqual(3)
}, 120_000)
