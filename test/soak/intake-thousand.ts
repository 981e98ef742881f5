/**
 * `npm run soak -- intake-thousand [PACKETS] [MB]`: that many packets are imported by the command line, in a process that
 * does nothing else; prints its peak memory as the system counts it.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ImportAnswer } from '#host/api/shapes.ts'
import { noisyFile } from '../bench/chance.ts'
import { jp, root } from '../helpers/built-host.ts'
import { annexParts, annexValues, wordForm } from '../helpers/forms.ts'

const [packets = process.env.JP_SOAK === 'full' ? '1000' : '10', megabytes = '5'] = process.argv.slice(2)
const folder = mkdtempSync(path.join(tmpdir(), 'jiangping-thousand-'))
const store = path.join(folder, 'store')
const say = (line: string) => process.stdout.write(`${line}\n`)
const limitMb = 400

/** Peak of a process's memory until now; the kernel keeps it, so asking now and then misses nothing. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

async function call<T>(method: string, input: object): Promise<T> {
  const { code, stdout, stderr } = await jp(['--store', store, 'call', method, JSON.stringify(input)])
  if (code !== 0) throw new Error(`${method} ended with ${code}: ${stderr}`)
  return JSON.parse(stdout) as T
}

try {
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
  const { round } = await call<{ round: string }>('rounds.create', {
    title: '一千份',
    organiser: '某局',
    scheme: 'urumqi-2023',
    activity: 'term-assessment',
  })
  const input = path.join(folder, 'input.json')
  writeFileSync(input, JSON.stringify({ round, paths }))
  say(`${packets} packets of ${megabytes} MB are ready`)

  const begun = performance.now()
  const cli = path.join(root, 'out/host/cli.js')
  const child = spawn(process.execPath, [cli, '--store', store, '--progress', 'call', 'packets.import', `@${input}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const answered = path.join(folder, 'answer.json')
  child.stdout.pipe(createWriteStream(answered))
  let peakMb = 0
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, peakOf(child.pid ?? 0))
  }, 20)
  await once(child, 'close')
  clearInterval(watch)
  const seconds = Math.round((performance.now() - begun) / 1000)
  const { imported, refused } = JSON.parse(readFileSync(answered, 'utf8')) as ImportAnswer
  const { ok } = await call<{ ok: boolean }>('ledger.verify', { round })
  const counts = { imported: imported.length, refused: refused.length }
  say(JSON.stringify({ ...counts, seconds, peakMb: Math.round(peakMb), limitMb, ledger: ok }))
  if (imported.length !== Number(packets) || peakMb === 0 || peakMb > limitMb || !ok) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
