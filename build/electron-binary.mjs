// Finds Electron's binary, or fetches it where its download host can be reached.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { root, say } from './repo.mjs'

const folder = join(root, 'node_modules', 'electron')

/** Electron's program, if it is installed. */
export function findElectron() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist')
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return undefined
  const program = join(dist, readFileSync(named, 'utf8').trim())
  return existsSync(program) ? program : undefined
}

/** The host that Electron's own installer downloads from. */
export function downloadHost() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com'
  try {
    const { hostname, port, protocol } = new URL(mirror)
    return { host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443) }
  } catch {
    return undefined
  }
}

/**
 * Whether a TCP connection comes about in time. A download that cannot begin would otherwise keep people waiting.
 * @param {{ host: string, port: number }} address
 * @param {number} limitMs
 * @returns {Promise<boolean>}
 */
export function canReach(address, limitMs = 3000) {
  return new Promise((answer) => {
    const socket = connect(address)
    const end = (/** @type {boolean} */ reached) => {
      clearTimeout(timer)
      socket.destroy()
      answer(reached)
    }
    const timer = setTimeout(() => end(false), limitMs)
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}

/** Electron's program: the one there is, else a freshly downloaded one, else undefined. */
export async function obtainElectron() {
  const present = findElectron()
  if (present) return present
  const address = downloadHost()
  if (!address || !(await canReach(address))) return undefined
  say(`Fetching Electron from ${address.host} (once; at most three minutes)…`)
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: ['ignore', 2, 2], timeout: 180_000 })
  return findElectron()
}
