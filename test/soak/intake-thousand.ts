/** `npm run soak -- intake-thousand [PACKETS] [MB]`: that many packets are imported; prints the peak memory of the process. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openHost } from '#host/host.ts'
import { deskClient } from '#host/sample/play.ts'
import { noisyFile } from '../bench/chance.ts'
import { annexParts, annexValues, wordForm } from '../helpers/forms.ts'

const [packets = process.env.JP_SOAK === 'full' ? '1000' : '10', megabytes = '5'] = process.argv.slice(2)
const folder = mkdtempSync(path.join(tmpdir(), 'jiangping-thousand-'))
const say = (line: string) => process.stdout.write(`${line}\n`)
const limitMb = 400

const paths: string[] = []
for (let at = 0; at < Number(packets); at++) {
  const place = path.join(folder, 'given', String(at))
  mkdirSync(place, { recursive: true })
  const given = { ...annexValues, leader_name: `样例${at}`, cover_workshop: `样例${at}工作室`, leader_id_number: '' }
  const parts = annexParts((words) => words, given as never)
  const { name, unit, place: rooms, education, post, address } = parts
  const rows = [name, unit, rooms, education, post, address, ...parts.members, ...parts.awards, ...parts.texts]
  writeFileSync(path.join(place, '申报表.docx'), await wordForm(parts.cover, [rows]))
  noisyFile(path.join(place, '证明.jpg'), Number(megabytes) * 1e6, `thousand ${at}`)
  paths.push(place)
}
say(`${packets} packets of ${megabytes} MB are ready`)

const host = openHost(path.join(folder, 'store'))
const caller = { role: 'secretariat', name: '秘书处', door: 'command-line', lang: 'zh-CN', seat: null } as const
const desk = deskClient({ host, caller })
const { round } = await desk.rounds.create({
  title: '一千份',
  organiser: '某局',
  scheme: 'urumqi-2023',
  activity: 'term-assessment',
})
let peakMb = 0
const watch = setInterval(() => {
  peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1024 ** 2)
}, 50)
const begun = performance.now()
const { imported, refused } = await desk.packets.import({ round, paths })
const seconds = (performance.now() - begun) / 1000
clearInterval(watch)
const { ok } = await desk.ledger.verify({ round })
say(
  JSON.stringify({
    imported: imported.length,
    refused: refused.length,
    seconds: Math.round(seconds),
    peakMb: Math.round(peakMb),
    limitMb,
    ledger: ok,
  }),
)
await host.close()
rmSync(folder, { recursive: true, force: true })
if (imported.length !== Number(packets) || peakMb > limitMb || !ok) process.exitCode = 1
