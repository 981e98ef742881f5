/** Site visits from the plan to the signed record: photos counted apart, two devices, what a changed fact moves. */
import { createHash } from 'node:crypto'
import { createCanvas } from '@napi-rs/canvas'
import { beforeAll, describe, expect, test } from 'vitest'
import type { VisitPhoto } from '#core/visits/record.ts'
import type { VisitForm } from '#host/api/shapes.ts'
import { openTestHost, refusalOf, type Seat, type SmallRound, scratchFolder, smallRound } from '#test/room.ts'

const room = openTestHost()
const { desk } = room
let made: SmallRound
let recorder: Seat
let helper: Seat
const device = { recorder: 'device-recorder', helper: 'device-helper' }

/** A small JPEG of one colour. With a time it gets the block in which cameras write it, held turned by a quarter. */
function photoBytes(shade: number, taken?: string): Buffer {
  const canvas = createCanvas(32, 24)
  const pen = canvas.getContext('2d')
  pen.fillStyle = `rgb(${shade}, ${(shade * 7) % 256}, 90)`
  pen.fillRect(0, 0, 32, 24)
  const jpeg = canvas.toBuffer('image/jpeg', 80)
  return taken === undefined ? jpeg : Buffer.concat([jpeg.subarray(0, 2), cameraBlock(taken), jpeg.subarray(2)])
}

/** APP1 with orientation 6 and DateTime, by TIFF 6.0 and Exif 2.3. */
function cameraBlock(taken: string): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + 20)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(6, 18)
  tiff.writeUInt16LE(0x0132, 22)
  tiff.writeUInt16LE(2, 24)
  tiff.writeUInt32LE(20, 26)
  tiff.writeUInt32LE(38, 30)
  tiff.write(`${taken}\0`, 38, 'latin1')
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

function named(bytes: Buffer, seat: number, no: number): VisitPhoto {
  return {
    sha256: hashOf(bytes),
    size: bytes.length,
    width: 32,
    height: 24,
    turn: 0,
    taken: null,
    noted: '2026-11-18T03:00:00.000Z',
    clockAhead: 2,
    seat,
    no,
    caption: `样例照片 ${no}`,
    about: null,
    original: null,
  }
}

async function send(seat: Seat, expert: string, packet: string, bytes: Buffer, step = bytes.length) {
  const sha256 = hashOf(bytes)
  let answer = { sha256, have: 0, complete: false }
  for (let offset = 0; offset < bytes.length; offset += step) {
    const piece = new File([new Uint8Array(bytes.subarray(offset, offset + step))], 'piece')
    answer = await seat.visits.photo({ round: made.round, expert, packet, sha256, offset, piece })
  }
  return answer
}

const formFor = (team: VisitForm['team']): VisitForm => ({
  date: '2026-11-18',
  place: '样例路 1 号',
  begun: '10:05',
  ended: '11:20',
  team,
  guests: ['样例厂长'],
  opinion: '设备与申报基本一致。',
  findings: [],
  checks: [{ about: 'C1', claimed: '攻关记录 3 份', seen: '见到 3 份原件', verdict: 'agrees' }],
  measures: [{ name: '工作室面积', value: '29.40', unit: '㎡', claimed: '36', note: '激光测距' }],
})

beforeAll(async () => {
  made = await smallRound(room, { activity: 'term-assessment', upTo: 'visit' })
  recorder = room.seat(made.round, made.experts[0])
  helper = room.seat(made.round, made.experts[1])
}, 60_000)

const stopOf = (packet: string, team = [made.experts[0], made.experts[1]]) => ({
  packet,
  date: '2026-11-18',
  time: '10:00',
  place: '样例路 1 号',
  team,
  lead: made.experts[1],
  recorder: made.experts[0],
})

