// Fifteen seats save at once: each is answered, and what was answered is there. The long form: npm run soak -- lan
import { expect, test } from 'vitest'
import { gatherCrowd, work } from '#test/helpers/crowd.ts'
import { scratchFolder } from '#test/room.ts'

test('fifteen seats save as fast as they can for two seconds, and nothing acknowledged is lost', async () => {
  const crowd = await gatherCrowd(scratchFolder(), 15)
  try {
    const { acks, failed, lost } = await work(crowd, { seconds: 2, pauseMs: 0 })
    expect([failed, lost]).toEqual([0, 0])
    expect(acks).toBeGreaterThan(15)
    expect((await crowd.desk.ledger.verify({ round: crowd.round })).ok).toBe(true)
  } finally {
    await crowd.close()
  }
}, 120_000)
