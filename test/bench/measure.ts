/** Measures one case: product and peers in turn, round by round, so that both meet the same weather. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchCase, Figures, Measured, Place, Size } from './case.ts'
import { quiet } from './machine.ts'
import { MissingPeer } from './peers.ts'
import { median, medianRatio } from './statistics.ts'

const productRunner = fileURLToPath(new URL('product.ts', import.meta.url))

type Contender = { readonly name: string; readonly command: readonly string[] }

/** A goal as it came out. `value` is the ratio, or the figure itself when the goal names no peer. */
type Verdict = { readonly goal: string; readonly value: number; readonly atMost: number; readonly met: boolean }

export type Outcome = {
  readonly name: string
  readonly size: Size
  readonly rounds: number
  readonly runs: Readonly<Record<string, readonly Figures[]>>
  readonly verdicts: readonly Verdict[]
  readonly missing: readonly string[]
  /** What the check found wrong; no time counts then. */
  readonly wrong: string | null
  readonly waitedMs: number
}

type Settings = {
  readonly folder: string
  readonly size: Size
  readonly rounds: number
  /** How long a run may wait for a quiet machine. */
  readonly quietSeconds: number
  say(line: string): void
}

/** Prepares the data, runs one warm-up, checks the answers, then counts the rounds. */
export async function measure(name: string, bench: BenchCase, settings: Settings): Promise<Outcome> {
  const { size, rounds, say } = settings
  const data = path.join(settings.folder, name, size)
  await prepared(bench, data, size)
  const scratch = path.join(settings.folder, `scratch-${process.pid}`)
  const place: Place = { data, scratch, size }
  const missing: string[] = []
  const contenders: Contender[] = [
    { name: 'product', command: [process.execPath, productRunner, name, JSON.stringify(place)] },
  ]
  for (const peer of bench.peers) {
    try {
      contenders.push({ name: peer.name, command: await peer.command(place) })
    } catch (error) {
      if (!(error instanceof MissingPeer)) throw error
      missing.push(error.message)
    }
  }
  const runs: Record<string, Figures[]> = Object.fromEntries(contenders.map((one) => [one.name, []]))
  let waitedMs = 0
  let wrong: string | null = null
  for (let round = 0; round <= rounds && wrong === null; round++) {
    const answers: Record<string, unknown> = {}
    for (const contender of contenders) {
      freshFolder(scratch)
      if (round > 0) waitedMs += await quiet(settings.quietSeconds)
      const { figures, answer } = await runOnce(contender)
      answers[contender.name] = answer
      if (round > 0) runs[contender.name]?.push(figures)
    }
    // The warm-up round is the one that is checked before any time counts, and so is every other.
    wrong = await bench.check(answers, place)
    say(round === 0 ? `${name}: warm` : `${name}: round ${round} of ${rounds}`)
  }
  rmSync(scratch, { recursive: true, force: true })
  const verdicts = wrong === null ? verdictsOf(bench, runs, size) : []
  return { name, size, rounds, runs, verdicts, missing, wrong, waitedMs }
}

async function prepared(bench: BenchCase, data: string, size: Size): Promise<void> {
  const done = `${data}.done`
  if (existsSync(done)) return
  freshFolder(data)
  await bench.prepare(data, size)
  writeFileSync(done, '')
}

function freshFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

/** Runs one command; its own figures count, and its whole time where it gives none. @throws Error when it fails. */
function runOnce({ name, command: [file = '', ...args] }: Contender): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let complaint = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaint = (complaint + chunk).slice(-4000)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      const ms = performance.now() - begun
      if (code !== 0) return reject(new Error(`${name} ended with ${code}: ${complaint}`))
      const line = said.trimEnd().split('\n').at(-1) ?? ''
      try {
        const { figures, answer } = JSON.parse(line) as Measured
        resolve({ figures: { ...figures, ms: figures.ms ?? ms }, answer })
      } catch {
        resolve({ figures: { ms }, answer: said })
      }
    })
  })
}

/** Small data is for correctness: there the goal is met with three times the time. */
const slack = (size: Size): number => (size === 'small' ? 3 : 1)

/** The goals of a case against what was measured; a goal whose peer is missing has no verdict. */
export function verdictsOf(
  bench: BenchCase,
  runs: Readonly<Record<string, readonly Figures[]>>,
  size: Size,
): Verdict[] {
  return bench.goals.flatMap(({ figure, of, ofFigure = figure, atMost }) => {
    const mine = (runs.product ?? []).map((one) => one[figure] ?? Number.NaN)
    const theirs = of === undefined ? undefined : runs[of]?.map((one) => one[ofFigure] ?? Number.NaN)
    if (of !== undefined && !theirs) return []
    const value = theirs ? medianRatio(mine, theirs) : median(mine)
    const allowed = atMost * slack(size)
    const goal = of === undefined ? figure : `${figure} / ${ofFigure} of ${of}`
    return [{ goal, value, atMost: allowed, met: value <= allowed }]
  })
}
