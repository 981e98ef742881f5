/**
 * `npm run soak -- tamper [WORKBOOK] [STEP]`: every cell, entry, footer, picture and signature of a signed workbook is
 * changed, one by one, and must be found and named. Without a WORKBOOK one is made: seven experts, twelve applications.
 * Threads share the work; each unzips once and asks again only about what was changed.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { verifyWorkbook } from '#core/verify/verify.ts'
import {
  cellTamperings,
  dataTamperings,
  every,
  footerTamperings,
  missedOf,
  pictureTamperings,
  rememberingVerifier,
  signerTamperings,
  type Tampering,
} from '../signing/tampering.ts'

type Job = { file: string; step: number; lane: number; lanes: number; names: string[] }
type Done = { kind: string; tried: number; missed: string[]; seconds: number }

/** So many of each kind go through zip and unzip as well, and must be found and named in the same way. */
const asFiles = 3

const kindsOf = (workbook: Uint8Array, names: readonly string[]): Record<string, () => Iterable<Tampering>> => ({
  signatures: () => signerTamperings(workbook, names),
  pictures: () => pictureTamperings(workbook),
  footers: () => footerTamperings(workbook),
  entries: () => dataTamperings(workbook),
  cells: () => cellTamperings(workbook),
})

async function work({ file, step, lane, lanes, names }: Job): Promise<void> {
  const workbook = new Uint8Array(readFileSync(file))
  const verify = rememberingVerifier()
  for (const [kind, tamperings] of Object.entries(kindsOf(workbook, names))) {
    const begun = performance.now()
    let tried = 0
    const counted = function* () {
      for (const one of every(step * lanes, tamperings(), step * lane)) {
        tried += 1
        yield one
      }
    }
    const missed = await missedOf(counted(), verify)
    if (lane === 0) missed.push(...(await missedOf([...every(step, tamperings())].slice(0, asFiles))))
    const done: Done = { kind, tried, missed, seconds: Math.round((performance.now() - begun) / 1000) }
    parentPort?.postMessage(done)
  }
}

async function ownWorkbook(folder: string): Promise<string> {
  const { openHost } = await import('#host/host.ts')
  const { deskClient, playRound } = await import('#host/sample/play.ts')
  const host = openHost(path.join(folder, 'store'))
  const caller = { role: 'secretariat', name: '秘书处', door: 'command-line', lang: 'zh-CN', seat: null } as const
  try {
    const round = await playRound(
      { host, caller },
      {
        scheme: 'urumqi-2023',
        activity: 'term-assessment',
        experts: 7,
        packets: 12,
        upTo: 'end',
        keys: 'mixed',
      },
    )
    const blob = await deskClient({ host, caller }).papers.workbook({ round })
    const file = path.join(folder, 'result.xlsx')
    writeFileSync(file, Buffer.from(await blob.arrayBuffer()))
    return file
  } finally {
    await host.close()
  }
}

async function lead(args: readonly string[]): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const folder = mkdtempSync(path.join(tmpdir(), 'jiangping-soak-'))
  const begun = performance.now()
  try {
    const named = args.find((one) => !/^\d+$/.test(one))
    const step = Number(args.find((one) => /^\d+$/.test(one)) ?? (process.env.JP_SOAK === 'full' ? 1 : 97))
    const file = named ?? (await ownWorkbook(folder))
    const { ok, signatures } = await verifyWorkbook(new Uint8Array(readFileSync(file)), { name: file })
    if (!ok) throw new Error(`${file} does not hold to begin with`)
    const names = signatures.map(({ name }) => name)
    const lanes = availableParallelism()
    const totals = new Map<string, Done>()
    const threads = Array.from({ length: lanes }, (_, lane) => {
      const job: Job = { file, step, lane, lanes, names }
      const worker = new Worker(new URL(import.meta.url), { workerData: job })
      worker.on('message', ({ kind, tried, missed, seconds }: Done) => {
        const known = totals.get(kind) ?? { kind, tried: 0, missed: [], seconds: 0 }
        totals.set(kind, {
          kind,
          tried: known.tried + tried,
          missed: [...known.missed, ...missed],
          seconds: Math.max(known.seconds, seconds),
        })
      })
      return new Promise<void>((resolve, reject) => {
        worker.once('error', reject)
        worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))))
      })
    })
    await Promise.all(threads)
    for (const { missed, ...counts } of totals.values()) {
      say(JSON.stringify({ ...counts, missed: missed.length }))
      for (const one of missed.slice(0, 20)) say(one)
      if (missed.length > 0) process.exitCode = 1
    }
    say(JSON.stringify({ step, lanes, seconds: Math.round((performance.now() - begun) / 1000) }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

await (isMainThread ? lead(process.argv.slice(2)) : work(workerData as Job))
