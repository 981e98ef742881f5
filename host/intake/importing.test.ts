/** What a running import says of itself. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { scratchFolder } from '#test/room.ts'
import { Importing } from './importing.ts'
import { add } from './meter.ts'

test('all sources are counted, however many there are, and the time left follows from the bytes', async () => {
  const folder = scratchFolder()
  const paths = Array.from({ length: 30 }, (_, no) => {
    const packet = path.join(folder, String(no), '证明')
    mkdirSync(packet, { recursive: true })
    writeFileSync(path.join(packet, 'a.pdf'), Buffer.alloc(1_000))
    return path.dirname(packet)
  })
  let clock = 0
  const job = new Importing(paths, () => clock)
  await job.survey()
  const first = job.meterOf(0)
  add(first, 'allBytes', 1_000)
  add(first, 'files', 1)
  job.finished(0)
  const second = job.meterOf(1)
  add(second, 'allBytes', 2_000)
  add(second, 'bytes', 1_000)
  clock = 3_000
  // 1,500 bytes in 3 s: the other 28,500 take 57 s; a zip counts by the share of it that was read
  expect(job.progress()).toEqual({
    sources: { done: 1, of: 30 },
    files: 1,
    bytes: { done: 1_500, of: 30_000 },
    secondsLeft: 57,
    current: '1',
    cancelling: false,
  })
})
