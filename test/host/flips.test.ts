// A bit that turns over in a store, a bundle or an archive is found. Every byte of each: npm run soak -- flips
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { flipArchive, flipBundle, flipStore } from '#test/helpers/flipped-round.ts'
import { openTestHost, scratchFolder, smallRound } from '#test/room.ts'

const folder = scratchFolder()

test('of an archive', async () => {
  const room = openTestHost()
  const { round } = await smallRound(room, { activity: 'selection', upTo: 'end', packets: 3 })
  const to = path.join(folder, 'archive.jpa')
  await room.desk.archive.export({ round, to })
  const { missed, found, tried } = await flipArchive(room.ctx, to, Math.ceil(readFileSync(to).length / 40))
  expect(missed).toEqual([])
  expect(tried).toBeGreaterThan(35)
  expect(found).toBe(tried)
}, 120_000)

test('of a work bundle', async () => {
  const [office, laptop] = [openTestHost(), openTestHost()]
  const { round, experts, packets } = await smallRound(office, { activity: 'selection', upTo: 'reading' })
  const packed = await office.desk.bundles.pack({ round, to: path.join(folder, 'package.jpa') })
  await laptop.desk.bundles.open({ path: packed.path, passphrase: packed.passphrase })
  await laptop.desk.sheets.submit({ round, expert: experts[0], packet: packets[0], opinion: '样例' })
  const { path: work } = await laptop.desk.bundles.seal({ round, to: path.join(folder, 'work.jpa') })
  const take = async (bent: string) => (await office.desk.bundles.import({ round, paths: [bent] })).imported.length
  const trial = await flipBundle(work, Math.ceil(readFileSync(work).length / 30), take)
  expect(trial.missed).toEqual([])
  expect(trial.found).toBe(trial.tried)
}, 120_000)

test("of the store's own file: found, or it changed nothing that was decided", async () => {
  const room = openTestHost()
  const { round } = await smallRound(room, { activity: 'selection', upTo: 'end', packets: 3 })
  const file = room.host.store.round(round).$client
  file.pragma('wal_checkpoint(TRUNCATE)')
  await room.host.close()
  const size = readFileSync(file.name).length
  // An odd step walks through every place of a page: its head, its cells, what is free in it.
  const trial = await flipStore(room.folder, round, Math.ceil(size / 40) | 1)
  expect(trial.missed).toEqual([])
  expect(trial.found).toBeGreaterThan(trial.tried / 4)
}, 240_000)
