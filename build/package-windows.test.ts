// The package for Windows, made on Linux around a stand-in for Electron: an empty program of Windows' own format.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './repo.mjs'
import { fusesIn, fuseWire, packAround, canPack as possible } from './stand-in.ts'

if (!possible) console.warn('Skipped: the package for Windows, because out/ is not complete or this is not Linux x64.')
const modules = join(root, 'node_modules')

let folder: string
let packed: string

/** A Windows program that does nothing; the wire lies behind its last section, where patching it changes no offset. */
function emptyProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.create(1033, {}, [
    { lang: 1033, codepage: 1200, values: { ProductName: 'Electron' } },
  ])
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.concat([Buffer.from(program.generate()), fuseWire])
}

/**
 * The project as it stands on Windows: the same bundles, and the canvas of that system. That one is not installed
 * here; a file of its name shows that it is asked for and packed.
 */
function projectOnWindows(at: string): void {
  mkdirSync(join(at, 'node_modules', '@napi-rs'), { recursive: true })
  // Copied: the packer puts no link's contents into its archive.
  for (const file of ['package.json', 'build', 'out']) cpSync(join(root, file), join(at, file), { recursive: true })
  for (const part of ['better-sqlite3', 'node-addon-api', '@napi-rs/canvas'])
    cpSync(join(modules, part), join(at, 'node_modules', part), { recursive: true })
  const canvas = join(at, 'node_modules', '@napi-rs', 'canvas-win32-x64-msvc')
  mkdirSync(canvas)
  const { version } = JSON.parse(readFileSync(join(modules, '@napi-rs/canvas/package.json'), 'utf8'))
  writeFileSync(
    join(canvas, 'package.json'),
    JSON.stringify({ name: '@napi-rs/canvas-win32-x64-msvc', version, main: 'skia.win32-x64-msvc.node' }),
  )
  writeFileSync(join(canvas, 'skia.win32-x64-msvc.node'), 'MZ')
}

beforeAll(() => {
  if (!possible) return
  folder = mkdtempSync(join(tmpdir(), 'jp-package-win-'))
  const project = join(folder, 'project')
  projectOnWindows(project)
  packAround(folder, { project, program: { name: 'electron.exe', bytes: emptyProgram() }, target: '--win' })
  packed = join(folder, 'release', 'win-unpacked')
}, 120_000)

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test.skipIf(!possible)('exactly the native parts of Windows lie outside the archive', () => {
  const outside = readdirSync(join(packed, 'resources', 'app.asar.unpacked'), { recursive: true })
    .map(String)
    .filter((path) => /\.\w+$/.test(path))
  expect(outside.sort()).toEqual([
    'node_modules/@napi-rs/canvas-win32-x64-msvc/skia.win32-x64-msvc.node',
    'node_modules/better-sqlite3/prebuilds/win32-x64.node',
  ])
})

test.skipIf(!possible)('the fuses are burnt as on Linux', () => {
  expect(fusesIn(readFileSync(join(packed, 'jiangping.exe')))).toBe('01001100')
})

test.skipIf(!possible)('the program carries the fingerprint of its archive, its name and its icon', () => {
  const program = NtExecutable.from(readFileSync(join(packed, 'jiangping.exe')))
  const { entries } = NtExecutableResource.from(program)
  const integrity = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
  expect(integrity).toBeDefined()
  const [{ file, alg, value } = { file: '', alg: '', value: '' }] = JSON.parse(
    Buffer.from(integrity?.bin ?? new ArrayBuffer(0)).toString('utf8'),
  )
  expect([file, alg]).toEqual(['resources\\app.asar', 'SHA256'])
  expect(value).toMatch(/^[0-9a-f]{64}$/)
  // 14 is a group of icons, 16 the version with the product's name.
  expect(entries.some(({ type }) => type === 14)).toBe(true)
  const version = entries.find(({ type }) => type === 16)
  expect(Buffer.from(version?.bin ?? new ArrayBuffer(0)).toString('utf16le')).toContain('Jiangping')
})

test.skipIf(!possible)('it looks for no updates and brings the two languages of its dialogs', () => {
  expect(existsSync(join(packed, 'resources', 'app-update.yml'))).toBe(false)
  expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
})
