// A backup is worth what it gives back: made for a reason, checked, let go in time, compared before it takes over.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { pathOf } from '#db/packet-files.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { allFiles } from '#db/queries/packets.ts'
import { backUpInto, backupFolder } from '#host/backups.ts'
import { openTestHost, refusalOf, type SmallRound, scratchFolder, smallRound } from '#test/room.ts'

const room = openTestHost()
const { desk, host } = room
let made: SmallRound
beforeAll(async () => {
  made = await smallRound(room, { activity: 'selection', upTo: 'reading' })
  await Promise.all([])
})
const listed = () => desk.backup.list({ round: made.round })

describe('a backup', () => {
  test('is made when a stage is closed, and says why', async () => {
    await new Promise((done) => setTimeout(done, 300))
    const { here } = await listed()
    expect(here.map(({ reason }) => reason)).toEqual(Array.from({ length: here.length }, () => 'stage-closed'))
    expect(here.length).toBeGreaterThanOrEqual(4)
    const copy = new Database(here[0]?.path ?? '', { readonly: true })
    expect(copy.prepare('select count(*) from ledger').pluck().get()).toBeGreaterThan(10)
    copy.close()
  })

  test('makes room for later ones of the same reason, never of another', async () => {
    for (let count = 0; count < 12; count += 1) await backUpInto(host, backupFolder(host), made.round, 'timer')
    const { here } = await listed()
    expect(here.filter(({ reason }) => reason === 'timer').length).toBe(10)
    expect(here.filter(({ reason }) => reason === 'stage-closed').length).toBeGreaterThanOrEqual(4)
    const files = readdirSync(path.join(backupFolder(host), made.round))
    expect(files.filter((file) => file.endsWith('timer.sqlite.sha256')).length).toBe(10)
  })

  test('on a second drive brings the packet files, each once', async () => {
    const drive = scratchFolder()
    const view = await desk.backup.places({ round: made.round, second: drive, minutes: 2 })
    expect(view).toMatchObject({ second: drive, minutes: 2, trouble: [] })
    expect(view.there.length).toBe(1)
    const hashes = new Set(allFiles(host.store.round(made.round)).map(({ sha256 }) => sha256))
    for (const hash of hashes) expect(existsSync(pathOf(path.join(drive, made.round), hash))).toBe(true)
    await desk.backup.places({ round: made.round, second: null })
    expect((await listed()).second).toBe(null)
    const [code] = await refusalOf(desk.backup.places({ round: made.round, second: path.join(drive, 'nowhere') }))
    expect(code).toBe('not-a-folder')
  })
})

describe('restoring', () => {
  test('shows what it would put aside, changes nothing; then switches, and loses nothing of what was there', async () => {
    const { round, experts, packets } = made
    const { path: backup } = await desk.backup.create({ round })
    await desk.sheets.submit({ round, expert: experts[0], packet: packets[0], opinion: '备份之后写的（样例）' })
    const before = (await desk.rounds.show({ round })).ledger
    const comparison = await desk.backup.compare({ path: backup })
    expect(comparison).toMatchObject({ round, entriesHere: before.entries, onlyInBackup: 0, headHere: before.head })
    expect(comparison.onlyHere.map(({ kind }) => kind)).toEqual(['sheet.submitted'])
    expect((await desk.rounds.show({ round })).ledger).toEqual(before)

    const chain = host.store.chain
    const restored = await desk.backup.restore({ path: backup })
    expect(restored.now.ledger.entries).toBe(before.entries - 1)
    expect(restored.missingFiles).toEqual([])
    // What was decided after the backup may be on a stick: this device goes on under another name.
    expect(host.store.chain).not.toBe(chain)
    const old = new Database(path.join(restored.before ?? '', 'round.sqlite'), { readonly: true })
    expect(old.prepare('select count(*) from ledger').pluck().get()).toBe(before.entries)
    old.close()
    expect((await listed()).here.some(({ reason }) => reason === 'before-restore')).toBe(true)
    // Work goes on, and the chains of before and after hold side by side.
    await desk.sheets.submit({ round, expert: experts[0], packet: packets[0], opinion: '恢复之后写的（样例）' })
    expect(await desk.ledger.verify({ round })).toMatchObject({ ok: true })
    expect(new Set(allEntries(host.store.round(round)).map((entry) => entry.chain)).size).toBe(2)
  })

  test('works on a new computer from the second drive alone', async () => {
    const drive = scratchFolder()
    await desk.backup.create({ round: made.round, to: drive })
    const [file] = readdirSync(path.join(drive, made.round)).filter((name) => name.endsWith('.sqlite'))
    const fresh = openTestHost()
    const restored = await fresh.desk.backup.restore({ path: path.join(drive, made.round, file ?? '') })
    expect(restored).toMatchObject({ before: null, missingFiles: [], entriesHere: 0 })
    expect((await fresh.desk.packets.list({ round: made.round })).length).toBe(3)
    expect((await fresh.desk.rounds.show({ round: made.round })).ledger.head).toBe(restored.headInBackup)
  })

  test('refuses a backup with one bit turned over, and one that is none', async () => {
    const { path: backup } = await desk.backup.create({ round: made.round })
    const bytes = readFileSync(backup)
    const before = (await desk.rounds.show({ round: made.round })).ledger
    for (const place of [0, 4_095, bytes.length >> 1, bytes.length - 1]) {
      const copy = Buffer.from(bytes)
      copy[place] = (copy[place] ?? 0) ^ 1
      writeFileSync(backup, copy)
      expect((await refusalOf(desk.backup.restore({ path: backup })))[0]).toBe('damaged-backup')
    }
    const none = path.join(scratchFolder(), '样例.sqlite')
    writeFileSync(none, 'no backup')
    expect((await refusalOf(desk.backup.restore({ path: none })))[0]).toBe('damaged-store')
    expect((await refusalOf(desk.backup.restore({ path: '/nowhere.sqlite' })))[0]).toBe('place-gone')
    expect((await desk.rounds.show({ round: made.round })).ledger).toEqual(before)
    expect(readdirSync(path.join(room.folder, 'rounds')).filter((name) => name.startsWith('restoring'))).toEqual([])
  })
})

