/** What this machine is, and when it is quiet: a figure without these is no figure. */
import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { median } from './statistics.ts'

/** CPU, cores, versions and what a durable 4 KiB costs in that folder: everything a reader needs to judge a figure. */
export function machineLine(folder: string): string {
  const cpus = os.cpus()
  const { node, zlib, openssl } = process.versions
  const memory = Math.round(os.totalmem() / 1024 ** 3)
  return [
    `${cpus[0]?.model.trim() ?? 'unknown CPU'}, ${cpus.length} cores, ${memory} GiB`,
    `${os.type()} ${os.release()}, Node ${node}, zlib ${zlib}, OpenSSL ${openssl}`,
    `fdatasync p50 ${syncCost(folder).toFixed(2)} ms`,
  ].join('; ')
}

function syncCost(folder: string): number {
  const file = path.join(folder, '.sync')
  const handle = openSync(file, 'w')
  const block = Buffer.alloc(4096, 1)
  const costs = Array.from({ length: 50 }, () => {
    const begun = performance.now()
    writeSync(handle, block)
    fdatasyncSync(handle)
    return performance.now() - begun
  })
  closeSync(handle)
  rmSync(file)
  return median(costs)
}

/** Waits until nine tenths of the machine are idle, or `seconds` are over; answers how long it waited, in ms. */
export async function quiet(seconds: number): Promise<number> {
  const begun = performance.now()
  while (performance.now() - begun < seconds * 1000) {
    const before = cpuTimes()
    await sleep(250)
    const after = cpuTimes()
    if ((after.idle - before.idle) / (after.all - before.all) > 0.9) break
  }
  return performance.now() - begun
}

function cpuTimes(): { idle: number; all: number } {
  if (process.platform !== 'linux') {
    const times = os.cpus().map((cpu) => cpu.times)
    const sum = (pick: (one: os.CpuInfo['times']) => number) => times.reduce((total, one) => total + pick(one), 0)
    return { idle: sum((one) => one.idle), all: sum((one) => one.idle + one.user + one.sys + one.nice + one.irq) }
  }
  const [, ...ticks] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').trim().split(/\s+/)
  const numbers = ticks.map(Number)
  return { idle: (numbers[3] ?? 0) + (numbers[4] ?? 0), all: numbers.reduce((sum, value) => sum + value, 0) }
}
