/** `npm run soak -- flips [STEP]`: one bit of every 997th byte of an archive and every 211th of a store's file is turned over, or STEP times as rarely. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openHost } from '#host/host.ts'
import { deskClient, playRound } from '#host/sample/play.ts'
import { flipArchive, flipStore } from '../helpers/flipped-round.ts'
import type { FlipTrial } from '../helpers/flipping.ts'

const [step = process.env.JP_SOAK === 'full' ? '1' : '40'] = process.argv.slice(2)
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
  const played = await playRound(ctx, {
    scheme: 'urumqi-2023',
    activity: 'selection',
    experts: 5,
    packets: 1,
    upTo: 'end',
  })
  // Its papers make an archive large: a step that is a prime passes every place of a block by and by.
  const archive = path.join(folder, 'archive.jpa')
  await desk.archive.export({ round: played, to: archive })
  let begun = performance.now()
  tell('archive', statSync(archive).size, begun, await flipArchive(ctx, archive, Number(step) * 997))
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
