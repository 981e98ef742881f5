/** `npm run soak -- merge [RUNS] [SEED]`: a thousand random histories on several devices, merged every which way. */
import { tryMerging } from '../helpers/merging.ts'

const [runs = '1000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
const begun = performance.now()
const say = (line: string) => process.stdout.write(`${line}\n`)
say(`seed ${seed}, ${runs} runs`)
const { problems, ...counts } = tryMerging({ runs: Number(runs), seed: Number(seed), say })
say(JSON.stringify({ ...counts, problems: problems.length, seconds: Math.round((performance.now() - begun) / 1000) }))
for (const problem of problems.slice(0, 20)) say(problem)
if (problems.length > 0) process.exitCode = 1
