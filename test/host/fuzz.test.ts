// The short form of `npm run soak -- intake-fuzz`.
import { expect, test } from 'vitest'
import { fuzzIntake } from '#test/helpers/fuzzing.ts'
import { scratchFolder } from '#test/room.ts'

test('three hundred broken files: each comes in or is refused with a code, and nothing lands outside the store', async () => {
  const { inputs, imported, codes, problems } = await fuzzIntake(scratchFolder(), { inputs: 300, seed: 4 })
  expect(problems).toEqual([])
  expect(inputs).toBe(300)
  // both happen, or the trial would prove nothing
  expect(imported).toBeGreaterThan(20)
  expect(Object.keys(codes)).toEqual(expect.arrayContaining(['broken-docx', 'broken-pdf', 'not-a-zip']))
})
