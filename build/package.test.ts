// The package's own promises, kept on a stand-in for Electron: its binary and GitHub are not needed for them.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './repo.mjs'
import { fusesIn, fuseWire, packAround, canPack as possible } from './stand-in.ts'

if (!possible) console.warn('Skipped: the package, because out/ is not complete or this is not Linux x64.')
const modules = join(root, 'node_modules')

let folder: string
let packed: string

beforeAll(() => {
  if (!possible) return
  folder = mkdtempSync(join(tmpdir(), 'jp-package-'))
  const bytes = Buffer.concat([Buffer.from('#!/bin/sh\n'), fuseWire])
  packAround(folder, { project: root, program: { name: 'electron', bytes }, target: '--linux' })
  packed = join(folder, 'release', 'linux-unpacked')
})

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const inAsar = () =>
  execFileSync(process.execPath, [asarCli(), 'list', join(packed, 'resources', 'app.asar')], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '')

/** The command's file is named by its package, and has moved between versions. */
function asarCli() {
  const { bin } = JSON.parse(readFileSync(join(modules, '@electron', 'asar', 'package.json'), 'utf8'))
  return join(modules, '@electron', 'asar', typeof bin === 'string' ? bin : bin.asar)
}

test.skipIf(!possible)('exactly the native parts of this platform lie outside the archive', () => {
  const outside = readdirSync(join(packed, 'resources', 'app.asar.unpacked'), { recursive: true })
    .map(String)
    .filter((path) => /\.\w+$/.test(path))
  expect(outside.sort()).toEqual([
    'node_modules/@napi-rs/canvas-linux-x64-gnu/skia.linux-x64-gnu.node',
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ])
})

test.skipIf(!possible)('the archive holds the program and its two native packages, no sources and no Node', () => {
  const files = inAsar()
  expect(files).toContain('/out/electron/main.js')
  expect(files).toContain('/out/electron/preload.cjs')
  expect(files).toContain('/out/host/process.js')
  expect(files).toContain('/out/renderer/desk.html')
  expect(files).toContain('/node_modules/better-sqlite3/lib/index.js')
  expect(files.filter((file) => /\.(ts|map)$|^\/(core|db|host|renderer|test)\//.test(file))).toEqual([])
  expect(files.filter((file) => /^\/node_modules\/(node-(linux|win)|react|drizzle)/.test(file))).toEqual([])
})

test.skipIf(!possible)('the program looks for no updates and brings the two languages of its dialogs', () => {
  expect(existsSync(join(packed, 'resources', 'app-update.yml'))).toBe(false)
  expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
})

test.skipIf(!possible)('the fuses are burnt: no Node mode, no inspection, nothing but the sealed archive', () => {
  // In Electron's order: runAsNode, cookie encryption, NODE_OPTIONS, inspect, asar integrity, only asar, snapshot, file.
  expect(fusesIn(readFileSync(join(packed, 'jiangping')))).toBe('01001100')
})

test.skipIf(!possible)(
  'what is packed plays a whole round: from inside the archive, by plain Node',
  () => {
    const inside = join(folder, 'inside')
    execFileSync(process.execPath, [asarCli(), 'extract', join(packed, 'resources', 'app.asar'), inside])
    const cli = join(inside, 'out', 'host', 'cli.js')
    const out = join(folder, 'demo')
    execFileSync(process.execPath, [cli, 'demo', '--out', out, '--packets', '3', '--experts', '5'], {
      cwd: folder,
      stdio: 'pipe',
    })
    const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'))
    expect(summary.packets).toBe(3)
    expect(existsSync(join(out, 'result.xlsx'))).toBe(true)
  },
  180_000,
)