describe('the plan', () => {
  test('a draft may be wrong and says so; settling it is refused', async () => {
    const { round, packets, experts } = made
    const recused = { expert: experts[3], packet: packets[2] }
    const conflicts = [{ packet: recused.packet, kind: 'cooperation' as const, note: '共同课题' }]
    await desk.recusals.declare({ round, expert: recused.expert, conflicts, reason: '考察前补报' })
    const stops = [stopOf(packets[0]), stopOf(packets[0])]
    const view = await desk.visits.plan({ round, stops })
    expect(view.problems.map(({ 'zh-CN': zh }) => zh)).toEqual([expect.stringMatching(/^计划里“1 .*”排了两次。$/)])
    expect(view.settled).toEqual([])
    expect((await refusalOf(desk.visits.plan({ round, stops, settle: true })))[0]).toBe('visit-planned-twice')
    const outside = { ...stopOf(packets[0]), lead: experts[4] }
    expect((await refusalOf(desk.visits.plan({ round, stops: [outside], settle: true })))[0]).toBe('visit-not-in-team')
    const against = { ...stopOf(recused.packet, [recused.expert]), lead: recused.expert, recorder: recused.expert }
    expect((await refusalOf(desk.visits.plan({ round, stops: [against], settle: true })))[0]).toBe('visit-recused')
  })

  test('settled, every member sees the own visits in the order of the route', async () => {
    const { round, packets, experts } = made
    await desk.visits.plan({ round, stops: [stopOf(packets[1]), stopOf(packets[0])], settle: true })
    const { visits } = await recorder.visits.mine({ round, expert: experts[0] })
    expect(visits.map(({ packet, isRecorder }) => [packet, isRecorder])).toEqual([
      [packets[1], true],
      [packets[0], true],
    ])
    expect((await room.seat(round, experts[2]).visits.mine({ round, expert: experts[2] })).visits).toEqual([])
    expect((await desk.visits.planning({ round })).draft).toBeNull()
  })
})

