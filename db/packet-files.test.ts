/** Papers read again and compared with their names. */
import { createHash } from 'node:crypto'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { alteredFiles, keepBytes, pathOf } from './packet-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jiangping-papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('only what changed is named, among small papers and one that is read in passing', async () => {
  const bodies = ['一', '二', '三', '四', '五', '六'].map((text) => Buffer.from(text))
  const large = Buffer.alloc((32 << 20) + 1, 7)
  const hashes = await Promise.all([...bodies, large].map((body) => keepBytes(folder, body)))
  expect(hashes[0]).toBe(createHash('sha256').update('一').digest('hex'))
  expect(await alteredFiles(folder, hashes)).toEqual([])
  const [, second = ''] = hashes
  const last = hashes.at(-1) ?? ''
  for (const hash of [second, last]) appendFileSync(pathOf(folder, hash), 'x')
  expect(await alteredFiles(folder, hashes)).toEqual([second, last].toSorted())
})

test('a paper that is gone is the error of the system', async () => {
  await expect(alteredFiles(folder, ['0'.repeat(64)])).rejects.toMatchObject({ code: 'ENOENT' })
})
