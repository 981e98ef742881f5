// One laptop for the secretariat, two for experts, and a stick between them.
import { readFileSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { allEntries } from '#db/queries/ledger.ts'
import { allFiles } from '#db/queries/packets.ts'
import { deskContract } from '#host/api/contract.ts'
import { openTestHost, refusalOf, type SmallRound, scratchFolder, smallRound, type TestHost } from '#test/room.ts'

const office = openTestHost()
const [laptop, other] = [openTestHost(), openTestHost()]
const stick = scratchFolder()
let made: SmallRound
let passphrase: string
let packagePath: string

const submit = ({ desk }: TestHost, expert: string, packet: string, opinion: string) =>
  desk.sheets.submit({ round: made.round, expert, packet, opinion })
const seal = async ({ desk }: TestHost, name: string) =>
  (await desk.bundles.seal({ round: made.round, to: path.join(stick, name) })).path
const states = async () => {
  const { pairs } = await office.desk.completeness.show({ round: made.round })
  return Object.fromEntries(pairs.map(({ seat, no, state }) => [`${seat}/${no}`, state]))
}

beforeAll(async () => {
  made = await smallRound(office, { activity: 'selection', upTo: 'reading' })
  // The laptops' clocks are wrong, each its own way.
  laptop.setClock('2026-11-16T00:10:00Z')
  other.setClock('2026-11-16T09:00:00Z')
  const packed = await office.desk.bundles.pack({ round: made.round, to: stick })
  passphrase = packed.passphrase
  packagePath = packed.path
  expect(packed).toMatchObject({ heldBack: 0, files: expect.any(Number) })
})

describe('the package', () => {
  test('says what it is before it is opened, and gives nothing else away', async () => {
    expect(path.basename(packagePath)).toMatch(/^评审包 .+ \d{8}T\d{6}\.jpa$/)
    const look = await laptop.desk.bundles.look({ path: packagePath })
    expect(look).toMatchObject({ is: 'package', round: made.round, locked: true, isHere: false, isOwn: false })
    expect(look.kind['zh-CN']).toBe('评审包（发给专家电脑的材料）')
    const bytes = readFileSync(packagePath, 'latin1')
    expect(bytes).not.toContain('PK\u0003\u0004')
    expect(bytes).not.toContain('13800001101')
  })

  test('opens with its passphrase only', async () => {
    expect(passphrase).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/)
    const open = (given?: string) => laptop.desk.bundles.open({ path: packagePath, passphrase: given })
    expect((await refusalOf(open()))[0]).toBe('passphrase-needed')
    expect((await refusalOf(open('2222-2222-2222')))[0]).toBe('wrong-passphrase')
    expect(await laptop.desk.rounds.list({})).toEqual([])
  })

  test('makes the round on the expert’s laptop, papers and panel included; a second time it changes nothing', async () => {
    for (const device of [laptop, other]) {
      const opened = await device.desk.bundles.open({ path: packagePath, passphrase })
      expect(opened).toMatchObject({ round: made.round, stage: 'reading', known: 0 })
    }
    const again = await laptop.desk.bundles.open({ path: packagePath, passphrase })
    expect(again).toMatchObject({ added: 0 })
    expect((await laptop.desk.packets.list({ round: made.round })).length).toBe(3)
    const { packets } = made
    const [file] = allFiles(laptop.host.store.round(made.round)).filter(({ packet }) => packet === packets[0])
    const sha256 = file?.sha256 ?? ''
    const read = await laptop.desk.files.read({ round: made.round, packet: packets[0], sha256 })
    expect(read.size).toBe(file?.size)
  })

  test('cannot be taken for what experts bring back, nor the other way round', async () => {
    const { imported, refused } = await office.desk.bundles.import({ round: made.round, paths: [packagePath] })
    expect([imported, refused.map(({ code }) => code)]).toEqual([[], ['wrong-bundle']])
    expect(refused[0]?.message).toContain('是评审包（发给专家电脑的材料）')
    expect((await refusalOf(laptop.desk.archive.import({ path: packagePath, passphrase })))[0]).toBe('wrong-bundle')
    expect((await refusalOf(office.desk.bundles.seal({ round: made.round, to: stick })))[0]).toBe('not-from-a-package')
    expect((await refusalOf(laptop.desk.bundles.seal({ round: made.round, to: stick })))[0]).toBe('no-own-work')
  })
})

