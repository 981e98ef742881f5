// The short form of `npm run soak -- workbook-thousand`: a large round's workbook, written in a thread of its own.
import path from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { openHost } from '#host/host.ts'
import { greyPng } from '#host/papers/charts/grey-png.ts'
import { sheetsOf } from '#host/papers/sheets/sheets.ts'
import { typed } from '#host/papers/typing.ts'
import { sumOf } from '#test/bench/cells.ts'
import { caller, largeBook, largeRound, madeAt, storeIn } from '#test/bench/large.ts'
import { makeLargeRound } from '#test/helpers/large-round.ts'
import { scratchFolder } from '#test/room.ts'

test('every cell that was planned is in the file, numbers and all', async () => {
  const folder = path.join(scratchFolder(), 'large')
  await makeLargeRound(storeIn(folder), { packets: 6, experts: 5 })
  const host = openHost(storeIn(folder), { now: () => new Date(madeAt) })
  const { files } = await typed({ host, caller }, largeRound, { kind: 'workbook' })
  await host.close()
  const models = [...sheetsOf(await largeBook(folder))]
  expect(models.filter(({ name }) => name.startsWith('个人评分表'))).toHaveLength(5)
  const values = models.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value)))
  const shown = values.filter((value) => value !== null)
  const numbers = shown.filter((value) => typeof value === 'number')
  const { cells, sum } = sumOf(files[0]?.bytes ?? new Uint8Array())
  expect(cells).toBe(shown.length)
  expect(sum).toBeCloseTo(
    numbers.reduce((total, value) => total + value, 0),
    2,
  )
}, 120_000)

test('a picture in grey has the pixels that were drawn', async () => {
  const canvas = createCanvas(3, 2)
  const pen = canvas.getContext('2d')
  for (const [at, shade] of [0, 51, 102, 153, 204, 255].entries()) {
    pen.fillStyle = `rgb(${shade}, ${shade}, ${shade})`
    pen.fillRect(at % 3, Math.floor(at / 3), 1, 1)
  }
  const image = await loadImage(await greyPng(canvas.data(), { width: 3, height: 2 }))
  const again = createCanvas(3, 2)
  again.getContext('2d').drawImage(image, 0, 0)
  const reds = [...again.data()].filter((_, at) => at % 4 === 0)
  expect(reds).toEqual([0, 51, 102, 153, 204, 255])
})