describe('a visit of two devices', () => {
  const shots = Array.from({ length: 6 }, (_, at) => photoBytes(at * 30, `2026:11:18 10:0${at}:30`))
  const others = [photoBytes(201), photoBytes(202), shots[0] as Buffer]

  test('a photo that the draft does not name is not taken', async () => {
    const { packets, experts } = made
    const [code] = await refusalOf(send(recorder, experts[0], packets[0], shots[0] as Buffer))
    expect(code).toBe('visit-photo-unnamed')
  })

  test('draft, pieces of photos, and what the desk sees meanwhile', async () => {
    const { round, packets, experts } = made
    const [packet] = packets
    const photos = shots.map((bytes, at) => named(bytes, 1, at + 1))
    const form = formFor([
      { expert: experts[0], name: '甲', arrived: '09:58' },
      { expert: experts[1], name: '乙', arrived: '10:02' },
    ])
    const draft = { round, expert: experts[0], packet, device: device.recorder, base: 0, form, photos, struck: [] }
    const saved = await recorder.visits.save({ ...draft, state: 'draft' })
    expect(saved.have).toEqual(Object.fromEntries(photos.map(({ sha256 }) => [sha256, 0])))

    // The first in pieces of 100 bytes; a piece sent again, or too early, changes nothing.
    const first = shots[0] as Buffer
    const piece = (from: number, to: number) => new File([new Uint8Array(first.subarray(from, to))], 'piece')
    const ask = { round, expert: experts[0], packet, sha256: hashOf(first) }
    expect((await recorder.visits.photo({ ...ask, offset: 0, piece: piece(0, 100) })).have).toBe(100)
    expect((await recorder.visits.photo({ ...ask, offset: 0, piece: piece(0, 100) })).have).toBe(100)
    expect((await recorder.visits.photo({ ...ask, offset: 300, piece: piece(300, 400) })).have).toBe(100)
    expect((await recorder.visits.save({ ...draft, state: 'draft' })).have[hashOf(first)]).toBe(100)
    const rest = await recorder.visits.photo({ ...ask, offset: 100, piece: piece(100, first.length) })
    expect(rest).toEqual({ sha256: hashOf(first), have: first.length, complete: true })
    expect((await recorder.visits.photo({ ...ask, offset: 0, piece: piece(0, 100) })).complete).toBe(true)

    const [view] = await desk.visits.list({ round })
    expect(view?.devices).toMatchObject([
      { seat: 1, state: 'draft', photos: 6, missing: ['1-02', '1-03', '1-04', '1-05', '1-06'], gaps: [] },
    ])
  })

  test('not final while photos or the other device are missing', async () => {
    const { round, packets, experts } = made
    const [packet] = packets
    const finish = (without: string[] = []) => recorder.visits.finish({ round, expert: experts[0], packet, without })
    expect(await refusalOf(finish())).toEqual([
      'visit-photos-missing',
      '缺 5 张照片：1-02、1-03、1-04、1-05、1-06。全部传到主机后才能定稿。',
    ])
    for (const bytes of shots) await send(recorder, experts[0], packet, bytes, 200)
    const photos = others.map((bytes, at) => named(bytes, 2, at + 1))
    const draft = { round, expert: experts[1], packet, device: device.helper, base: 0, form: null, struck: [] }
    await helper.visits.save({ ...draft, photos, state: 'draft' })
    expect((await refusalOf(finish()))[0]).toBe('visit-devices-out')
    // Only the recorder writes, and nobody under another's number.
    const form = formFor([])
    expect((await refusalOf(helper.visits.save({ ...draft, form, photos, state: 'draft' })))[0]).toBe(
      'visit-not-recorder',
    )
    const foreign = [named(others[0] as Buffer, 1, 1)]
    expect((await refusalOf(helper.visits.save({ ...draft, photos: foreign, state: 'draft' })))[0]).toBe('not-allowed')
    await helper.visits.save({ ...draft, photos, struck: [{ seat: 2, no: 5, reason: '拍糊了' }], state: 'handed-in' })
    expect((await desk.visits.list({ round }))[0]?.devices[1]).toMatchObject({
      seat: 2,
      missing: ['2-01', '2-02'],
      gaps: ['2-04'],
    })
    for (const bytes of others.slice(0, 2)) await send(helper, experts[1], packet, bytes)
  })

  test('a second device of the recorder that goes on from an older draft is refused', async () => {
    const { round, packets, experts } = made
    const draft = { round, expert: experts[0], packet: packets[0], form: null, photos: [], struck: [] }
    const [code] = await refusalOf(
      recorder.visits.save({ ...draft, device: 'another-device', base: 0, state: 'draft' }),
    )
    expect(code).toBe('visit-draft-moved')
  })

  test('final: each picture once, by what its bytes say', async () => {
    const { round, packets, experts } = made
    const view = await recorder.visits.finish({ round, expert: experts[0], packet: packets[0] })
    // Nine numbers were named; 2-03 has the bytes of 1-01.
    expect(view.photos.map(({ seat, no }) => `${seat}-${no}`)).toEqual([
      '1-1',
      '1-2',
      '1-3',
      '1-4',
      '1-5',
      '1-6',
      '2-1',
      '2-2',
    ])
    expect(view.photos[1]).toMatchObject({
      turn: 90,
      taken: '2026-11-18T10:01:30',
      width: 32,
      height: 24,
      clockAhead: 2,
    })
    expect(view.photos[6]).toMatchObject({ turn: 0, taken: null })
    expect(view.struck).toEqual([{ seat: 2, no: 5, reason: '拍糊了' }])
    expect(view.present).toEqual(['甲', '乙', '样例厂长'])
    expect(view.measures).toMatchObject([{ name: '工作室面积', value: '29.40', unit: '㎡', claimed: '36' }])
    const small = await desk.visits.picture({
      round,
      packet: packets[0],
      sha256: hashOf(shots[1] as Buffer),
      small: true,
    })
    // Held turned by a quarter: 32 × 24 becomes 24 × 32.
    const head = Buffer.from(await small.arrayBuffer())
    const at = head.indexOf(Buffer.from([0xff, 0xc0]))
    expect([head.readUInt16BE(at + 7), head.readUInt16BE(at + 5)]).toEqual([24, 32])
  })

  test('the team signs this record; a later one wants signing anew', async () => {
    const { round, packets, experts } = made
    const [packet] = packets
    const { record } = (await desk.visits.list({ round }))[0] ?? { record: '' }
    const sign = { round, packet, record, answer: 'agree' as const }
    await recorder.visits.sign({ ...sign, expert: experts[0] })
    const dissent = { ...sign, expert: experts[1], answer: 'dissent' as const }
    expect((await refusalOf(helper.visits.sign(dissent)))[0]).toBe('dissent-needs-text')
    const view = await helper.visits.sign({ ...dissent, text: '面积量法有异议' })
    expect(view.signatures.map(({ answer, text }) => [answer, text])).toEqual([
      ['agree', ''],
      ['dissent', '面积量法有异议'],
    ])
    const third = room.seat(round, experts[2])
    expect((await refusalOf(third.visits.sign({ ...sign, expert: experts[2] })))[0]).toBe('visit-not-planned')
    const again = await recorder.visits.finish({ round, expert: experts[0], packet })
    expect(again.signatures).toEqual([])
    expect((await refusalOf(helper.visits.sign({ ...sign, expert: experts[1] })))[0]).toBe('visit-changed')
  })
})