describe('the work that comes back', () => {
  let first: string
  let second: string
  let fromOther: string

  test('is sealed so that the laptop itself cannot read it again', async () => {
    const { experts, packets } = made
    await submit(laptop, experts[0], packets[0], '材料属实（样例）')
    first = await seal(laptop, 'first.jpa')
    await submit(laptop, experts[0], packets[1], '建议补充（样例）')
    second = await seal(laptop, 'second.jpa')
    await submit(other, experts[1], packets[0], '同意推荐（样例）')
    await submit(other, experts[0], packets[0], '另一台电脑上写的（样例）')
    fromOther = await seal(other, 'other.jpa')
    expect(readFileSync(first, 'utf8').includes('材料属实')).toBe(false)
    expect((await refusalOf(laptop.desk.archive.verify({ path: first })))[0]).toBe('other-round')
  })

  test('comes in in any order, any number of times, mixed with what is none of it', async () => {
    const round = made.round
    const rubbish = path.join(stick, '照片.jpa')
    writeFileSync(rubbish, 'not a bundle')
    const answer = await office.desk.bundles.import({ round, paths: [second, rubbish, fromOther, first, second] })
    expect(answer.refused.map(({ code }) => code)).toEqual(['not-a-bundle'])
    expect(answer.imported.map(({ people, added, known, waiting }) => [people, added, known, waiting])).toEqual([
      // Each laptop says first how far it knew the secretariat's ledger, then what its expert handed in.
      [['评样一'], 3, 0, 0],
      [['评样二', '评样一'], 3, 0, 0],
      [['评样一'], 0, 2, 0],
      [['评样一'], 0, 3, 0],
    ])
    // The second laptop's clock is hours ahead, and that is told.
    expect(answer.imported[1]?.clockAheadSeconds).toBeGreaterThan(20_000)
    expect(answer.imported[0]?.clockAheadSeconds).toBe(0)
    expect((await office.desk.ledger.verify({ round })).ok).toBe(true)
  })

  test('is proved pair by pair: here, missing, and two versions that differ', async () => {
    const found = await states()
    expect([found['1/1'], found['1/2'], found['2/1'], found['3/1']]).toEqual(['duplicate', 'here', 'here', 'missing'])
    const { conflicts, ok } = await office.desk.completeness.show({ round: made.round })
    expect([ok, conflicts.length]).toEqual([false, 1])
    expect(JSON.stringify(conflicts)).not.toContain('样例）')
  })

  test('the person who handed in both decides, and the other version stays in the ledger', async () => {
    const { round, experts, packets } = made
    const seat = office.seat(round, experts[0])
    const [conflict] = await seat.conflicts.mine({ round, expert: experts[0] })
    const opinions = conflict?.versions.map(({ opinion }) => opinion)
    expect(opinions?.toSorted()).toEqual(['另一台电脑上写的（样例）', '材料属实（样例）'])
    const kept = conflict?.versions.find(({ opinion }) => opinion.startsWith('材料'))
    const choice = { round, about: 'sheet' as const, packet: packets[0], kept: kept?.hash ?? '', reason: '' }
    const stranger = office.seat(round, experts[1])
    expect((await refusalOf(stranger.conflicts.decide({ ...choice, expert: experts[0] })))[0]).toBe('not-allowed')
    expect((await refusalOf(stranger.conflicts.mine({ round, expert: experts[0] })))[0]).toBe('not-allowed')
    // The desk has no way to decide for somebody, or to read what there is to decide.
    expect(Object.keys(deskContract)).not.toContain('conflicts')
    expect(await seat.conflicts.decide({ ...choice, expert: experts[0] })).toEqual([])
    expect((await states())['1/1']).toBe('here')
    const sheet = await seat.sheets.show({ round, expert: experts[0], packet: packets[0] })
    expect(sheet.opinion).toBe('材料属实（样例）')
    const words = allEntries(office.host.store.round(round)).map(({ payload }) => JSON.stringify(payload))
    expect(words.filter((payload) => payload.includes('另一台电脑上写的')).length).toBe(1)
    expect((await refusalOf(seat.conflicts.decide({ ...choice, expert: experts[0] })))[0]).toBe('no-such-conflict')
  })

  test('a sheet whose rows no longer say what was handed in is altered', async () => {
    const { round, experts, packets } = made
    const { $client } = office.host.store.round(round)
    const where = `expert = '${experts[1]}' and packet = '${packets[0]}'`
    $client.exec(`update sheets set opinion = '改过的（样例）' where ${where}`)
    expect((await states())['2/1']).toBe('altered')
    $client.exec(`update sheets set opinion = '同意推荐（样例）' where ${where}`)
    expect((await states())['2/1']).toBe('here')
  })

  test('a package made while marks are hidden holds none of them', async () => {
    const packed = await office.desk.bundles.pack({ round: made.round, to: path.join(stick, 'later.jpa') })
    expect(packed.heldBack).toBeGreaterThan(3)
    const third = openTestHost()
    await third.desk.bundles.open({ path: packed.path, passphrase: packed.passphrase })
    const kinds = allEntries(third.host.store.round(made.round)).map(({ kind }) => kind)
    expect(kinds).not.toContain('sheet.submitted')
    expect(kinds).toContain('panel.constituted')
  })

  test('the stage cannot be closed, nor the result frozen, while something has not come together', async () => {
    const { round, experts, packets } = made
    for (const expert of experts) {
      for (const packet of packets) {
        const { state } = await office.seat(round, expert).sheets.show({ round, expert, packet })
        if (state !== 'submitted') await submit(office, expert, packet, '同意（样例）')
      }
    }
    // Meanwhile the first laptop handed in once more.
    await submit(laptop, experts[2], packets[2], '在自己电脑上写的（样例）')
    const late = await seal(laptop, 'late.jpa')
    await office.desk.bundles.import({ round, paths: [late] })
    expect((await states())['3/3']).toBe('duplicate')
    const [code, sentence] = await refusalOf(office.desk.stages.close({ round, stage: 'reading' }))
    expect(code).toBe('gate-closed')
    expect(sentence).toContain('第 3 席 评样三')
    const seat = office.seat(round, experts[2])
    const [conflict] = await seat.conflicts.mine({ round, expert: experts[2] })
    const kept = conflict?.versions[0]?.hash ?? ''
    await seat.conflicts.decide({ round, expert: experts[2], about: 'sheet', packet: packets[2], kept, reason: '' })
    expect((await office.desk.stages.close({ round, stage: 'reading' })).stage).toBe('visit')
  })

  test('work for another round is told from ours, even under the same name', async () => {
    const elsewhere = openTestHost()
    const { round } = await smallRound(elsewhere, { activity: 'selection', upTo: 'reading', packets: 1 })
    const packed = await elsewhere.desk.bundles.pack({ round, to: path.join(stick, 'elsewhere.jpa') })
    const guest = openTestHost()
    await guest.desk.bundles.open({ path: packed.path, passphrase: packed.passphrase })
    const [packet] = await guest.desk.packets.list({ round })
    const { members } = await guest.desk.panel.show({ round })
    await guest.desk.sheets.submit({
      round,
      expert: members[0]?.expert ?? '',
      packet: packet?.packet ?? '',
      opinion: '样例',
    })
    const { path: work } = await guest.desk.bundles.seal({ round, to: path.join(stick, 'guest.jpa') })
    // Test ids count from one everywhere: the round has our id, but not our key.
    const { refused } = await office.desk.bundles.import({ round: made.round, paths: [work] })
    expect(refused.map(({ code }) => code)).toEqual(['other-round'])
  })
})

