// An import that is killed, runs into a full disk, or loses its stick: the store opens, the ledger is clean, the next
// import goes on where it stopped.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Host, openHost } from '#host/host.ts'
import { deskClient } from '#host/sample/play.ts'
import { noisyFile } from '#test/bench/chance.ts'
import { annexParts, annexValues, wordForm } from '#test/helpers/forms.ts'
import { scratchFolder } from '#test/room.ts'

const cli = fileURLToPath(new URL('../../out/host/cli.js', import.meta.url))
const caller = { role: 'secretariat', name: '秘书处', door: 'desk', lang: 'zh-CN', seat: null } as const

/** A packet: a form, and a scan of so many bytes. */
async function packetAt(folder: string, no: number, bytes: number): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const given = { ...annexValues, leader_name: `样例${no}`, cover_workshop: `样例${no}工作室`, leader_id_number: '' }
  const { cover, name, unit, place, education, post, address, members, texts } = annexParts(
    (words) => words,
    given as never,
  )
  const rows = [name, unit, place, education, post, address, ...members, ...texts]
  writeFileSync(path.join(folder, '申报表.docx'), await wordForm(cover, [rows]))
  noisyFile(path.join(folder, '证明.jpg'), bytes, `broken off ${no}`)
  return folder
}

/** Does something with a store that no process holds any more. */
async function within<T>(store: string, work: (desk: ReturnType<typeof deskClient>, host: Host) => Promise<T>) {
  const host = openHost(store)
  try {
    return await work(deskClient({ host, caller }), host)
  } finally {
    await host.close()
  }
}

const freshRound = (store: string) =>
  within(store, async (desk) => {
    const made = { title: '期满考核', organiser: '某局', scheme: 'urumqi-2023', activity: 'term-assessment' }
    return (await desk.rounds.create(made)).round
  })

const filesOf = (store: string, round: string) => path.join(store, 'rounds', round, 'files')

/** Names in the store whose bytes are not theirs, and what is half copied. */
function untrue(store: string, round: string): string[] {
  const folder = filesOf(store, round)
  const kept = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return kept
    .filter(({ name, parentPath }) => {
      if (name === 'copied.jsonl') return false
      return (
        createHash('sha256')
          .update(readFileSync(path.join(parentPath, name)))
          .digest('hex') !== name
      )
    })
    .map(({ name }) => name)
}

const listing = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])

describe('kill -9', () => {
  const count = 5
  const given = scratchFolder()
  let paths: string[]
  beforeAll(async () => {
    paths = await Promise.all(
      Array.from({ length: count }, (_, no) => packetAt(path.join(given, String(no)), no, 12e6)),
    )
  })

  test.each([
    ['while the first file is being copied', 0],
    ['after the first packet was copied', 2],
    ['in the middle', 5],
    ['near the end', 9],
  ])('%s', { timeout: 120_000 }, async (_, copied) => {
    const store = scratchFolder()
    const round = await freshRound(store)
    const input = JSON.stringify({ round, paths })
    const child = spawn(process.execPath, [cli, '--store', store, 'call', 'packets.import', input], { stdio: 'ignore' })
    const ended = once(child, 'exit')
    const journal = path.join(filesOf(store, round), 'copied.jsonl')
    const lines = () => (existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length - 1 : 0)
    const isThere = () => lines() >= copied && listing(path.join(filesOf(store, round), 'incoming')).length > 0
    while (!isThere() && child.exitCode === null) await wait(1)
    child.kill('SIGKILL')
    const [code] = await ended
    expect(code, 'it was killed before it was done').toBeNull()

    const before = lines()
    await within(store, async (desk) => {
      const came = await desk.packets.list({ round })
      expect(came.length).toBeLessThan(count)
      expect((await desk.ledger.verify({ round })).ok).toBe(true)
      const again = await desk.packets.import({ round, paths })
      expect(again.imported.length).toBe(count - came.length)
      expect(again.refused.map((one) => one.code)).toEqual(came.map(() => 'already-imported'))
      expect((await desk.packets.list({ round })).map(({ files }) => files)).toEqual(Array(count).fill(2))
      expect((await desk.ledger.verify({ round })).ok).toBe(true)
    })
    // what was copied before was not copied again: each of the ten files stands in the journal once
    expect([before >= copied, lines()]).toEqual([true, 2 * count])
    expect(untrue(store, round)).toEqual([])
    expect(listing(path.join(filesOf(store, round), 'incoming'))).toEqual([])
  })
})

