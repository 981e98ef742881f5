/** `npm run soak -- flips [STEP]`: one bit of every STEPth byte of a small archive, a package and a store's file is turned over. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openHost } from '#host/host.ts'
import { deskClient, playRound } from '#host/sample/play.ts'
import { flipArchive, flipStore } from '../helpers/flipped-round.ts'
import type { FlipTrial } from '../helpers/flipping.ts'

const [step = process.env.JP_SOAK === 'full' ? '1' : '997'] = process.argv.slice(2)
const folder = mkdtempSync(path.join(tmpdir(), 'jiangping-soak-'))
const say = (line: string) => process.stdout.write(`${line}\n`)
const host = openHost(path.join(folder, 'store'))
const caller = { role: 'secretariat', name: '秘书处', door: 'desk', lang: 'zh-CN', seat: null } as const
const ctx = { host, caller }
const desk = deskClient(ctx)

function tell(what: string, bytes: number, begun: number, { missed, ...counts }: FlipTrial): void {
  const seconds = Math.round((performance.now() - begun) / 1000)
  say(JSON.stringify({ what, bytes, ...counts, missed: missed.length, seconds }))
  if (missed.length > 0) {
    say(`missed at ${missed.slice(0, 20).join(', ')}`)
    process.exitCode = 1
  }
}

try {
  // The archive of a round without packets: small enough that no byte need be left out.
  const { round } = await desk.rounds.create({
    title: '样例',
    organiser: '样例',
    scheme: 'urumqi-2023',
    activity: 'term-assessment',
  })
  const archive = path.join(folder, 'archive.jpa')
  await desk.archive.export({ round, to: archive })
  let begun = performance.now()
  tell('archive', statSync(archive).size, begun, await flipArchive(ctx, archive, Number(step)))
  const played = await playRound(ctx, {
    scheme: 'urumqi-2023',
    activity: 'selection',
    experts: 5,
    packets: 1,
    upTo: 'end',
  })
  const file = host.store.round(played).$client
  file.pragma('wal_checkpoint(TRUNCATE)')
  const { name } = file
  await host.close()
  begun = performance.now()
  // A store is opened and proved anew for each: an odd step passes every place of a page by and by.
  const trial = await flipStore(path.join(folder, 'store'), played, Number(step) * 211)
  tell("a store's file", statSync(name).size, begun, trial)
} finally {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
}
