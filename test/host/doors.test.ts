// The two doors over HTTP, knocked at as a stranger would: what is not one's own stays shut.

import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { seatMethods } from '#core/panel/roles.ts'
import { methodNames } from '#host/doors/dispatch.ts'
import { serveDesk } from '#host/doors/serve.ts'
import { root } from '#test/helpers/built-host.ts'
import { join, remoteSeat, send } from '#test/helpers/calls.ts'
import { openTestHost, refusalOf, type SmallRound, smallRound } from '#test/room.ts'

const room = openTestHost()
const { desk, host } = room
let made: SmallRound
/** The LAN door, and the session of its first seat. */
let lan: string
let cookie: string
/** The desk door and its key. */
let loopback: string
let key: string

beforeAll(async () => {
  made = await smallRound(room, { activity: 'term-assessment', upTo: 'reading' })
  const { port } = await desk.lan.start({ port: 0 })
  lan = `https://127.0.0.1:${port}`
  const [card] = await desk.seats.codes({ round: made.round })
  cookie = (await join(lan, { token: card?.urls[0]?.split('#t=')[1] ?? '' })).cookie
  const served = await serveDesk(host)
  loopback = `http://127.0.0.1:${served.port}`
  key = served.key
  return () => served.close()
})

const json = { 'content-type': 'application/json' }
const post = (
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '{"json":{}}',
) => send(origin, path, { method: 'POST', headers: { ...json, ...headers }, body })
const refusalIn = (body: Buffer) => (JSON.parse(String(body)) as { json: { data: { code: string } } }).json.data.code

