import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refused } from '#core/refusal.ts'
import { decodeNames, isRubbish, isUnsafeName } from './archive-names.ts'
import { type CraftedEntry, craftedZip } from './crafted-zip.ts'
import { readSource } from './source.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intake-source-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function zipped(name: string, entries: readonly CraftedEntry[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, craftedZip(entries))
  return path
}

async function refusalOf(work: Promise<unknown>) {
  const failure = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (failure instanceof Refused) return failure.refusal
  throw new Error(`not refused: ${String(failure)}`)
}

async function bodiesOf(path: string): Promise<Record<string, string>> {
  const source = await readSource(path)
  const bodies: Record<string, string> = {}
  try {
    for (const file of source.files) {
      const chunks: Uint8Array[] = []
      for await (const chunk of file.chunks()) chunks.push(Buffer.from(chunk))
      bodies[file.name] = Buffer.concat(chunks).toString()
    }
    return bodies
  } finally {
    await source.close()
  }
}

describe('what is read', () => {
  test('a zip with Chinese names in UTF-8 gives names, sizes and bodies', async () => {
    const path = await zipped('好.zip', [
      { name: '申报表.docx', body: '甲' },
      { name: '照片/', body: '' },
      { name: '照片/01.jpg', body: '乙' },
    ])
    expect(await bodiesOf(path)).toEqual({ '申报表.docx': '甲', '照片/01.jpg': '乙' })
  })

  test('a zip of an old Chinese Windows gives its GBK names', async () => {
    const path = await zipped('gbk.zip', [
      // 申报表.docx and 照片\专.jpg in GBK; 专 alone would also be a valid UTF-8 letter
      { name: Buffer.from('c9eab1a8b1ed2e646f6378', 'hex'), flags: 0 },
      { name: Buffer.from('d5d5c6ac5cd7a82e6a7067', 'hex'), flags: 0 },
    ])
    expect(Object.keys(await bodiesOf(path)).sort()).toEqual(['照片/专.jpg', '申报表.docx'].sort())
  })

  test('a name that is valid but senseless UTF-8 is read as GBK', () => {
    expect(decodeNames([{ bytes: Buffer.from('d7a82e6a7067', 'hex'), utf8: false }])).toEqual(['专.jpg'])
    expect(decodeNames([{ bytes: Buffer.from('照片.jpg'), utf8: false }])).toEqual(['照片.jpg'])
  })

  test('rubbish is left out and listed, in a zip and in a folder', async () => {
    const names = ['表.docx', 'Thumbs.db', '~$表.docx', '__MACOSX/._表.docx', '.DS_Store', 'Desktop.ini']
    const zip = await readSource(
      await zipped(
        'rubbish.zip',
        names.map((name) => ({ name })),
      ),
    )
    expect(zip.files.map(({ name }) => name)).toEqual(['表.docx'])
    expect([...zip.skipped].sort()).toEqual([
      '.DS_Store',
      'Desktop.ini',
      'Thumbs.db',
      '__MACOSX/._表.docx',
      '~$表.docx',
    ])
    await zip.close()
    const path = join(folder, 'a folder')
    await mkdir(join(path, '照片'), { recursive: true })
    await writeFile(join(path, '表.docx'), '甲')
    await writeFile(join(path, '照片', 'Thumbs.db'), '乙')
    await writeFile(join(path, '照片', '一.jpg'), '丙')
    const source = await readSource(path)
    expect(source.name).toBe('a folder')
    expect(source.files.map(({ name, size }) => [name, size])).toEqual([
      ['照片/一.jpg', 3],
      ['表.docx', 3],
    ])
    expect(source.skipped).toEqual(['照片/Thumbs.db'])
    expect(isRubbish('照片/一.jpg')).toBe(false)
  })

  test('a large entry is unpacked as a stream and checked', async () => {
    const body = Buffer.alloc(40 * 1024 ** 2, 'jiangping 匠评')
    for (let at = 0; at < body.length; at += 512) body.writeUInt32LE((at * 2_654_435_761) >>> 0, at)
    expect((await bodiesOf(await zipped('large.zip', [{ name: 'a.bin', body }])))['a.bin']?.length).toBeGreaterThan(
      1_000_000,
    )
    const wrong = await zipped('wrong.zip', [{ name: 'a.bin', body, crc: 1 }])
    expect((await refusalOf(bodiesOf(wrong))).code).toBe('not-a-zip')
  })
})

