/** How long the program takes from its start to its first answer out of an open store. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from '#build/repo.mjs'
import type { BenchCase } from '../case.ts'

const cli = path.join(root, 'out', 'host', 'cli.js')
const bare = 'node -e 0'

export const benchCase: BenchCase = {
  about: 'from the start of the process to the list of rounds out of an open store, against a bare Node',
  peers: [{ name: bare, command: () => [process.execPath, '-e', '0'] }],
  goals: [{ figure: 'ms', of: bare, atMost: 1.5 }],
  prepare(data) {
    if (!existsSync(cli)) throw new Error('the host is not bundled; run "node build/bundle.mjs host"')
    // The store is made once: what is measured is the start of every other day.
    spawnSync(process.execPath, [cli, '--store', path.join(data, 'store'), 'call', 'rounds.list'])
  },
  async product({ data }) {
    const begun = performance.now()
    const ended = spawnSync(process.execPath, [cli, '--store', path.join(data, 'store'), 'call', 'rounds.list'], {
      encoding: 'utf8',
    })
    const ms = performance.now() - begun
    return { figures: { ms }, answer: { code: ended.status, rounds: ended.stdout.trim() } }
  },
  check({ product }) {
    const expected = JSON.stringify({ code: 0, rounds: '[]' })
    return JSON.stringify(product) === expected ? null : `the program answered ${JSON.stringify(product)}`
  },
}
