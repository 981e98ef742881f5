/** Each role at each method over the network door: answered where the table says so, refused everywhere else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayCall, type SeatRole, seatMethods, seatRoles } from '#core/panel/roles.ts'
import { seatContract } from '#host/api/contract.ts'
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

async function codeOf(role: SeatRole, method: string): Promise<string> {
  const { cookie, expert } = cookies.get(role) ?? { cookie: '', expert: '' }
  // Whatever the input is, a role that may not call is refused before it is read.
  const input = { json: { round: made.round, expert }, meta: [] }
  const { body } = await send(origin, `/rpc/seat/${method.replaceAll('.', '/')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(input),
  })
  const answer = JSON.parse(body.toString('utf8')) as { json?: { data?: { code?: string } } }
  return answer.json?.data?.code ?? 'answered'
}

const callable = Object.keys(seatMethods).filter((method) => method !== 'live.watch')
test.each(seatRoles.map((role) => [role]))('%s', { timeout: 30_000 }, async (role) => {
  for (const method of callable) {
    const code = await codeOf(role, method)
    if (mayCall(role, method)) expect(code, `${role} ${method}`).not.toBe('not-allowed')
    else expect(code, `${role} ${method}`).toBe('not-allowed')
  }
})

test('nobody related to the panel or to an applicant is an officer', async () => {
  const { round } = made
  const { members, alternates } = await desk.panel.show({ round })
  for (const expert of [members[2]?.expert ?? '', alternates[0]?.expert ?? '']) {
    const [code] = await refusalOf(desk.officers.name({ round, officers: [{ expert, role: 'caller' }] }))
    expect(code).toBe('teller-related')
  }
})
