// What docs/SECURITY.md promises of the network door, line by line; the rest of it stands in doors.test.ts.
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLanCertificate } from '#host/doors/certificate.ts'
import { openHttpDoor } from '#host/doors/http.ts'
import { join, remoteSeat, send } from '#test/helpers/calls.ts'
import { openTestHost, refusalOf, type SmallRound, smallRound } from '#test/room.ts'

const room = openTestHost()
const { desk, host } = room
let made: SmallRound
let lan: string
const cardOf = async (seat: number) => {
  const card = (await desk.seats.codes({ round: made.round })).find((one) => one.seat === seat)
  return { pin: card?.pin ?? '', token: card?.urls[0]?.split('#t=')[1] ?? '' }
}
const codeIn = ({ answer }: Awaited<ReturnType<typeof join>>) =>
  (JSON.parse(String(answer.body)) as { code: string }).code

beforeAll(async () => {
  made = await smallRound(room, { activity: 'selection', upTo: 'reading' })
  const { port } = await desk.lan.start({ port: 0 })
  lan = `https://127.0.0.1:${port}`
})

describe('taking a seat', () => {
  test('a token works once: whoever photographed the card comes too late', async () => {
    const { token } = await cardOf(1)
    expect((await join(lan, { token })).answer.status).toBe(200)
    const again = await join(lan, { token })
    expect([again.answer.status, codeIn(again), again.cookie]).toEqual([422, 'code-used', ''])
  })

  test('a PIN may be wrong four times; the fifth locks the seat, for the right PIN too, until a new card', async () => {
    const { round, experts } = made
    const { pin } = await cardOf(2)
    const wrong = pin === '000000' ? '111111' : '000000'
    const codes: string[] = []
    for (let tries = 0; tries < 5; tries += 1) codes.push(codeIn(await join(lan, { round, seat: 2, pin: wrong })))
    expect(codes).toEqual(['wrong-pin', 'wrong-pin', 'wrong-pin', 'wrong-pin', 'pin-locked'])
    expect(codeIn(await join(lan, { round, seat: 2, pin }))).toBe('pin-locked')
    await desk.seats.renew({ round, expert: experts[1] })
    const renewed = await cardOf(2)
    expect((await join(lan, { round, seat: 2, pin: renewed.pin })).answer.status).toBe(200)
  })

  test('one live device a seat: a second is told of the first, and takes over only when it says so', async () => {
    const { round, experts } = made
    const { pin, token } = await cardOf(3)
    const first = await join(lan, { token })
    const second = await join(lan, { round, seat: 3, pin })
    expect([second.answer.status, codeIn(second)]).toEqual([422, 'seat-taken'])
    const over = await join(lan, { round, seat: 3, pin, takeOver: true })
    expect(over.answer.status).toBe(200)
    const [code] = await refusalOf(remoteSeat(lan, first.cookie).me.show({ round, expert: experts[2] }))
    expect(code).toBe('not-signed-in')
    expect((await remoteSeat(lan, over.cookie).me.show({ round, expert: experts[2] })).seat).toBe(3)
  })

  test('a seat that has been silent for the stated time is free without asking', async () => {
    const { round } = made
    const { pin } = await cardOf(3)
    room.setClock('2026-11-16T09:00:00Z')
    expect((await join(lan, { round, seat: 3, pin })).answer.status).toBe(200)
  })
})

describe('the pulse of a seat', () => {
  test('tells the desk who lives, what waits on the device and by how much its clock is off', async () => {
    const { round, experts } = made
    const seat = room.seat(round, experts[0])
    room.setClock('2026-11-16T09:10:00Z')
    const words = { round, expert: experts[0], device: 'iPad · Safari', waiting: 3, lastSent: null }
    const pulse = await seat.pulse.send({ ...words, at: '2026-11-16T09:20:00.000Z' })
    expect(pulse.clockAhead).toBe(600)
    const [first] = (await desk.devices.list({ round })).seats
    expect(first).toMatchObject({ device: 'iPad · Safari', waiting: 3, clockAhead: 600, silent: false, owed: 3 })
    room.setClock('2026-11-16T09:12:00Z')
    expect((await desk.devices.list({ round })).seats[0]?.silent).toBe(true)
    const [code] = await refusalOf(
      room.seat(round, experts[1]).pulse.send({ ...words, at: '2026-11-16T09:20:00.000Z' }),
    )
    expect(code).toBe('not-allowed')
  })
})

