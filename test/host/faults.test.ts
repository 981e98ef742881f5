// What goes wrong in a room, each with its sentence and its way on.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import https from 'node:https'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathOf } from '#db/packet-files.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { allFiles } from '#db/queries/packets.ts'
import { serveDesk } from '#host/doors/serve.ts'
import { openHost } from '#host/host.ts'
import { openBadWifi } from '#test/helpers/bad-wifi.ts'
import { jp, serve } from '#test/helpers/built-host.ts'
import { join, remoteSeat } from '#test/helpers/calls.ts'
import { chance } from '#test/helpers/killing.ts'
import { openTestHost, refusalOf, scratchFolder, smallRound, testDesk } from '#test/room.ts'

describe('two programs on one store', () => {
  test('the second that would stay open is told of the first; single commands still work; a killed one holds nothing', async () => {
    const store = scratchFolder()
    const first = await serve(store)
    const second = await jp(['--store', store, 'serve', '--json'])
    expect(second.code).toBe(2)
    expect(JSON.parse(second.stderr.trim().split('\n').at(-1) ?? '{}')).toMatchObject({ code: 'store-in-use' })
    expect((await jp(['--store', store, 'call', 'rounds.list'])).code).toBe(0)
    await first.kill()
    const third = await serve(store)
    await third.leave()
  }, 60_000)
})

describe('lost Wi-Fi', () => {
  test('a network that drops, delays and halves loses nothing acknowledged, and nothing is decided twice', async () => {
    const room = openTestHost()
    const { round, experts, packets } = await smallRound(room, { activity: 'selection', upTo: 'reading' })
    const { port } = await room.desk.lan.start({ port: 0 })
    const [card] = await room.desk.seats.codes({ round })
    const { cookie } = await join(`https://127.0.0.1:${port}`, { token: card?.urls[0]?.split('#t=')[1] ?? '' })
    const wifi = await openBadWifi(port ?? 0, chance(7))
    const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false, maxSockets: 1 })
    const seat = remoteSeat(`https://127.0.0.1:${wifi.port}`, cookie, agent, { host: `127.0.0.1:${port}` })
    const place = { round, expert: experts[0], packet: packets[0] }
    let kept = ''
    let tries = 0
    for (let count = 1; count <= 40; count += 1) {
      const opinion = `第 ${count} 次（样例）`
      // As the tablet's outbox does: again and again until there is an answer.
      for (let isTold = false; !isTold; tries += 1) {
        isTold = await seat.sheets.save({ ...place, judgements: {}, opinion }).then(
          () => true,
          () => false,
        )
      }
      kept = opinion
    }
    for (let isTold = false; !isTold; ) {
      isTold = await seat.sheets.submit(place).then(
        () => true,
        // Handed in already, by an attempt whose answer was lost.
        (error: { data?: { code?: string } }) => error.data?.code === 'sheet-submitted',
      )
    }
    agent.destroy()
    await wifi.close()
    expect([wifi.cuts() > 0, tries > 40]).toEqual([true, true])
    const submitted = allEntries(room.host.store.round(round)).filter(({ kind }) => kind === 'sheet.submitted')
    expect(submitted.map(({ payload }) => (payload as { opinion: string }).opinion)).toEqual([kept])
  }, 120_000)
})

/** A file system of a few megabytes; null where this user may not make one. */
function smallDisk(megabytes: number): string | null {
  const folder = path.join(scratchFolder(), 'disk')
  mkdirSync(folder)
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  if (made.status !== 0) return null
  disks.push(folder)
  return folder
}
const disks: string[] = []
afterAll(() => {
  for (const disk of disks) spawnSync('umount', ['-l', disk])
})
const disk = smallDisk(3)