describe('what is refused', () => {
  test.each([
    '../evil.txt',
    'a/../../evil.txt',
    '..\\evil.txt',
    '/etc/passwd',
    'C:\\evil.txt',
    'C:evil.txt',
    'a\0.txt',
    'CON.txt',
    'a/nul',
    'Lpt1 .doc',
    'a.txt:stream',
    'a//b.txt',
  ])('an entry named %j makes the whole zip unsafe', async (name) => {
    const path = await zipped('unsafe.zip', [{ name: '申报表.docx' }, { name }])
    expect((await refusalOf(readSource(path))).code).toBe('unsafe-archive')
  })

  test('ordinary Chinese names are safe', () => {
    for (const name of ['申报表（终稿）.docx', '照片/', '照片/01 现场.jpg', 'console.txt', 'a..b.pdf']) {
      expect(isUnsafeName(name)).toBe(false)
    }
  })

  test.each<[string, CraftedEntry[]]>([
    ['a symbolic link', [{ name: 'link', body: '/etc/passwd', attributes: 0o120777 * 0x10000 }]],
    ['two entries over the same bytes', [{ name: 'a.txt' }, { name: 'b.txt', sharesBodyOf: 0 }]],
    ['the same name twice', [{ name: 'a.txt' }, { name: 'A.TXT' }]],
    ['an entry that grows more than 200 times', [{ name: 'bomb', body: Buffer.alloc(80 * 1024 ** 2) }]],
    ['more than 2 GB in all', [{ name: 'a', declaredSize: 2 ** 32 - 2 }]],
    ['more than 5,000 entries', Array.from({ length: 5_001 }, (_, at) => ({ name: `${at}` }))],
  ])('%s is unsafe', async (_, entries) => {
    expect((await refusalOf(readSource(await zipped('hostile.zip', entries)))).code).toBe('unsafe-archive')
  })

  test('a body larger or smaller than declared, or with a wrong sum, is a damaged zip', async () => {
    for (const entry of [{ declaredSize: 2 }, { declaredSize: 9_000 }, { crc: 7 }]) {
      const path = await zipped('lying.zip', [{ name: 'a.txt', body: 'longer than two', ...entry }])
      expect((await refusalOf(bodiesOf(path))).code).toBe('not-a-zip')
    }
  })

  test('a zip that was cut off, a password, other archives, old Word, nothing at all', async () => {
    const whole = craftedZip([{ name: 'a.txt' }])
    const given: [string, Buffer, string][] = [
      ['cut.zip', whole.subarray(0, whole.length - 30), 'not-a-zip'],
      ['text.zip', Buffer.from('not a zip'), 'not-a-zip'],
      ['locked.zip', craftedZip([{ name: 'a.txt', flags: 0x801 }]), 'locked-archive'],
      ['a.rar', Buffer.from('526172211a0700', 'hex'), 'unsupported-archive'],
      ['renamed.zip', Buffer.from('526172211a070100', 'hex'), 'unsupported-archive'],
      ['a.7z', Buffer.from('377abcaf271c', 'hex'), 'unsupported-archive'],
      ['a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-word'],
      ['a.wps', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-word'],
      ['empty.zip', craftedZip([]), 'empty-source'],
      ['rubbish only.zip', craftedZip([{ name: 'Thumbs.db' }]), 'empty-source'],
    ]
    for (const [name, bytes, code] of given) {
      await writeFile(join(folder, name), bytes)
      expect([name, (await refusalOf(readSource(join(folder, name)))).code]).toEqual([name, code])
    }
    expect((await refusalOf(readSource(join(folder, 'nowhere.zip')))).code).toBe('not-found')
  })

  test.skipIf(process.platform === 'win32')('a symbolic link in a folder is unsafe', async () => {
    const path = join(folder, 'linked')
    await mkdir(path)
    await symlink('/etc/passwd', join(path, 'a.txt'))
    expect(await refusalOf(readSource(path))).toEqual({
      code: 'unsafe-archive',
      detail: { source: 'linked', why: 'a.txt' },
    })
  })
})
