// One builder at a time: several `npm run jp` on a fresh copy must not install or bundle into each other's files.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Runs `work` while holding the lock file; waits for whoever holds it, and takes over from a process that is gone.
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function whileLocked(file, work) {
  mkdirSync(dirname(file), { recursive: true })
  while (!take(file)) await new Promise((wake) => setTimeout(wake, 100))
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (reason) {
    if (/** @type {NodeJS.ErrnoException} */ (reason).code !== 'EEXIST') throw reason
  }
  if (isAbandoned(file)) rmSync(file, { force: true })
  return false
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'))
    // Between creating the file and writing the number it is empty for a moment: give that moment time.
    if (!holder) return Date.now() - statSync(file).mtimeMs > 5000
    process.kill(holder, 0)
    return false
  } catch (reason) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (reason)
    return code === 'ESRCH'
  }
}