describe.skipIf(disk === null)('a full or read-only disk (a small tmpfs; skipped where it cannot be mounted)', () => {
  const room = openTestHost()
  const { desk } = room
  const stick = disk ?? ''
  let round: string
  let finished: string
  beforeAll(async () => {
    round = (await smallRound(room, { activity: 'selection', upTo: 'reading' })).round
    finished = (await smallRound(room, { activity: 'selection', upTo: 'end' })).round
    writeFileSync(path.join(stick, 'photos'), Buffer.alloc(2_800_000))
  })
  const onto = {
    backup: () => desk.backup.create({ round, to: path.join(stick, 'b.sqlite') }),
    'backup with its papers': () => desk.backup.create({ round, to: stick }),
    package: () => desk.bundles.pack({ round, to: stick }),
    archive: () => desk.archive.export({ round: finished, to: path.join(stick, 'a.jpa') }),
  }

  test.each(Object.keys(onto) as (keyof typeof onto)[])(
    '%s: says that the disk is full and leaves no half file',
    async (what) => {
      const [code, sentence] = await refusalOf(onto[what]())
      expect(code).toBe('disk-full')
      expect(sentence).toContain('请腾出空间或换一个磁盘')
      const left = spawnSync('find', [stick, '-type', 'f'], { encoding: 'utf8' }).stdout.trim().split('\n')
      expect(left).toEqual([path.join(stick, 'photos')])
    },
  )

  test('a read-only stick: says so', async () => {
    const locked = smallDisk(1) ?? ''
    spawnSync('mount', ['-o', 'remount,ro', locked])
    const writes = [
      () => desk.backup.create({ round, to: path.join(locked, 'b.sqlite') }),
      () => desk.bundles.pack({ round, to: locked }),
      () => desk.archive.export({ round: finished, to: path.join(locked, 'a.jpa') }),
    ]
    for (const write of writes) expect((await refusalOf(write()))[0]).toBe('read-only-place')
  })

  test('a stick pulled out in the middle of writing: says so, nothing half is left, and plugged in again it works', async () => {
    const writes = {
      package: (to: string) => desk.bundles.pack({ round, to: path.join(to, 'p.jpa') }),
      archive: (to: string) => desk.archive.export({ round: finished, to: path.join(to, 'a.jpa') }),
      backup: (to: string) => desk.backup.create({ round, to: path.join(to, 'b.sqlite') }),
    }
    const before = (await desk.rounds.show({ round })).ledger
    for (const [what, write] of Object.entries(writes)) {
      const pulled = smallDisk(8) ?? ''
      let isOut = false
      const watch = setInterval(() => {
        if (isOut || readdirSync(pulled).length === 0) return
        isOut = spawnSync('umount', ['-l', pulled]).status === 0
      })
      const outcome = await refusalOf(write(pulled)).finally(() => clearInterval(watch))
      expect([what, isOut, outcome[0]]).toEqual([what, true, 'place-gone'])
      expect(outcome[1]).toContain('U 盘可能已拔出')
      expect(readdirSync(pulled)).toEqual([])
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', pulled])
      await write(pulled)
      expect(readdirSync(pulled).filter((name) => name.endsWith('.part'))).toEqual([])
    }
    expect((await desk.rounds.show({ round })).ledger).toEqual(before)
  }, 60_000)

  test('the store’s own disk is full: the mark is refused, what was there stays, and with room again work goes on', async () => {
    const other = smallDisk(12) ?? ''
    const host = openHost(other)
    const full = { ...room, ctx: { host, caller: room.ctx.caller } }
    const mine = testDesk(full.ctx)
    const made = await smallRound({ ...full, desk: mine }, { activity: 'selection', upTo: 'reading', packets: 3 })
    const submit = (packet: string) =>
      mine.sheets.submit({ round: made.round, expert: made.experts[0], packet, opinion: '样例'.repeat(4_000) })
    await submit(made.packets[0])
    const before = (await mine.rounds.show({ round: made.round })).ledger
    const ballast = path.join(other, 'ballast')
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4096'])
    expect((await refusalOf(submit(made.packets[1])))[0]).toBe('disk-full')
    expect((await mine.rounds.show({ round: made.round })).ledger).toEqual(before)
    rmSync(ballast)
    await submit(made.packets[1])
    expect(await mine.ledger.verify({ round: made.round })).toMatchObject({ ok: true, entries: before.entries + 1 })
    await host.close()
  }, 60_000)
})

describe('a damaged store', () => {
  test('one round that cannot be read does not hide the others', async () => {
    const room = openTestHost()
    const first = await smallRound(room, { activity: 'selection', upTo: 'panel', packets: 1 })
    const second = await smallRound(room, { activity: 'selection', upTo: 'panel', packets: 1 })
    await room.host.close()
    writeFileSync(path.join(room.folder, 'rounds', first.round, 'round.sqlite'), 'noise'.repeat(2_000))
    const list = await room.desk.rounds.list({})
    expect(list.map((one) => [one.round, one.trouble?.code ?? null]).toSorted()).toEqual([
      [first.round, 'damaged-store'],
      [second.round, null],
    ])
  })

  test('is salvaged as far as the ledger proves it, from its file and its backups; the rest is named', async () => {
    const room = openTestHost()
    const { round, experts, packets } = await smallRound(room, { activity: 'selection', upTo: 'reading' })
    for (const packet of packets) {
      await room.desk.sheets.submit({ round, expert: experts[0], packet, opinion: '样例意见'.repeat(900) })
    }
    const seat = room.seat(round, experts[1])
    await seat.sheets.save({ round, expert: experts[1], packet: packets[0], judgements: {}, opinion: '草稿（样例）' })
    const before = (await room.desk.rounds.show({ round })).ledger
    const file = room.host.store.round(round).$client.name
    const [victim] = allFiles(room.host.store.round(round))
    room.host.store.round(round).$client.pragma('wal_checkpoint(TRUNCATE)')
    await room.host.close()
    // One late entry is bent on the disk, and one scan too.
    const bytes = readFileSync(file)
    const words = Buffer.from('"opinion":"样例意见')
    bytes.write('改', bytes.lastIndexOf(words) + '"opinion":"'.length)
    writeFileSync(file, bytes)
    const scan = pathOf(path.dirname(file), victim?.sha256 ?? '')
    const scanned = readFileSync(scan)
    scanned[100] = (scanned[100] ?? 0) ^ 1
    writeFileSync(scan, scanned)

    expect((await room.desk.ledger.verify({ round })).ok).toBe(false)
    const salvaged = await room.desk.backup.salvage({ round })
    expect(salvaged.proved).toBeGreaterThanOrEqual(before.entries - 3)
    expect(salvaged.proved + salvaged.lost.reduce((sum, { unproved }) => sum + unproved, 0)).toBe(before.entries)
    expect(salvaged.missingFiles).toEqual([victim?.sha256])
    expect(await room.desk.ledger.verify({ round })).toMatchObject({ ok: true, entries: salvaged.proved })
    const draft = await room.seat(round, experts[1]).sheets.show({ round, expert: experts[1], packet: packets[0] })
    expect(draft.opinion).toBe('草稿（样例）')
    expect(statSync(path.join(salvaged.before, 'round.sqlite')).size).toBe(bytes.length)
    // And work goes on.
    await room.desk.sheets.submit({ round, expert: experts[2], packet: packets[0], opinion: '继续（样例）' })
    expect((await room.desk.ledger.verify({ round })).ok).toBe(true)
  })

  test('of which the file is only noise is rebuilt from the backup made when the last stage was closed', async () => {
    const room = openTestHost()
    const { round } = await smallRound(room, { activity: 'selection', upTo: 'reading', packets: 1 })
    const { entries } = (await room.desk.rounds.show({ round })).ledger
    const file = room.host.store.round(round).$client.name
    await room.host.close()
    writeFileSync(file, 'noise'.repeat(5_000))
    rmSync(`${file}-wal`, { force: true })
    const salvaged = await room.desk.backup.salvage({ round })
    expect([salvaged.proved, salvaged.lost, salvaged.stage]).toEqual([entries, [], 'reading'])
  })
})

