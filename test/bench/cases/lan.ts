/** A room full of seats on one host: how long a save waits when the disk is slow, and how many a second it takes. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { gatherCrowd, work } from '../../helpers/crowd.ts'
import type { BenchCase, Size } from '../case.ts'
import { compiled, peerSource, program } from '../peers.ts'

const commit = 'C, one synced block on the same slow disk'
const echo = 'HTTPS echo, nothing kept'
const seats: Record<Size, number> = { small: 15, typical: 60, stress: 200 }
const seconds: Record<Size, number> = { small: 5, typical: 20, stress: 20 }
const slowMs = 8
/** A save's own body is about as long. */
const bodyBytes = 220

const slowDisk = () => ({
  LD_PRELOAD: compiled('slow-disk.c', {
    flags: ['-shared', '-fPIC'],
    libraries: ['dl'],
    debian: 'gcc libc6-dev',
    as: 'slow-disk.so',
  }),
  SLOW_MS: `${slowMs}`,
})

export const benchCase: BenchCase = {
  about: `seats over HTTPS: one save a second each on a disk of ${slowMs} ms, then as fast as it goes on this one`,
  peers: [
    {
      name: commit,
      command({ scratch }) {
        const { LD_PRELOAD, SLOW_MS } = slowDisk()
        const block = compiled('commit.c', { debian: 'gcc libc6-dev' })
        const variables = [`LD_PRELOAD=${LD_PRELOAD}`, `SLOW_MS=${SLOW_MS}`]
        return ['env', ...variables, block, path.join(scratch, 'block'), '300']
      },
    },
    {
      name: echo,
      command({ size }) {
        program('openssl', 'openssl')
        return [process.execPath, peerSource('echo.ts'), `${seats[size]}`, `${seconds[size]}`, `${bodyBytes}`]
      },
    },
  ],
  goals: [
    { figure: 'p99', of: commit, ofFigure: 'p50', atMost: 2.5 },
    // 0.40 of the echo's rate
    { figure: 'msPerAck', of: echo, atMost: 2.5 },
  ],
  prepare() {},
  async product({ scratch, size }) {
    const store = (name: string) => {
      mkdirSync(path.join(scratch, name))
      return path.join(scratch, name)
    }
    const slow = await gatherCrowd(store('slow'), seats[size], slowDisk())
    const calm = await work(slow, { seconds: seconds[size], pauseMs: 1_000 })
    await slow.close()
    const fast = await gatherCrowd(store('fast'), seats[size])
    const storm = await work(fast, { seconds: seconds[size], pauseMs: 0 })
    const ledger = await fast.desk.ledger.verify({ round: fast.round })
    await fast.close()
    return {
      figures: {
        ms: 2_000 * seconds[size],
        p50: calm.p50,
        p99: calm.p99,
        msPerAck: (1_000 * seconds[size]) / storm.acks,
        acksPerSecond: storm.acksPerSecond,
      },
      answer: { lost: calm.lost + storm.lost, failed: calm.failed + storm.failed, ledger: ledger.ok },
    }
  },
  check({ product }) {
    const right = { lost: 0, failed: 0, ledger: true }
    return JSON.stringify(product) === JSON.stringify(right) ? null : `the room ended with ${JSON.stringify(product)}`
  },
}
