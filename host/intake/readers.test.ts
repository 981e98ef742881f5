// A reader that breaks down over one file: that file is named, everything else goes on.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { shippedFormMaps } from '../forms.ts'
import { craftedDocx, craftedTable, craftedZip } from './crafted-zip.ts'
import { newMeter } from './meter.ts'
import { readPackets } from './packet.ts'
import { openReaders } from './readers.ts'

const folder = mkdtempSync(join(tmpdir(), 'intake-readers-'))
afterAll(() => rmSync(folder, { recursive: true }))
const maps = [...shippedFormMaps().values()]

/** A well-formed document that takes far more memory to understand than it has letters. */
const greedy = craftedDocx(
  Array.from({ length: 1_200 }, (_, at) =>
    craftedTable([Array.from({ length: 12 }, (_, cell) => `${at}.${cell}`)]),
  ).join(''),
)

test('out of memory over one file of a packet: that file is named, the others come in', async () => {
  const readers = openReaders({ memory: 24 })
  const path = join(folder, 'greedy.zip')
  writeFileSync(
    path,
    craftedZip([
      { name: '吃内存.docx', body: greedy },
      { name: '说明.txt' },
      { name: '另一份.docx', body: craftedDocx('<w:p/>') },
    ]),
  )
  const { packets } = await readPackets(readers, { path, store: join(folder, 'store'), maps, meter: newMeter() })
  expect(packets[0]?.files.map(({ name, problem }) => [name, problem?.code, problem?.detail.why])).toEqual([
    ['另一份.docx', undefined, undefined],
    ['吃内存.docx', 'reader-crashed', 'memory'],
    ['说明.txt', undefined, undefined],
  ])
  await readers.close()
})

test('out of time over one file: the reader is replaced and the next file is read', async () => {
  const readers = openReaders({ count: 1, patience: 1 })
  const slow = join(folder, 'slow.docx')
  writeFileSync(slow, greedy)
  await expect(readers.inspect(slow, 'slow.docx', maps)).rejects.toMatchObject({ why: 'time' })
  await readers.close()
  const patient = openReaders({ count: 1 })
  const jobs = Array.from({ length: 5 }, () => patient.inspect(slow, 'slow.docx', maps))
  expect((await Promise.all(jobs)).map(({ kind }) => kind)).toEqual(Array(5).fill('other'))
  await patient.close()
})
