/** `npm run soak -- kill [KILLS] [SEED] [SEATS]`: the host is killed three hundred times while fifteen seats save; prints the counts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { tryKilling } from '../helpers/killing.ts'

const [kills = process.env.JP_SOAK === 'full' ? '300' : '3', seed = String(Date.now() % 1_000_000), seats = '15'] =
  process.argv.slice(2)
const store = mkdtempSync(path.join(tmpdir(), 'jiangping-soak-'))
const begun = performance.now()
const say = (line: string) => process.stdout.write(`${line}\n`)

say(`seed ${seed}, ${kills} kills, ${seats} seats, store ${store}`)
const trial = await tryKilling(store, { kills: Number(kills), seed: Number(seed), seats: Number(seats), say })
const { problems, ...counts } = trial
say(JSON.stringify({ ...counts, problems: problems.length, seconds: Math.round((performance.now() - begun) / 1000) }))
for (const problem of problems) say(problem)
if (problems.length > 0) process.exitCode = 1
else rmSync(store, { recursive: true, force: true })