describe('the LAN door', () => {
  test('lets a seat in and gives it a cookie that scripts and other sites cannot read', async () => {
    expect(cookie).toMatch(/^__Host-jiangping-seat=/)
    const card = (await desk.seats.codes({ round: made.round }))[1]
    const { answer } = await join(lan, { round: made.round, seat: 2, pin: card?.pin })
    const set = String(answer.headers['set-cookie'])
    for (const word of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(set).toContain(word)
    expect(JSON.parse(String(answer.body))).toMatchObject({ seat: 2, name: '评样二' })
  })

  test('a foreign name pointed at it is turned away: 421', async () => {
    for (const name of ['evil.example', '127.0.0.1', 'localhost:1', '127.0.0.1.evil.example:8443']) {
      expect((await send(lan, '/me', { headers: { host: name, cookie } })).status).toBe(421)
    }
  })

  test('a foreign page that calls is turned away: 403', async () => {
    for (const path of ['/join', '/rpc/seat/me/show']) {
      expect((await post(lan, path, { cookie, origin: 'https://evil.example' })).status).toBe(403)
      expect((await post(lan, path, { cookie, origin: 'null' })).status).toBe(403)
      expect((await post(lan, path, { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    }
  })

  test('a body that hides its length is refused unread: 411', async () => {
    const headers = { cookie, 'transfer-encoding': 'chunked' }
    const { status } = await send(lan, '/rpc/seat/sheets/save', { method: 'POST', headers, body: '{"json":{}}' })
    expect(status).toBe(411)
  })

  test('what is too large is refused unread: 413', async () => {
    const large = Buffer.alloc(1024 * 1024 + 1, 0x20)
    for (const path of ['/join', '/rpc/seat/sheets/save']) {
      expect((await post(lan, path, { cookie }, large)).status).toBe(413)
    }
  })

  test('nobody without a seat calls anything: 401', async () => {
    for (const headers of [
      {},
      { cookie: '__Host-jiangping-seat=round-1~made-up' },
      { authorization: `Bearer ${key}` },
    ]) {
      const answer = await post(lan, '/rpc/seat/sheets/list', headers as Record<string, string>)
      expect([answer.status, refusalIn(answer.body)]).toEqual([401, 'not-signed-in'])
    }
    expect(JSON.parse(String((await send(lan, '/me')).body))).toEqual({ me: null })
  })

  test('not one method of the desk that is not the seat’s own is there: 404', async () => {
    const own = Object.keys(seatMethods)
    const others = methodNames().filter((name) => !own.includes(name))
    expect(others).toContain('results.compute')
    for (const name of others) {
      const answer = await post(lan, `/rpc/seat/${name.replace('.', '/')}`, { cookie })
      expect([name, answer.status]).toEqual([name, 404])
    }
    for (const audience of ['desk', 'wall']) {
      const answer = await post(lan, `/rpc/${audience}/rounds/list`, { cookie, authorization: `Bearer ${key}` })
      expect(answer.status).toBe(404)
    }
  })

  test("a seat does not get another seat's sheet over the network either", async () => {
    const { round, experts, packets } = made
    const seat = remoteSeat(lan, cookie)
    const mine = await seat.sheets.show({ round, expert: experts[0], packet: packets[0] })
    expect(mine.expertName).toBe('评样一')
    const [code] = await refusalOf(seat.sheets.show({ round, expert: experts[1], packet: packets[0] }))
    expect(code).toBe('not-allowed')
  })

  test('a renewed card puts the device that sat there out at once', async () => {
    const { round, experts } = made
    const [, , , fourth] = await desk.seats.codes({ round })
    const seated = await join(lan, { round, seat: 4, pin: fourth?.pin })
    const seat = remoteSeat(lan, seated.cookie)
    expect((await seat.me.show({ round, expert: experts[3] })).seat).toBe(4)
    await desk.seats.renew({ round, expert: experts[3] })
    expect((await refusalOf(seat.me.show({ round, expert: experts[3] })))[0]).toBe('not-signed-in')
  })

  test('a join that is no join is refused in words', async () => {
    const { answer } = await join(lan, { seat: 1, pin: 'abc' })
    expect(answer.status).toBe(422)
    expect(JSON.parse(String(answer.body))).toMatchObject({ code: 'bad-input' })
  })

  test('neither the desk’s page nor anything outside the screens comes out, whatever the path', async () => {
    const tricks = [
      '/desk.html',
      '/wall.html',
      '/DESK.HTML',
      '/desk.html/',
      '/desk.html?x=.css',
      '/./desk.html',
      '/%64esk.html',
      '/desk%2ehtml',
      '/assets/../desk.html',
      '/assets/%2e%2e/desk.html',
      '/assets/..%2fdesk.html',
      '/assets/..%5cdesk.html',
      '//desk.html',
      '/seat.html/../desk.html',
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/....//package.json',
      '/.stamps/renderer',
      '/desk.html%00.css',
    ]
    for (const path of tricks) {
      const { status, body } = await send(lan, path, { headers: { cookie } })
      expect([path, status < 400 ? String(body).slice(0, 60) : 'refused']).toEqual([path, 'refused'])
    }
  })

  test.skipIf(!existsSync(`${root}/out/renderer/seat.html`))(
    'serves the seat’s own page, with a policy that loads nothing foreign',
    async () => {
      const { status, headers } = await send(lan, '/')
      expect(status).toBe(200)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      const page = await send(loopback, '/')
      expect([page.status, String(page.headers['content-type'])]).toEqual([200, 'text/html; charset=utf-8'])
      expect((await send(loopback, '/seat.html')).status).toBe(404)
    },
  )
})

describe('the desk door', () => {
  test('without its key nothing is called: 401', async () => {
    const wrong = [
      {},
      { authorization: 'Bearer ' },
      { authorization: `Bearer ${key}x` },
      { authorization: key },
      { cookie },
    ]
    for (const headers of wrong) {
      for (const path of ['/rpc/desk/rounds/list', '/rpc/wall/wall/show']) {
        const answer = await post(loopback, path, headers as Record<string, string>)
        expect([answer.status, refusalIn(answer.body)]).toEqual([401, 'wrong-key'])
      }
    }
  })

  test('with its key it answers', async () => {
    const answer = await post(loopback, '/rpc/desk/rounds/list', { authorization: `Bearer ${key}` })
    expect(answer.status).toBe(200)
    expect(JSON.parse(String(answer.body)).json).toMatchObject([{ round: made.round }])
  })

  test('the wall’s part of it holds only what the wall may see', async () => {
    const headers = { authorization: `Bearer ${key}` }
    for (const path of ['rounds/list', 'results/compute', 'seats/codes', 'votes/cast']) {
      expect((await post(loopback, `/rpc/wall/${path}`, headers)).status).toBe(404)
    }
  })

  test('foreign names and foreign pages are turned away, even with the key', async () => {
    const headers = { authorization: `Bearer ${key}` }
    expect((await post(loopback, '/rpc/desk/rounds/list', { ...headers, host: 'evil.example' })).status).toBe(421)
    expect((await post(loopback, '/rpc/desk/rounds/list', { ...headers, origin: 'http://evil.example' })).status).toBe(
      403,
    )
  })

  test('is reachable on this computer only', async () => {
    const { hostname, port } = new URL(loopback)
    expect(hostname).toBe('127.0.0.1')
    const outside = (await desk.lan.show({})).addresses.map((address) => new URL(address).hostname)
    for (const address of outside.filter((one) => one !== '127.0.0.1')) {
      await expect(send(`http://${address}:${port}`, '/')).rejects.toThrow(/ECONNREFUSED|EHOSTUNREACH/)
    }
  })
})