test('a sheet handed in on a device that did not know of a corrected fact is stale, until its expert hands in again', async () => {
  const desk = openTestHost()
  const tablet = openTestHost()
  const { round, experts, packets } = await smallRound(desk, {
    activity: 'term-assessment',
    upTo: 'reading',
    packets: 1,
  })
  const folder = scratchFolder()
  const packed = await desk.desk.bundles.pack({ round, to: folder })
  await tablet.desk.bundles.open({ path: packed.path, passphrase: packed.passphrase })
  const place = { round, expert: experts[0], packet: packets[0] }
  // Meanwhile the secretariat finds that the matching funds are 6 and not what the form says.
  await desk.desk.facts.record({
    round,
    packet: packets[0],
    facts: [{ key: 'B1_matching_wan', value: '6', proof: null, note: '按银行回单更正' }],
  })
  const handIn = async (where: TestHost) => {
    const seat = where.seat(round, experts[0])
    const { blocks } = await seat.sheets.show(place)
    const judged = blocks.flatMap(({ items }) => items).filter(({ kind }) => kind === 'judgement')
    const full = judged.map(({ id, mustDeduct }) => [
      id,
      { deduct: mustDeduct ? '1' : '0', reason: mustDeduct ? '样例' : '', pins: [] },
    ])
    await seat.sheets.submit({ ...place, judgements: Object.fromEntries(full) })
  }
  const stateNow = async () => {
    const { pairs } = await desk.desk.completeness.show({ round })
    return pairs.find(({ expert }) => expert === experts[0])?.state
  }
  await handIn(tablet)
  const brought = await tablet.desk.bundles.seal({ round, to: path.join(folder, 'brought.jpa') })
  await desk.desk.bundles.import({ round, paths: [brought.path] })
  expect(await stateNow()).toBe('stale')
  await desk.seat(round, experts[0]).sheets.reopen({ ...place, reason: '事实有更正' })
  await handIn(desk)
  expect(await stateNow()).toBe('here')
})

