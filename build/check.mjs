// `npm run check`: types of every room, lint and format, arrows between rooms, unused code. Says only what is wrong.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { root, say } from './repo.mjs'

const modules = join(root, 'node_modules')

/** @typedef {{ name: string, args: string[] }} Check */

/** @type {Check[]} */
const checks = [
  { name: 'unused', args: [join(modules, 'knip', 'bin', 'knip.js'), '--no-progress'] },
  { name: 'arrows', args: [join(root, 'build', 'arrows.ts')] },
  { name: 'biome', args: [join(modules, '@biomejs', 'biome', 'bin', 'biome'), 'ci', '--colors=off', '.'] },
  ...['renderer', 'test', 'host', 'db', 'core', 'electron', 'build'].filter(hasSources).map((room) => ({
    name: `types of ${room}`,
    args: [join(modules, 'typescript', 'bin', 'tsc'), '--noEmit', '--project', join(root, room)],
  })),
]

const begun = Date.now()
const failed = await runAll(checks)
const seconds = ((Date.now() - begun) / 1000).toFixed(1)
if (failed.length === 0) {
  say(`All ${checks.length} checks hold (${seconds} s).`)
} else {
  say(`${failed.length} of ${checks.length} checks failed (${seconds} s): ${failed.join(', ')}.`)
  process.exitCode = 1
}

/**
 * tsc calls a room without a single source file an error.
 * @param {string} room
 */
function hasSources(room) {
  const folder = join(root, room)
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => /\.[cm]?tsx?$/.test(String(file)))
  )
}

/** @param {Check[]} all */
async function runAll(all) {
  const waiting = [...all]
  /** @type {string[]} */
  const failures = []
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (let check = waiting.shift(); check; check = waiting.shift()) {
        const { code, said } = await run(check.args)
        if (code !== 0) {
          failures.push(check.name)
          process.stdout.write(`── ${check.name}\n${said.trimEnd()}\n\n`)
        }
      }
    }),
  )
  return failures
}

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number, said: string }>}
 */
function run(args) {
  return new Promise((answer) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const hear = (/** @type {Buffer} */ part) => {
      said += part
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('close', (code) => answer({ code: code ?? 1, said }))
  })
}