describe('a slow body', () => {
  let door: Awaited<ReturnType<typeof openHttpDoor>>
  beforeAll(async () => {
    const tls = await openLanCertificate(host.store.folder, ['127.0.0.1'], host.now())
    const listen = { host: '127.0.0.1', port: 0 }
    door = await openHttpDoor(host, { audience: 'seat', listen, tls, names: ['127.0.0.1'], patience: 600 })
  })
  afterAll(() => door.close())

  test('that drips byte by byte is cut off, and others are served meanwhile', async () => {
    const { port } = door
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false })
    socket.on('error', () => {})
    const begun = Date.now()
    socket.write(
      `POST /join HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{`,
    )
    const drip = setInterval(() => socket.writable && socket.write(' '), 100)
    const closed = new Promise<number>((resolve) => socket.on('close', () => resolve(Date.now() - begun)))
    expect((await send(`https://127.0.0.1:${port}`, '/me')).status).toBe(200)
    const took = await closed
    clearInterval(drip)
    expect(took).toBeLessThan(10_000)
  }, 20_000)
})

describe('where tablets refuse the certificate', () => {
  test('the secretary may open the door without TLS; the view says so, and the cookie keeps what it can', async () => {
    const { round } = made
    // Never by a slip: a round to record it in, and a reason.
    for (const input of [{}, { round }, { reason: '两台旧平板打不开（样例）' }]) {
      const [code] = await refusalOf(desk.lan.start({ port: 0, plain: true, ...input }))
      expect(code).toBe('unencrypted-needs-reason')
    }
    expect((await desk.lan.show({})).plain).toBe(false)
    const view = await desk.lan.start({ port: 0, plain: true, round, reason: '两台旧平板打不开（样例）' })
    expect(view).toMatchObject({ plain: true, fingerprint: null, issuedBy: null })
    expect(view.addresses.every((address) => address.startsWith('http://'))).toBe(true)
    const { pin } = await cardOf(5)
    const { answer } = await join(`http://127.0.0.1:${view.port}`, { round, seat: 5, pin })
    const set = String(answer.headers['set-cookie'])
    expect(set).toContain('HttpOnly')
    expect(set).toContain('SameSite=Strict')
    expect(set).not.toContain('Secure')
    // The door with TLS is gone meanwhile: one door at a time, and everybody knows which.
    await expect(send(lan, '/me')).rejects.toThrow()
    expect(await desk.lan.start({ port: 0 })).toMatchObject({ plain: false, issuedBy: 'computer' })
    const { entries } = await desk.ledger.list({ round })
    const recorded = entries.filter(({ kind }) => kind === 'lan.unencrypted')
    expect(recorded.map(({ payload, by }) => [payload, by.role])).toEqual([
      [{ reason: '两台旧平板打不开（样例）' }, 'secretariat'],
    ])
  })
})

describe('the certificate', () => {
  const issuerSeen = (port: number) =>
    new Promise<{ issuer: string; issuerFingerprint: string }>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
        const { issuerCertificate } = socket.getPeerCertificate(true)
        resolve({
          issuer: String(issuerCertificate.subject.CN),
          issuerFingerprint: issuerCertificate.fingerprint256.replaceAll(':', '').toLowerCase(),
        })
        socket.destroy()
      })
      socket.on('error', reject)
    })

  test("is of this computer's own authority until the round has one, and of the round's from then on", async () => {
    const { round } = made
    const before = await desk.lan.start({ port: 0, round })
    expect([before.issuedBy, (await issuerSeen(before.port ?? 0)).issuer]).toEqual([
      'computer',
      'Jiangping room authority',
    ])
    await desk.signing.begin({ round, name: '样例秘书', pin: '135790', algorithm: 'ES256' })
    const after = await desk.lan.start({ port: 0, round })
    expect(after.issuedBy).toBe('round')
    const { entries } = await desk.ledger.list({ round })
    const authority = entries.find(({ kind }) => kind === 'authority.made')?.payload as { fingerprint: string }
    expect(await issuerSeen(after.port ?? 0)).toEqual({
      issuer: `Jiangping Panel Authority ${round}`,
      issuerFingerprint: authority.fingerprint,
    })
    // The secretary's key is locked: the certificate that was issued stays in use, tablets need not accept another.
    await desk.signing.lock({ round })
    await desk.lan.stop({})
    const again = await desk.lan.start({ port: 0, round })
    expect([again.issuedBy, again.fingerprint]).toEqual(['round', after.fingerprint])
  })

  test('every network of this computer is listed, the loopback last', async () => {
    const { networks, addresses, moved } = await desk.lan.show({})
    expect(networks.map(({ address }) => address)).toEqual(addresses)
    expect(networks.at(-1)).toEqual({ name: '', address: expect.stringContaining('https://127.0.0.1:') })
    expect(moved).toBe(false)
  })
})
