// Tells whether a built target is older than its sources, in a few milliseconds and without loading a bundler.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * A fingerprint of names, sizes and times of every file in these folders and files. Times alone would miss a deleted
 * file and a file replaced by an older copy. Tests are no source of a target.
 * @param {string} root
 * @param {string[]} sources
 */
export function fingerprint(root, sources) {
  const hash = createHash('sha256')
  for (const source of sources) add(join(root, source))
  return hash.digest('hex')

  /** @param {string} path */
  function add(path) {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found) return
    if (!found.isDirectory()) {
      hash.update(`${relative(root, path)}\0${found.size}\0${found.mtimeMs}\n`)
      return
    }
    for (const name of readdirSync(path).sort()) {
      if (name !== 'node_modules' && !name.startsWith('.') && !/\.test\.tsx?$/.test(name)) add(join(path, name))
    }
  }
}

/**
 * Whether the stamp was written for exactly this fingerprint.
 * @param {string} stamp
 * @param {string} print
 */
export function isFresh(stamp, print) {
  try {
    return readFileSync(stamp, 'utf8') === print
  } catch {
    return false
  }
}

/**
 * @param {string} stamp
 * @param {string} print
 */
export function writeStamp(stamp, print) {
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, print)
}