describe('a full disk', () => {
  const disk = scratchFolder()
  const canMount = process.getuid?.() === 0 && mount('size=40m') === 0
  function mount(options: string): number | null {
    return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]).status
  }
  afterAll(() => {
    if (canMount) spawnSync('umount', ['-l', disk])
  })

  test.skipIf(!canMount)(
    `names what there was no room for, and goes on when there is${canMount ? '' : ' (skipped: mounting a small disk needs root)'}`,
    { timeout: 60_000 },
    async () => {
      const given = scratchFolder()
      const paths = await Promise.all(
        Array.from({ length: 6 }, (_, no) => packetAt(path.join(given, String(no)), no, 9e6)),
      )
      const store = path.join(disk, 'store')
      const round = await freshRound(store)
      const came = await within(store, async (desk) => {
        const { imported, refused } = await desk.packets.import({ round, paths })
        expect(imported.length).toBeGreaterThan(0)
        expect(refused.length).toBe(6 - imported.length)
        expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['import-disk-full']))
        expect(refused[0]?.message).toBe(
          `磁盘空间不足，“${refused[0]?.source}”没有导入。已导入的不受影响；请腾出空间后再导入一次，会接着做。`,
        )
        return imported.length
      })
      await within(store, async (desk) => {
        expect((await desk.packets.list({ round })).length).toBe(came)
        expect((await desk.ledger.verify({ round })).ok).toBe(true)
        expect(untrue(store, round)).toEqual([])
        spawnSync('mount', ['-o', 'remount,size=200m', disk])
        const again = await desk.packets.import({ round, paths })
        expect([again.imported.length, again.refused.length]).toEqual([6 - came, came])
        expect((await desk.ledger.verify({ round })).ok).toBe(true)
      })
    },
  )
})

test('a stick pulled in the middle: said so, what was copied is kept, and the next import goes on', {
  timeout: 60_000,
}, async () => {
  const stick = path.join(scratchFolder(), 'U盘')
  const packet = await packetAt(path.join(stick, '申报'), 1, 9e6)
  for (let no = 2; no < 12; no++) noisyFile(path.join(packet, `证明${no}.jpg`), 9e6, `stick ${no}`)
  const store = scratchFolder()
  const round = await freshRound(store)
  const journal = path.join(filesOf(store, round), 'copied.jsonl')
  const lines = () => (existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length - 1 : 0)
  await within(store, async (desk) => {
    const running = desk.packets.import({ round, paths: [packet] })
    while (lines() < 2) await wait(1)
    renameSync(stick, `${stick}（拔出）`)
    const { imported, refused } = await running
    expect(imported).toEqual([])
    expect(refused.map(({ code, message }) => [code, message])).toEqual([
      [
        'source-gone',
        '读到一半时“申报”断开了（ENOENT），没有导入。已读的部分会保留，插好 U 盘后再导入一次，会接着做。',
      ],
    ])
    expect(await desk.packets.list({ round })).toEqual([])
    const kept = lines()
    expect(kept).toBeGreaterThanOrEqual(2)
    expect(kept).toBeLessThan(12)

    renameSync(`${stick}（拔出）`, stick)
    const again = await desk.packets.import({ round, paths: [packet] })
    expect(again.imported.map(({ files }) => files.length)).toEqual([12])
    expect(lines()).toBe(12)
    expect((await desk.ledger.verify({ round })).ok).toBe(true)
  })
})