test('a changed fact names its visit and moves what follows from it, before and after', async () => {
  const { round, packets } = made
  const packet = packets[2]
  const fact = 'B1_matching_wan'
  const claimed = (await desk.packets.show({ round, packet })).facts.find(({ key }) => key === fact)?.value
  const record = { round, packet, date: '2026-11-18', place: '样例路 2 号', present: ['甲'], opinion: '资金不足。' }
  const views = await desk.visits.record({ ...record, findings: [{ fact, seen: '6.5', note: '见银行回单' }] })
  const view = views.find((one) => one.packet === packet)
  expect(view?.findings).toMatchObject([{ fact, claimed, seen: '6.5' }])
  // 10 万 wanted, 3.5 short: 20 − 3.5 × 2 = 13 (附件2 B1).
  expect(view?.follows).toMatchObject([{ item: 'B1', max: '20', after: '13' }])
  const after = (await desk.packets.show({ round, packet })).facts.find(({ key }) => key === fact)
  expect(after).toMatchObject({ value: '6.5', visit: view?.visit })
  expect(view?.visit).toMatch(/^visit-\d+$/)
})

test('photos of a card come in at the desk, and a file that is no photo does not', async () => {
  const { round, packets } = made
  const packet = packets[2]
  const bytes = photoBytes(77, '2026:11:18 15:00:00')
  const photo = await desk.visits.upload({ round, packet, file: new File([new Uint8Array(bytes)], 'DSC_0001.JPG') })
  expect(photo).toMatchObject({ seat: 0, no: 1, taken: '2026-11-18T15:00:00', turn: 90, name: 'DSC_0001.JPG' })
  const wrong = desk.visits.upload({ round, packet, file: new File(['not a photo'], '说明.txt') })
  expect(await refusalOf(wrong)).toEqual(['visit-not-a-photo', '“说明.txt”不是 JPEG 或 PNG 照片。'])
  const { name: _, ...own } = photo
  const record = { round, packet, date: '2026-11-18', place: '样例路 2 号', present: ['甲'], opinion: '补照片。' }
  const missing = { ...own, sha256: 'a'.repeat(64), no: 2 }
  expect((await refusalOf(desk.visits.record({ ...record, photos: [own, missing] })))[0]).toBe('visit-photos-missing')
  const views = await desk.visits.record({ ...record, photos: [own] })
  expect(views.find((one) => one.packet === packet)?.photos).toMatchObject([{ sha256: hashOf(bytes), no: 1 }])
})

test('an archive carries every photo of the records', async () => {
  const { round } = made
  const other = openTestHost()
  const path = `${room.folder}/visit.jpa`
  await desk.archive.export({ round, to: path })
  await other.desk.archive.import({ path })
  const [view] = await other.desk.visits.list({ round })
  expect(view?.photos).toHaveLength(8)
  for (const { sha256, size } of view?.photos ?? []) {
    const file = await other.desk.visits.picture({ round, packet: view?.packet ?? '', sha256 })
    expect(file.size).toBe(size)
  }
})

test('a work bundle brings back the photos of a visit that another laptop recorded, and a package takes photos along', async () => {
  const { round, packets } = made
  const stick = scratchFolder()
  const packed = await desk.bundles.pack({ round, to: stick })
  const laptop = openTestHost().desk
  await laptop.bundles.open({ path: packed.path, passphrase: packed.passphrase })
  const before = (await laptop.visits.list({ round })).flatMap(({ photos }) => photos)
  expect(before).toHaveLength(9)
  for (const { packet, photos: own } of await laptop.visits.list({ round })) {
    for (const { sha256, size } of own) {
      expect((await laptop.visits.picture({ round, packet, sha256 })).size).toBe(size)
    }
  }

  const taken = [101, 102].map((shade) => photoBytes(shade, '2026:11:19 09:30:00'))
  const photos: VisitPhoto[] = []
  for (const [at, bytes] of taken.entries()) {
    const file = new File([new Uint8Array(bytes)], `DSC_000${at}.JPG`)
    const { name: _, ...photo } = await laptop.visits.upload({ round, packet: packets[1], file })
    photos.push({ ...photo, no: at + 1 })
  }
  const record = { round, packet: packets[1], date: '2026-11-19', place: '样例路 3 号', present: ['评样一'] }
  await laptop.visits.record({ ...record, opinion: '另一台电脑上记的。', photos })
  const { path: sealed } = await laptop.bundles.seal({ round, to: stick })
  const { imported, refused } = await desk.bundles.import({ round, paths: [sealed] })
  expect([imported.length, refused]).toEqual([1, []])

  const back = (await desk.visits.list({ round })).find(({ packet }) => packet === packets[1])
  expect([back?.opinion, back?.photos.map(({ sha256 }) => sha256)]).toEqual([
    '另一台电脑上记的。',
    taken.map((bytes) => hashOf(bytes)),
  ])
  for (const bytes of taken) {
    const file = await desk.visits.picture({ round, packet: packets[1], sha256: hashOf(bytes) })
    expect(hashOf(Buffer.from(await file.arrayBuffer()))).toBe(hashOf(bytes))
  }
})
