/** `npm run bench -- NAME|all`: the only runner. Exit code 0 met, 1 missed, 2 wrong result, 3 a peer is missing. */
import { appendFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { BenchCase, Size } from './case.ts'
import { machineLine } from './machine.ts'
import { measure } from './measure.ts'
import { type ExitCode, exitCodeOf, linesOf, worst } from './report.ts'

const folder = process.env.BENCH_TMP ?? path.join(os.tmpdir(), 'jiangping-bench')
const results = fileURLToPath(new URL('../../out/bench/', import.meta.url))
const known = readdirSync(new URL('cases/', import.meta.url)).flatMap((file) => file.match(/^(.+)\.ts$/)?.[1] ?? [])
const say = (line: string) => process.stderr.write(`${line}\n`)

process.exitCode = await run(process.argv.slice(2))

async function run(args: string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      size: { type: 'string', default: 'typical' },
      json: { type: 'string' },
    },
  })
  const names = positionals.includes('all') ? known : positionals
  const strange = names.filter((name) => !known.includes(name))
  const rounds = Number(values.rounds)
  if (
    names.length === 0 ||
    strange.length > 0 ||
    !['small', 'typical', 'stress'].includes(values.size) ||
    !(rounds > 0)
  ) {
    say(`${strange.length > 0 ? `There is no bench "${strange.join(', ')}". ` : ''}Benches: ${known.join(', ')}, all.`)
    say('npm run bench -- NAME [--rounds 5] [--size small|typical|stress] [--json FILE]')
    return 2
  }
  mkdirSync(folder, { recursive: true })
  mkdirSync(results, { recursive: true })
  const machine = machineLine(folder)
  process.stdout.write(`${machine}\n`)
  const codes: ExitCode[] = []
  const outcomes: object[] = []
  for (const name of names) {
    const { benchCase } = (await import(`./cases/${name}.ts`)) as { benchCase: BenchCase }
    const outcome = await measure(name, benchCase, {
      folder,
      size: values.size as Size,
      rounds,
      quietSeconds: Number(process.env.BENCH_QUIET_SECONDS ?? 20),
      say,
    })
    process.stdout.write(`${linesOf(outcome, benchCase.about).join('\n')}\n`)
    const kept = { at: new Date().toISOString(), machine, ...outcome }
    appendFileSync(path.join(results, `${name}.jsonl`), `${JSON.stringify(kept)}\n`)
    outcomes.push(kept)
    codes.push(exitCodeOf(outcome))
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(outcomes, null, 2)}\n`)
  return worst(codes)
}
