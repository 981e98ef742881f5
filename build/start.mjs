// `npm start`: the desk in Electron where its binary can be had, else the same screens in a browser window.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { bundle } from './bundle.mjs'
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

/**
 * The host opens its own window in a browser, or prints its address.
 * @returns {Promise<number>}
 */
function runHost() {
  // The store is named only if the caller has not named one: `npm start -- --store DIR`.
  const where = args.some((arg) => arg === '--store' || arg.startsWith('--store=')) ? [] : ['--store', store]
  const host = spawn(process.execPath, [join(root, 'out', 'host', 'cli.js'), ...where, 'open', ...args], {
    stdio: 'inherit',
    env: { ...process.env, JP_SHELL: shell },
  })
  let ending = false
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      ending = true
      host.kill('SIGTERM')
      // Everything acknowledged is on disk already; a host that hangs may be ended the hard way.
      setTimeout(() => host.kill('SIGKILL'), 5000).unref()
    })
  }
  process.on('exit', () => host.kill('SIGKILL'))
  return new Promise((answer) => {
    host.once('error', (reason) => {
      say(`The host could not be started: ${reason.message}`)
      answer(1)
    })
    host.once('exit', (code) => answer(ending ? 0 : (code ?? 1)))
  })
}
