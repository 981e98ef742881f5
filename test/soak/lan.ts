/** `npm run soak -- lan [SEATS] [SECONDS]`: a room of sixty saves once a second for five minutes, then as fast as it can. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gatherCrowd, work } from '../helpers/crowd.ts'

const [seats = '60', seconds = process.env.JP_SOAK === 'full' ? '300' : '20'] = process.argv.slice(2)
const store = mkdtempSync(path.join(tmpdir(), 'jiangping-soak-'))
const say = (line: string) => process.stdout.write(`${line}\n`)
const crowd = await gatherCrowd(store, Number(seats))
try {
  say(`${crowd.seats.length} seats, one save a second each, ${seconds} s`)
  const calm = await work(crowd, { seconds: Number(seconds), pauseMs: 1_000 })
  say(JSON.stringify(calm))
  say('as fast as it goes, 20 s')
  const storm = await work(crowd, { seconds: 20, pauseMs: 0 })
  say(JSON.stringify(storm))
  const { ok, entries } = await crowd.desk.ledger.verify({ round: crowd.round })
  say(`ledger ${ok ? 'whole' : 'BROKEN'}, ${entries} entries`)
  if (!ok || calm.lost + storm.lost > 0) process.exitCode = 1
} finally {
  await crowd.close()
  rmSync(store, { recursive: true, force: true })
}
