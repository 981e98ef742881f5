// Copying into the store: whole or not at all, and never twice.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { hashFile, keepBody, pathOf } from '#db/packet-files.ts'
import { copySource } from './copy.ts'
import { openJournal } from './journal.ts'
import { cancel, newMeter, readMeter } from './meter.ts'

const folder = mkdtempSync(join(tmpdir(), 'intake-copy-'))
afterAll(() => rmSync(folder, { recursive: true }))
const store = join(folder, 'store')
const incoming = () => readdirSync(join(store, 'files', 'incoming'))

describe('one body', () => {
  test('is hashed while it is copied: SHA-256 of "abc" as FIPS 180-2 has it', async () => {
    const kept = await keepBody(store, [Buffer.from('a'), Buffer.from('bc')], 3)
    expect(kept).toEqual({ sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', size: 3 })
    expect(readFileSync(pathOf(store, kept.sha256), 'utf8')).toBe('abc')
    expect(await hashFile(pathOf(store, kept.sha256))).toBe(kept.sha256)
  })

  test('the stick goes away in the middle: nothing of it stays', async () => {
    function* pulled() {
      yield Buffer.from('half')
      throw Object.assign(new Error('gone'), { code: 'EIO' })
    }
    await expect(keepBody(store, pulled(), 8)).rejects.toMatchObject({ code: 'EIO' })
    expect(incoming()).toEqual([])
  })

  test('a body shorter than its source promised is a broken read, not a file', async () => {
    await expect(keepBody(store, [Buffer.from('ab')], 3)).rejects.toMatchObject({ code: 'EIO' })
    expect(incoming()).toEqual([])
  })
})

describe('a source', () => {
  const given = join(folder, '甲')
  mkdirSync(given)
  const write = (name: string, words: string) => {
    writeFileSync(join(given, name), words)
    // whole seconds, so that the time can be set back exactly
    utimesSync(join(given, name), 1_700_000_000, 1_700_000_000)
  }
  for (const name of ['一.txt', '二.txt', '三.txt']) write(name, `${name}……`)

  test('cut short and begun again reads only what is not in the store yet', async () => {
    const cut = newMeter()
    cancel(cut)
    await expect(copySource(given, store, openJournal(store), cut)).rejects.toMatchObject({
      refusal: { code: 'import-cancelled' },
    })
    const meter = newMeter()
    const first = await copySource(given, store, openJournal(store), meter)
    expect(readMeter(meter)).toEqual({ bytes: 39, allBytes: 39, files: 3, allFiles: 3 })

    // Were it read again, other bytes under the same name, size and time would get another hash.
    write('二.txt', '二.txt！！')
    expect(await copySource(given, store, openJournal(store), newMeter())).toEqual(first)

    // What is no longer in the store is read again, whatever the journal says.
    rmSync(pathOf(store, first.files.find(({ name }) => name === '二.txt')?.sha256 ?? ''))
    const third = await copySource(given, store, openJournal(store), newMeter())
    expect(third.files.filter(({ sha256 }, at) => sha256 !== first.files[at]?.sha256).map(({ name }) => name)).toEqual([
      '二.txt',
    ])
  })

  test('a journal whose last line was cut off still tells the others', () => {
    const journal = openJournal(join(folder, 'other'))
    journal.note('甲', { sha256: 'a', size: 1 })
    writeFileSync(join(folder, 'other', 'files', 'copied.jsonl'), '["甲",{"sha256":"a","size":1}]\n["乙",{"sha', {
      flag: 'w',
    })
    const again = openJournal(join(folder, 'other'))
    expect([again.find('甲'), again.find('乙')]).toEqual([{ sha256: 'a', size: 1 }, undefined])
  })
})