describe('what a stick does to a file', () => {
  /** A copy of a bundle with its bytes changed. */
  async function spoilt(file: string, change: (bytes: Buffer) => Buffer): Promise<string> {
    const target = path.join(stick, 'spoilt.jpa')
    writeFileSync(`${target}.new`, change(readFileSync(file)))
    await rename(`${target}.new`, target)
    return target
  }
  const import_ = async (file: string) => office.desk.bundles.import({ round: made.round, paths: [file] })
  const verdicts = ['damaged-bundle', 'not-a-bundle', 'other-round', 'newer-bundle', 'wrong-bundle', 'wrong-passphrase']

  test('cut off at every four kilobytes: found, and nothing taken', async () => {
    const work = path.join(stick, 'second.jpa')
    const whole = readFileSync(work)
    const before = (await office.desk.rounds.show({ round: made.round })).ledger
    for (let length = 0; length < whole.length; length += 4_096) {
      const { imported, refused } = await import_(await spoilt(work, (bytes) => bytes.subarray(0, length)))
      expect([length, imported, refused.length]).toEqual([length, [], 1])
      expect(verdicts).toContain(refused[0]?.code)
    }
    expect((await office.desk.rounds.show({ round: made.round })).ledger).toEqual(before)
    const pack = readFileSync(packagePath).length
    for (const length of [1, 5, 300, pack >> 1, pack - 1]) {
      const cut = await spoilt(packagePath, (bytes) => bytes.subarray(0, length))
      expect(verdicts).toContain((await refusalOf(openTestHost().desk.bundles.open({ path: cut, passphrase })))[0])
    }
  }, 60_000)

  test('one bit turned over, anywhere: found', async () => {
    const work = path.join(stick, 'second.jpa')
    const { length } = readFileSync(work)
    const flip = (at: number, bit: number) => (bytes: Buffer) => {
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ (1 << bit)
      return copy
    }
    const places = [
      ...Array.from({ length: 40 }, (_, at) => at * 7),
      ...Array.from({ length: 40 }, (_, at) => (at * length) / 40),
    ]
    for (const [index, place] of [...places, length - 1].entries()) {
      const { imported, refused } = await import_(await spoilt(work, flip(Math.floor(place), index % 8)))
      expect([place, imported, refused.length]).toEqual([place, [], 1])
    }
  }, 60_000)

  test('a bundle of a newer version says so', async () => {
    const newer = await spoilt(packagePath, (bytes) =>
      Buffer.from(bytes.toString('latin1').replace('"version":1', '"version":2'), 'latin1'),
    )
    expect((await refusalOf(laptop.desk.bundles.look({ path: newer })))[0]).toBe('newer-bundle')
  })

  test('pulled out: the place is named', async () => {
    const [code, sentence] = await refusalOf(laptop.desk.bundles.look({ path: '/nowhere/样例.jpa' }))
    expect([code, sentence]).toEqual([
      'place-gone',
      '找不到或读不出“/nowhere/样例.jpa”（U 盘可能已拔出），没有写入任何内容。请插好后再试。',
    ])
  })
})