describe('a changed clock', () => {
  test('set back a day in the middle of a round: the order of decisions holds, and the page about this computer says so', async () => {
    const room = openTestHost()
    const { round, experts, packets } = await smallRound(room, { activity: 'selection', upTo: 'reading' })
    const place = { round, expert: experts[0], packet: packets[0] }
    await room.desk.sheets.submit({ ...place, opinion: '先交的（样例）' })
    room.setClock('2026-11-14T01:00:00Z')
    await room.desk.sheets.return({ ...place, reason: '钟拨回以后退回（样例）' })
    await room.desk.sheets.submit({ ...place, opinion: '后交的（样例）' })
    expect((await room.desk.ledger.verify({ round })).ok).toBe(true)
    expect((await room.desk.ledger.prove({ round })).findings).toEqual([])
    const sheet = await room.seat(round, experts[0]).sheets.show(place)
    expect(sheet.opinion).toBe('后交的（样例）')
    const kinds = allEntries(room.host.store.round(round)).map(({ kind }) => kind)
    expect(kinds.slice(-3)).toEqual(['sheet.submitted', 'sheet.returned', 'sheet.submitted'])
    room.setClock('2026-11-13T01:00:00Z')
    const said = (await room.desk.diagnosis.show({})).findings.find(({ id }) => id === `round ${round}`)
    expect([said?.state, said?.todo?.['zh-CN']]).toEqual(['warning', '请核对本机日期和时间。'])
  })
})

describe('a store from a newer version', () => {
  const newer = (file: string) => {
    const client = new Database(file)
    client.exec("insert into __drizzle_migrations (hash, created_at) values ('newer', 9999999999999)")
    client.close()
  }

  test('a round of it is named in the list with what to do, and the others go on', async () => {
    const room = openTestHost()
    const first = await smallRound(room, { activity: 'selection', upTo: 'panel', packets: 1 })
    const second = await smallRound(room, { activity: 'selection', upTo: 'panel', packets: 1 })
    await room.host.close()
    newer(path.join(room.folder, 'rounds', first.round, 'round.sqlite'))
    const list = await room.desk.rounds.list({})
    expect(list.map((one) => [one.round, one.trouble?.code ?? null]).toSorted()).toEqual([
      [first.round, 'newer-store'],
      [second.round, null],
    ])
    expect(await refusalOf(room.desk.rounds.show({ round: first.round }))).toEqual([
      'newer-store',
      '评审文件来自更新版本的匠评。请先升级再打开。',
    ])
  })

  test('the whole store is refused at the start, in one sentence, and nothing in it changes', async () => {
    const room = openTestHost()
    await smallRound(room, { activity: 'selection', upTo: 'panel', packets: 1 })
    await room.host.close()
    const device = path.join(room.folder, 'device.sqlite')
    newer(device)
    const bytes = readFileSync(device)
    const answer = await jp(['--store', room.folder, 'call', 'rounds.list'])
    expect(answer.code).toBe(2)
    expect(JSON.parse(answer.stderr.trim().split('\n').at(-1) ?? '{}')).toMatchObject({ code: 'newer-store' })
    expect(readFileSync(device).equals(bytes)).toBe(true)
  })
})

describe('the desk on a store', () => {
  test('that is served here already is refused here too', async () => {
    const room = openTestHost()
    const desk = await serveDesk(room.host)
    await expect(serveDesk(room.host)).rejects.toThrow('already open in another Jiangping')
    await desk.close()
    await (await serveDesk(room.host)).close()
  })
})
