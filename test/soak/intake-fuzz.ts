/** `npm run soak -- intake-fuzz [INPUTS] [SEED]`: 20,000 broken files are read; prints the counts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fuzzIntake } from '../helpers/fuzzing.ts'

const [inputs = process.env.JP_SOAK === 'full' ? '20000' : '300', seed = '20260305'] = process.argv.slice(2)
const folder = mkdtempSync(path.join(tmpdir(), 'jiangping-fuzz-'))
const begun = performance.now()
const say = (line: string) => process.stdout.write(`${line}\n`)

const { problems, ...counts } = await fuzzIntake(folder, { inputs: Number(inputs), seed: Number(seed), say })
const seconds = Math.round((performance.now() - begun) / 1000)
say(JSON.stringify({ ...counts, seed: Number(seed), problems: problems.length, seconds }))
for (const problem of problems.slice(0, 50)) say(problem)
rmSync(folder, { recursive: true, force: true })
if (problems.length > 0) process.exitCode = 1
