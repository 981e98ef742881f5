/** How long the thread that answers the seats is held up while a workbook is written, against the same thread idle. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { openHost } from '#host/host.ts'
import { typed } from '#host/papers/typing.ts'
import type { BenchCase } from '../case.ts'
import { caller, largeRound, madeAt, prepareLarge, storeIn } from '../large.ts'

const millisecond = 1e6

/** The delays of this thread while something goes on. */
async function delaysDuring(work: () => Promise<unknown>): Promise<{ p99: number; max: number; ms: number }> {
  const delays = monitorEventLoopDelay({ resolution: 2 })
  delays.enable()
  const begun = performance.now()
  await work()
  const ms = performance.now() - begun
  delays.disable()
  return { p99: delays.percentile(99) / millisecond, max: delays.max / millisecond, ms }
}

export const benchCase: BenchCase = {
  about: "delay of the host's own thread while the workbook is written beside it, and while it idles as long",
  peers: [],
  goals: [
    { figure: 'p99OfIdle', atMost: 1.5 },
    { figure: 'maxMs', atMost: 50 },
  ],
  prepare: prepareLarge,
  async product({ data }) {
    const host = openHost(storeIn(data), { now: () => new Date(madeAt) })
    // Opening the store is not what is measured.
    host.store.round(largeRound)
    let bytes = 0
    const busy = await delaysDuring(async () => {
      const { files } = await typed({ host, caller }, largeRound, { kind: 'workbook' })
      const [made] = files
      bytes = made?.bytes.length ?? 0
    })
    const idle = await delaysDuring(() => sleep(busy.ms))
    await host.close()
    const figures = {
      ms: busy.ms,
      p99OfIdle: busy.p99 / idle.p99,
      p99Ms: busy.p99,
      maxMs: busy.max,
      idleMaxMs: idle.max,
    }
    return { figures, answer: { written: bytes > 10_000 } }
  },
  check({ product }) {
    return JSON.stringify(product) === '{"written":true}' ? null : 'no workbook was written'
  },
}
