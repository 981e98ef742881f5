// `npm start`: the desk in Electron where its binary can be had, else the same screens in a browser window.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { bundle } from './bundle.mjs'
import { findChromium } from './chromium.mjs'
import { obtainElectron } from './electron-binary.mjs'
import { root, say } from './repo.mjs'

const args = process.argv.slice(2)
const shell = process.env.JP_SHELL ?? 'auto'
const store = resolve(root, process.env.JP_STORE ?? 'data')

process.exitCode = await start()

async function start() {
  if (!['auto', 'electron', 'browser', 'none'].includes(shell)) {
    say(`JP_SHELL is "${shell}"; it can be electron, browser or none.`)
    return 2
  }
  if (!(await bundle(['host', 'renderer']))) return 1

  if (shell === 'auto' || shell === 'electron') {
    const electron = hasDisplay() ? await obtainElectron() : undefined
    if (electron) return (await bundle(['electron'])) ? runElectron(electron) : 1
    if (shell === 'electron') {
      say(`JP_SHELL asks for Electron, but ${missingForElectron()}.`)
      return 1
    }
    say(`Not in Electron, since ${missingForElectron()}; the same screens open in a browser.`)
  }
  return runHost()
}

function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function missingForElectron() {
  return hasDisplay() ? "its binary can't be had here" : 'there is no display here'
}

/** Root in a container has no user namespaces to sandbox with, and Chromium refuses to start without being told. */
function sandboxFlags() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/**
 * @param {string} program
 * @returns {Promise<number>}
 */
function runElectron(program) {
  const window = spawn(program, [...sandboxFlags(), root, `--store=${store}`, ...args], { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => window.kill(signal))
  return new Promise((answer) => {
    window.once('error', (reason) => {
      say(`Electron could not be started: ${reason.message}`)
      answer(1)
    })
    window.once('exit', (code) => answer(code ?? 0))
  })
}

/** @returns {Promise<number>} */
function runHost() {
  const door = join(root, 'out', 'host', 'cli.js')
  if (!existsSync(door)) {
    say('The host is not there: host/doors/cli.ts is missing.')
    return Promise.resolve(1)
  }
  // The store is named only if the caller has not named one: `npm start -- --store DIR`.
  const where = args.some((arg) => arg === '--store' || arg.startsWith('--store=')) ? [] : ['--store', store]
  const host = spawn(process.execPath, [door, ...where, 'serve', '--json', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let ending = false
  /** @type {(() => void) | undefined} */
  let closeWindow

  function end() {
    if (ending) return
    ending = true
    closeWindow?.()
    host.kill('SIGTERM')
    // Everything acknowledged is on disk already; a host that hangs may be ended the hard way.
    setTimeout(() => host.kill('SIGKILL'), 5000).unref()
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, end)
  process.on('exit', () => host.kill('SIGKILL'))

  createInterface({ input: /** @type {import('node:stream').Readable} */ (host.stdout) }).on('line', (line) => {
    const url = addressIn(line)
    if (url) closeWindow = openWindow(url, end) ?? closeWindow
    else say(line)
  })

  return new Promise((answer) => {
    host.once('error', (reason) => {
      say(`The host could not be started: ${reason.message}`)
      answer(1)
    })
    host.once('exit', (code) => {
      const byUs = ending
      ending = true
      closeWindow?.()
      answer(byUs ? 0 : (code ?? 1))
    })
  })
}

/**
 * The address in the host's one JSON line.
 * @param {string} line
 * @returns {string | undefined}
 */
function addressIn(line) {
  try {
    const said = JSON.parse(line)
    return typeof said?.url === 'string' ? said.url : undefined
  } catch {
    return undefined
  }
}

/**
 * Opens the screens as a window of their own and answers how to close it; prints the address where that cannot be.
 * @param {string} url
 * @param {() => void} onClosed
 * @returns {(() => void) | undefined}
 */
function openWindow(url, onClosed) {
  const browser = shell === 'none' || !hasDisplay() ? undefined : findChromium()
  if (!browser) {
    process.stdout.write(`Open this address in a browser on this computer (Ctrl-C ends the program):\n\n  ${url}\n\n`)
    return undefined
  }
  // A profile of its own: with the person's usual one the process would hand over to a running browser and end.
  const profile = mkdtempSync(join(tmpdir(), 'jiangping-window-'))
  const window = spawn(
    browser,
    [
      ...sandboxFlags(),
      `--app=${url}`,
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=Translate',
      '--lang=zh-CN',
    ],
    { stdio: 'ignore' },
  )
  window.once('error', (reason) => {
    say(`The browser could not be started (${reason.message}). Open this address yourself:\n\n  ${url}\n`)
  })
  window.once('exit', () => {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    onClosed()
  })
  return () => window.kill()
}
