// Hostile and messy packets, written by Python's zipfile: each is refused by a code, or taken in with a notice, and leaves
// nothing outside the store.
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refused } from '#core/refusal.ts'
import { newMeter } from '#host/intake/meter.ts'
import { readPackets } from '#host/intake/packet.ts'
import { openReaders } from '#host/intake/readers.ts'
import { scratchFolder } from '#test/room.ts'

const writer = fileURLToPath(new URL('../helpers/hostile.py', import.meta.url))
const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0)
const folder = scratchFolder()
const given = path.join(folder, 'given')
const store = path.join(folder, 'store')
const readers = openReaders()
afterAll(() => readers.close())

async function read(name: string) {
  try {
    const { packets } = await readPackets(readers, { path: path.join(given, name), store, maps: [], meter: newMeter() })
    const [packet] = packets
    return {
      files: packet?.files.map((file) => file.name),
      problems: packet?.files.flatMap(({ problem }) => problem?.code ?? []),
    }
  } catch (failure) {
    if (failure instanceof Refused) return failure.refusal.code
    throw failure
  }
}

describe.skipIf(!python)(`packets that Python wrote${python ? '' : ' (no Python here: skipped)'}`, () => {
  beforeAll(() => {
    execFileSync(python ?? '', [writer, given])
  })

  test('names in GBK, and in GBK, UTF-8 without and with the flag side by side', async () => {
    expect(await read('gbk.zip')).toMatchObject({ files: ['申报材料/联通.txt', '申报材料/证书（扫描）.txt'] })
    expect(await read('mixed.zip')).toMatchObject({
      files: ['plain.txt', '丙/说明.txt', '乙/说明书.txt', '甲/说明.txt'],
    })
  })

  test('an archive in an archive is opened, one deeper stays a file with its reason', async () => {
    expect(await read('nested.zip')).toEqual({
      files: ['内/材料.zip/申报材料/联通.txt', '内/材料.zip/申报材料/证书（扫描）.txt', '外.txt'],
      problems: [],
    })
    expect(await read('deep.zip')).toEqual({
      files: ['更深.zip/内/材料.zip', '更深.zip/外.txt'],
      problems: ['nested-archive'],
    })
  })

  test.each([
    ['up.zip', 'unsafe-archive'],
    ['absolute.zip', 'unsafe-archive'],
    ['drive.zip', 'unsafe-archive'],
    ['device.zip', 'unsafe-archive'],
    ['link.zip', 'unsafe-archive'],
    ['case.zip', 'unsafe-archive'],
    ['many.zip', 'unsafe-archive'],
    ['bomb.zip', 'unsafe-archive'],
    ['entities.docx', 'broken-docx'],
    ['bomb.xlsx', 'broken-xlsx'],
  ])('%s is refused: %s', async (name, code) => expect(await read(name)).toBe(code))

  test('a bomb inside a packet stays packed and is named; the rest comes in', async () => {
    expect(await read('nested-bomb.zip')).toEqual({ files: ['外.txt', '炸弹.zip'], problems: ['unsafe-archive'] })
  })

  test('macros, scripts and a picture of 30,000 × 30,000 are named and never opened', async () => {
    expect(await read('macros.docx')).toMatchObject({ problems: ['has-macros'] })
    expect(await read('script.pdf')).toMatchObject({ problems: ['active-pdf'] })
    expect(await read('huge.png')).toMatchObject({ problems: ['huge-picture'] })
  })

  test('nothing was written beside the store', () => {
    expect(readdirSync(folder).sort()).toEqual(['given', 'store'])
    expect(readdirSync(path.join(store, 'files', 'incoming'))).toEqual([])
  })
})
