/** A folder that looks like Electron to the packer, for tests where its binary cannot be had. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { manifest, root } from './repo.mjs'

/** What Electron's binary carries for the fuses to be burnt into: a mark, a version, a count, and a digit for each. */
export const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('110001000'),
])

/** The fuses as they stand in a packed program, a digit each in Electron's order. */
export function fusesIn(program: Buffer): string {
  const at = program.indexOf(fuseWire.subarray(0, 32)) + 34
  return program.subarray(at, at + 8).toString()
}

/** Whether everything that is packed lies in out/, and this machine is one the tests know. */
export const canPack =
  process.platform === 'linux' &&
  process.arch === 'x64' &&
  ['electron/main.js', 'host/process.js', 'renderer/desk.html'].every((file) => existsSync(join(root, 'out', file)))

/** Packs a project around a stand-in whose program is these bytes. @throws Error with what the packer said. */
export function packAround(
  folder: string,
  given: { project: string; program: { name: string; bytes: Buffer }; target: '--linux' | '--win' },
): void {
  const electron = join(folder, 'electron')
  mkdirSync(join(electron, 'locales'), { recursive: true })
  mkdirSync(join(electron, 'resources'))
  writeFileSync(join(electron, given.program.name), given.program.bytes)
  chmodSync(join(electron, given.program.name), 0o755)
  writeFileSync(join(electron, 'version'), manifest.devDependencies.electron)
  writeFileSync(join(electron, 'LICENSE'), '')
  for (const language of ['zh-CN', 'en-US', 'fr']) writeFileSync(join(electron, 'locales', `${language}.pak`), '')
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const config = join(root, 'build', 'electron-builder.config.mjs')
  const args = [cli, '--projectDir', given.project, '--config', config, given.target, '--x64', '--dir']
  const env = { ...process.env, JP_ELECTRON_DIST: electron, JP_RELEASE: join(folder, 'release') }
  const ended = spawnSync(process.execPath, args, { cwd: given.project, encoding: 'utf8', env })
  if (ended.status !== 0) throw new Error(ended.stdout + ended.stderr)
}
