// `npm run package`: the installable program; says what it needs where Electron's binary is missing.
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.mjs'
import { makeBrowserDeb } from './deb.mjs'
import { downloadHost, obtainElectron } from './electron-binary.mjs'
import { licencesText, shippedParts } from './licences.ts'
import { root, say } from './repo.mjs'

process.exitCode = await makePackage(process.argv.slice(2))

/** @param {string[]} args */
async function makePackage(args) {
  if (args.includes('--deb-browser')) return makeDeb()
  const dist = await electronFolder()
  if (!dist) {
    say(`The package needs Electron's binary. It is not installed, and ${downloadHost()?.host ?? 'its download host'}`)
    say('cannot be reached from here. Any one of these helps:')
    say('  - run this where github.com can be reached;')
    say('  - name a mirror: ELECTRON_MIRROR=https://…/ npm run package;')
    say('  - unpack an Electron zip and name the folder: JP_ELECTRON_DIST=/path/to/electron npm run package.')
    say('A Debian package that opens the screens in a browser needs no Electron: npm run package -- --deb-browser.')
    say('Installers (nsis, AppImage, deb) also fetch their tools from github.com; `npm run package -- --dir` does not.')
    return 1
  }
  if (!(await bundleWithLicences())) return 1
  const ended = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'electron-builder', 'cli.js'),
      '--config',
      join(root, 'build', 'electron-builder.config.mjs'),
      ...args,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, JP_ELECTRON_DIST: dist } },
  )
  return ended.status ?? 1
}

async function makeDeb() {
  if (!(await bundleWithLicences())) return 1
  const file = makeBrowserDeb(process.env.JP_RELEASE ?? join(root, 'release'))
  if (file) say(file)
  return file ? 0 : 1
}

async function bundleWithLicences() {
  if (!(await bundle(['all']))) return false
  writeFileSync(join(root, 'out', 'licences.txt'), licencesText(shippedParts()))
  return true
}

/** The folder electron-builder takes Electron from. */
async function electronFolder() {
  const named = process.env.JP_ELECTRON_DIST
  if (named) return existsSync(named) ? named : undefined
  return (await obtainElectron()) ? join(root, 'node_modules', 'electron', 'dist') : undefined
}
