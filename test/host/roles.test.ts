/** Each role at each method over the network door: answered where the table says so, refused everywhere else. */
import https from 'node:https'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayCall, type SeatRole, seatMethods, seatRoles } from '#core/panel/roles.ts'
import { deskContract, seatContract, wallContract } from '#host/api/contract.ts'
import { join, send } from '#test/helpers/calls.ts'
import { openTestHost, refusalOf, type SmallRound, smallRound } from '#test/room.ts'

const room = openTestHost()
const { desk } = room
let made: SmallRound
let origin = ''
const cookies = new Map<SeatRole, { cookie: string; expert: string }>()

function methodsOf(contract: object, prefix = ''): string[] {
  return Object.entries(contract).flatMap(([key, value]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`
    return '~orpc' in (value as object) ? [name] : methodsOf(value as object, name)
  })
}

beforeAll(async () => {
  made = await smallRound(room, { activity: 'selection', experts: 5, packets: 3, upTo: 'panel' })
  const { round } = made
  const people = ['候补', '监督', '唱票', '计票', '监票', '记录'].map((name) => ({
    name: `${name}样`,
    unit: '测试纪检组',
  }))
  const panel = [1, 2, 3, 4, 5].map((no) => ({ name: `评样${no}`, unit: `样例大学${no}` }))
  const all = await desk.experts.import({ round, experts: [...panel, ...people] })
  const idOf = (name: string) => all.find((one) => one.name === `${name}样`)?.expert ?? ''
  const members = all.filter(({ name }) => name.startsWith('评样')).map(({ expert }) => expert)
  await desk.panel.set({ round, members, chair: members[0] ?? null, alternates: [idOf('候补')] })
  const roles = { 监督: 'supervisor', 唱票: 'caller', 计票: 'counter', 监票: 'scrutineer', 记录: 'recorder' } as const
  const officers = Object.entries(roles).map(([name, role]) => ({ expert: idOf(name), role }))
  await desk.officers.name({ round, officers })
  const { port } = await desk.lan.start({ port: 0 })
  origin = `https://127.0.0.1:${port}`
  for (const { seat, pin, role, expert } of await desk.seats.codes({ round })) {
    if (cookies.has(role)) continue
    const { cookie } = await join(origin, { round, seat, pin })
    cookies.set(role, { cookie, expert })
  }
}, 90_000)
afterAll(async () => {
  await desk.lan.stop({})
})

test('the table names every method of the door, and no other', () => {
  expect(Object.keys(seatMethods).toSorted()).toEqual(methodsOf(seatContract).toSorted())
  expect([...cookies.keys()].toSorted()).toEqual([...seatRoles].toSorted())
})

/** How the door ends a call: with a refusal's code, or the status of its answer. */
async function codeOf(role: SeatRole | null, method: string): Promise<string> {
  const { cookie, expert } = (role && cookies.get(role)) ?? { cookie: '', expert: made.experts[0] }
  // Whatever the input is, a role that may not call is refused before it is read.
  const input = { json: { round: made.round, expert }, meta: [] }
  const { status, body } = await send(origin, `/rpc/seat/${method.replaceAll('.', '/')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(input),
  })
  if (status === 404) return 'no-such-method'
  const answer = JSON.parse(body.toString('utf8')) as { json?: { data?: { code?: string } } }
  return answer.json?.data?.code ?? 'answered'
}

function statusOfStream(cookie: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = https.request(`${origin}/rpc/seat/live/watch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      rejectUnauthorized: false,
    })
    call.on('error', reject)
    call.on('response', (response) => {
      resolve(response.statusCode)
      response.destroy()
    })
    call.end(JSON.stringify({ json: { round: made.round }, meta: [] }))
  })
}

const callable = Object.keys(seatMethods).filter((method) => method !== 'live.watch')
test.each(seatRoles.map((role) => [role]))('%s', { timeout: 30_000 }, async (role) => {
  for (const method of callable) {
    const code = await codeOf(role, method)
    if (mayCall(role, method)) expect(code, `${role} ${method}`).not.toBe('not-allowed')
    else expect(code, `${role} ${method}`).toBe('not-allowed')
  }
})

test('the stream of news is for everybody who sits, and for nobody else', async () => {
  for (const role of [...seatRoles, null]) {
    const cookie = role === null ? '' : (cookies.get(role)?.cookie ?? '')
    // The stream has no end: what it begins with is enough.
    const status = await statusOfStream(cookie)
    expect(status, `${role} live.watch`).toBe(role === null ? 401 : 200)
  }
})

test('what is the desk’s or the wall’s alone is no method of this door, whoever calls', {
  timeout: 30_000,
}, async () => {
  const own = new Set(Object.keys(seatMethods))
  const others = [...new Set([...methodsOf(deskContract), ...methodsOf(wallContract)])].filter((name) => !own.has(name))
  expect(others).toEqual(expect.arrayContaining(['results.freeze', 'votes.open', 'votes.close', 'panel.set']))
  for (const method of others) expect(await codeOf('chair', method), method).toBe('no-such-method')
  for (const role of seatRoles) expect(await codeOf(role, 'votes.open'), role).toBe('no-such-method')
})

test('a stranger is asked to sit down first, at every method', async () => {
  for (const method of callable) expect(await codeOf(null, method), method).toBe('not-signed-in')
})

test('nobody related to the panel or to an applicant is an officer', async () => {
  const { round } = made
  const { members, alternates } = await desk.panel.show({ round })
  for (const expert of [members[2]?.expert ?? '', alternates[0]?.expert ?? '']) {
    const [code] = await refusalOf(desk.officers.name({ round, officers: [{ expert, role: 'caller' }] }))
    expect(code).toBe('teller-related')
  }
})