describe('an archive', () => {
  let finished: SmallRound
  let archive: string
  beforeAll(async () => {
    finished = await smallRound(room, { activity: 'selection', upTo: 'end' })
    archive = path.join(scratchFolder(), 'archive.jpa')
    await desk.archive.export({ round: finished.round, to: archive })
  })

  test('can be checked alone, by a program that has never seen the round', async () => {
    const stranger = openTestHost()
    const verdict = await stranger.desk.archive.verify({ path: archive })
    expect(verdict).toMatchObject({ ok: true, kind: 'archive', round: finished.round, findings: [] })
    expect(verdict.ledgerHead).toBe((await desk.rounds.show({ round: finished.round })).ledger.head)
    expect(await stranger.desk.rounds.list({})).toEqual([])
  })

  test('opens to be looked at: everything is there and nothing can be changed', async () => {
    const reader = openTestHost()
    const opened = await reader.desk.archive.import({ path: archive })
    const { round } = finished
    expect(opened).toMatchObject({ round, frozen: true })
    expect(await reader.desk.results.compute({ round })).toEqual(await desk.results.compute({ round }))
    const [code, sentence] = await refusalOf(
      reader.desk.minutes.record({ round, packet: finished.packets[0], text: '改', dissents: [] }),
    )
    expect([code, sentence]).toEqual(['read-only-round', '这是归档的评审，只能查看，不能更改。'])
    expect(() => reader.host.store.round(round).$client.exec('delete from seat_keys')).toThrow('readonly')
    expect((await refusalOf(reader.desk.archive.import({ path: archive })))[0]).toBe('round-exists')
  })

  test('locked on request, and then only its passphrase opens it', async () => {
    const to = path.join(scratchFolder(), 'locked.jpa')
    await desk.archive.export({ round: finished.round, to, passphrase: '样例口令' })
    expect((await refusalOf(desk.archive.verify({ path: to })))[0]).toBe('passphrase-needed')
    expect((await refusalOf(desk.archive.verify({ path: to, passphrase: '别的' })))[0]).toBe('wrong-passphrase')
    expect((await desk.archive.verify({ path: to, passphrase: '样例口令' })).ok).toBe(true)
  })

  test('merged into the same round twice changes nothing the second time', async () => {
    const round = finished.round
    const merge = () => desk.archive.merge({ round, path: archive })
    expect(await merge()).toMatchObject({ added: 0, waiting: 0 })
    expect(await merge()).toMatchObject({ added: 0 })
    expect((await refusalOf(desk.archive.merge({ round: made.round, path: archive })))[0]).toBe('other-round')
  })

  test('with one bit turned over, wherever, is refused', async () => {
    const folder = scratchFolder()
    mkdirSync(folder, { recursive: true })
    const bytes = readFileSync(archive)
    const bent = path.join(folder, 'bent.jpa')
    for (let index = 0; index < 48; index += 1) {
      const place = Math.floor((index * (bytes.length - 1)) / 47)
      const copy = Buffer.from(bytes)
      copy[place] = (copy[place] ?? 0) ^ (1 << (index % 8))
      writeFileSync(bent, copy)
      expect(['damaged-bundle', 'not-a-bundle']).toContain((await refusalOf(desk.archive.verify({ path: bent })))[0])
    }
    for (const length of [0, 4_096, bytes.length >> 1, bytes.length - 1]) {
      writeFileSync(bent, bytes.subarray(0, length))
      expect(['damaged-bundle', 'not-a-bundle']).toContain((await refusalOf(desk.archive.verify({ path: bent })))[0])
    }
  }, 60_000)
})
