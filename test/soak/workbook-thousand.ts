/**
 * `npm run soak -- workbook-thousand [APPLICATIONS] [EXPERTS]`: the workbook of a round that large is written as the desk
 * has it written, and read back; prints how long it took and the peak of memory. Without arguments a small round.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openHost } from '#host/host.ts'
import { sheetsOf } from '#host/papers/sheets/sheets.ts'
import { typed } from '#host/papers/typing.ts'
import { type CellSum, sumOf } from '../bench/cells.ts'
import { caller, largeBook, largeRound, madeAt, storeIn } from '../bench/large.ts'
import { makeLargeRound } from '../helpers/large-round.ts'

const isFull = process.env.JP_SOAK === 'full'
/** A few minutes; small rounds are written in seconds. */
const limits = { seconds: 300, peakMb: 2_048 }

const [first, ...rest] = process.argv.slice(2)
if (first === 'make') await makeLargeRound(rest[0] ?? '', { packets: Number(rest[1]), experts: Number(rest[2]) })
else await trial(first ?? (isFull ? '1000' : '12'), rest[0] ?? (isFull ? '15' : '5'))

async function trial(applications: string, experts: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiangping-workbook-'))
  const store = storeIn(folder)
  try {
    // In a process of its own: what making the round takes is not what writing the workbook takes.
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'make', store, applications, experts])
    const host = openHost(store, { now: () => new Date(madeAt) })
    const begun = performance.now()
    const { files } = await typed({ host, caller }, largeRound, { kind: 'workbook' })
    const seconds = Math.round((performance.now() - begun) / 1000)
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
    await host.close()
    const bytes = files[0]?.bytes ?? new Uint8Array()
    const [read, planned] = [sumOf(bytes), await plannedIn(folder)]
    const isWhole = read.cells === planned.cells && Math.abs(read.sum - planned.sum) < 0.01
    const isGood = isWhole && seconds <= limits.seconds && peakMb <= limits.peakMb
    const said = { applications, experts, seconds, peakMb, bytes: bytes.length, ...read, planned, limits }
    process.stdout.write(`${JSON.stringify(said)}\n`)
    process.exitCode = isGood ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the sheets are to hold, straight from their models. */
async function plannedIn(folder: string): Promise<CellSum> {
  let cells = 0
  let sum = 0
  for (const { rows } of sheetsOf(await largeBook(folder))) {
    for (const { value } of rows.flatMap((row) => row.cells)) {
      if (value === null) continue
      cells += 1
      if (typeof value === 'number') sum += value
    }
  }
  return { cells, sum: Math.round(sum * 100) / 100 }
}
