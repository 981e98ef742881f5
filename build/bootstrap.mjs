// Makes node_modules match the lockfile before any script runs. No dependencies; runs on whatever Node is there (18+).
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { whileLocked } from './lock.mjs'
import { findOnPath, isInsideNodeModules, manifest, pathOutsideNodeModules, projectNode, root, say } from './repo.mjs'

const marker = join(root, 'node_modules', '.bootstrap')
const tries = 3

/** What node_modules has to have been installed from. */
function wantedMarker() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')
}

function isInstalled() {
  return existsSync(marker) && readFileSync(marker, 'utf8').trim() === wantedMarker() && hasRightNode()
}

function hasRightNode() {
  const binary = projectNode()
  if (!binary) return true
  // In the usual case this very process runs on it, and asking costs nothing.
  if (process.execPath === binary) return process.versions.node === manifest.config.node
  const asked = spawnSync(binary, ['--version'], { encoding: 'utf8' })
  return asked.status === 0 && asked.stdout.trim() === `v${manifest.config.node}`
}

/** The Node that npm itself shall run on: never one that npm is about to delete. */
function nodeForNpm() {
  const candidate = process.env.npm_node_execpath ?? process.execPath
  if (!isInsideNodeModules(candidate)) return candidate
  const outside = findOnPath(['node'])
  if (outside) return outside
  const copy = join(mkdtempSync(join(tmpdir(), 'jiangping-node-')), process.platform === 'win32' ? 'node.exe' : 'node')
  copyFileSync(candidate, copy)
  return copy
}

/** Windows cannot delete a program while it runs, but it can move it out of the way. */
function moveRunningNodeAside() {
  if (process.platform !== 'win32' || !isInsideNodeModules(process.execPath)) return
  const aside = join(root, 'out', '.bootstrap')
  try {
    rmSync(aside, { recursive: true, force: true })
  } catch {
    // An earlier one still runs; it goes next time.
  }
  mkdirSync(aside, { recursive: true })
  renameSync(process.execPath, join(aside, `node-${process.pid}.exe`))
}

function install() {
  /** @type {NodeJS.ProcessEnv} */
  const environment = { ...process.env, PATH: pathOutsideNodeModules() }
  // `npm run -s` hands its silence down, and a failed install must be able to say why.
  delete environment.npm_config_loglevel
  delete environment.npm_config_ignore_scripts
  // npm ci must not run install scripts here: better-sqlite3 would try to compile although it ships ready binaries.
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
  const npmScript = process.env.npm_execpath
  const [program, ...args] =
    npmScript && existsSync(npmScript) && !isInsideNodeModules(npmScript)
      ? [nodeForNpm(), npmScript, ...options]
      : ['npm', ...options]
  moveRunningNodeAside()
  const ended = spawnSync(program, args, {
    cwd: root,
    env: environment,
    stdio: ['ignore', 2, 2],
    shell: program === 'npm' && process.platform === 'win32',
  })
  return ended.status === 0
}

async function bootstrap() {
  if (isInstalled()) return true
  return whileLocked(join(root, 'out', '.bootstrap.lock'), () => {
    if (isInstalled()) return true
    const begun = Date.now()
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      say(`Installing the packages of the lockfile (try ${attempt} of ${tries})…`)
      if (!install()) continue
      writeFileSync(marker, `${wantedMarker()}\n`)
      if (!hasRightNode()) {
        say(`The packages are there, but not Node ${manifest.config.node}: was npm told to omit optional packages?`)
        return false
      }
      say(`Packages installed in ${Math.round((Date.now() - begun) / 1000)} s.`)
      return true
    }
    say('The packages could not be installed. npm says why above; most often the registry cannot be reached.')
    return false
  })
}

const ready = await bootstrap()
if (ready && !projectNode() && Number(process.versions.napi) < 10) {
  say(`This program needs Node ${manifest.config.node}; npm has no Node package for this platform, please install it.`)
  process.exitCode = 1
} else if (!ready) {
  process.exitCode = 1
}
