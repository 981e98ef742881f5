// The Debian package, unpacked beside: the launcher, the command line and a real rule from inside it.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBrowserDeb } from './deb.mjs'
import { licencesText, shippedParts } from './licences.ts'
import { findOnPath, root } from './repo.mjs'

const possible =
  process.platform === 'linux' &&
  process.arch === 'x64' &&
  findOnPath(['dpkg-deb']) !== undefined &&
  ['host/packages.json', 'electron/packages.json', 'renderer/desk.html'].every((file) =>
    existsSync(join(root, 'out', file)),
  )
if (!possible) console.warn('Skipped: the Debian package, because dpkg-deb or a part of out/ is missing.')

let folder: string
let file: string | undefined

beforeAll(() => {
  if (!possible) return
  // As `npm run package` writes it before it packs.
  writeFileSync(join(root, 'out', 'licences.txt'), licencesText(shippedParts()))
  folder = mkdtempSync(join(tmpdir(), 'jp-deb-'))
  file = makeBrowserDeb(folder, { compression: 'none' })
  execFileSync('dpkg-deb', ['-x', file ?? '', join(folder, 'x')])
})
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test.skipIf(!possible)('it tells its name, what it needs, and leaves no data behind to be removed', () => {
  const field = (name: string) => execFileSync('dpkg-deb', ['-f', file ?? '', name], { encoding: 'utf8' }).trim()
  expect(field('Package')).toBe('jiangping')
  expect(field('Recommends')).toContain('chromium')
  const scripts = execFileSync('dpkg-deb', ['--ctrl-tarfile', file ?? '']).toString('latin1')
  expect(scripts).not.toMatch(/postrm|prerm/)
})

test.skipIf(!possible)('it runs where it lies: schemes listed, a vote counted, by its own Node', () => {
  const program = join(folder, 'x/usr/lib/jiangping/jiangping')
  const jp = (...args: string[]) =>
    execFileSync(program, ['--store', join(folder, 'store'), ...args], {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
    })
  expect(JSON.parse(jp('schemes')).map(({ id }: { id: string }) => id)).toContain('urumqi-2023')
  const room = { appointed: 7, recused: 1, for: 4, against: 1, abstain: 1, absent: 0 }
  const threshold = { numerator: 2, denominator: 3, strict: false, base: 'present' }
  expect(JSON.parse(jp('call', 'rules.vote', JSON.stringify({ ...room, threshold })))).toMatchObject({
    needed: 4,
    passed: true,
  })
})

test.skipIf(!possible)('it holds one native part of each kind, no sources, and its licences', () => {
  const inside = readdirSync(join(folder, 'x/usr/lib/jiangping'), { recursive: true }).map(String)
  expect(inside.filter((path) => path.endsWith('.node'))).toHaveLength(2)
  expect(inside.filter((path) => /\.(ts|map)$/.test(path))).toEqual([])
  expect(readFileSync(join(folder, 'x/usr/share/doc/jiangping/copyright'), 'utf8')).toContain('better-sqlite3')
  expect(readFileSync(join(folder, 'x/usr/share/mime/packages/jiangping.xml'), 'utf8')).toContain('*.jpa')
  expect(statSync(file ?? '').size).toBeLessThan(330 * 1024 * 1024)
})
