/** A signer on their own device, over HTTP: everything that crosses the wire is read. */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { secretary } from '#core/signing/act.ts'
import { verifyWorkbook } from '#core/verify/verify.ts'
import { remarksOf } from '#core/verify/words.ts'
import { issueSeatCodes, joinSeat } from '#host/acts/issue-seat-codes.ts'
import { openHttpDoor } from '#host/doors/http.ts'
import type { SeatClient } from '#renderer/kit/connect.ts'
import { makeOwnKeys, type OwnKeys, requestOf, signWorkbookText } from '#renderer/seat/own-key.ts'
import { isWhatWasAsked, type Signer, signingFetch } from '#renderer/seat/signing-fetch.ts'
import { openTestHost, refusalOf, type SmallRound, smallRound, type TestHost } from '#test/room.ts'

const pin = '135790'
const room: TestHost = openTestHost()
const wire: string[] = []
let played: SmallRound
let door: Awaited<ReturnType<typeof openHttpDoor>>
let keys: OwnKeys
let signer: Signer | null = null
let seat: SeatClient
let expert = ''

beforeAll(async () => {
  const { desk } = room
  played = await smallRound(room, { activity: 'term-assessment', upTo: 'vote' })
  const { round } = played
  await desk.signing.begin({ round, name: '样例秘书', pin, algorithm: 'ES256', second: true })
  for (const person of played.experts.slice(1)) await desk.signing.make({ round, person, pin, algorithm: 'ES256' })
  expert = played.experts[0]
  door = await openHttpDoor(room.host, {
    audience: 'seat',
    listen: { host: '127.0.0.1', port: 0 },
    names: ['127.0.0.1'],
  })
  const card = (await issueSeatCodes(room.ctx, { round })).find((one) => one.expert === expert)
  const { session } = joinSeat(room.host, 'zh-CN', { round, seat: 1, pin: card?.pin })
  const cookie = `jiangping-seat=${session}`
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    wire.push(`${[...request.headers].join('\n')}\n${await request.clone().text()}`)
    return fetch(request)
  }
  const link = new RPCLink({
    url: `http://127.0.0.1:${door.port}/rpc/seat`,
    headers: { cookie },
    fetch: signingFetch(async () => signer, send) as (request: Request) => Promise<Response>,
  })
  seat = createORPCClient(link) as SeatClient
}, 120_000)
afterAll(() => door.close())

describe('a key made on a tablet', () => {
  test('is certified when the secretary has compared the code, and cannot be taken out', async () => {
    const { round } = played
    keys = await makeOwnKeys('RS256', true)
    for (const pair of [keys.document, keys.acts]) {
      await expect(crypto.subtle.exportKey('pkcs8', pair?.privateKey as CryptoKey)).rejects.toThrow()
    }
    const request = await requestOf(keys, { round, person: expert })
    const mine = await seat.signing.request({ round, expert, ...request })
    expect(mine.waiting?.key).toBe(request.key)
    // Two signatures are asked for: a request without the key of the second is no request.
    expect((await refusalOf(seat.signing.request({ round, expert, ...request, sm2: null })))[0]).toBe('bad-key-request')
    const wrong = await refusalOf(room.desk.signing.certify({ round, person: expert, code: '0000-0000' }))
    expect(wrong[0]).toBe('wrong-key-code')
    await room.desk.signing.certify({ round, person: expert, code: mine.waiting?.code ?? '' })
    const { certified } = await seat.signing.key({ round, expert })
    signer = { keys, certificate: certified?.fingerprint ?? '', round, expert }
  })

  test("a request for somebody else's key is refused", async () => {
    const { round } = played
    const request = await requestOf(await makeOwnKeys('ES256'), { round, person: played.experts[1] })
    const [code] = await refusalOf(seat.signing.request({ round, expert, ...request }))
    expect(code).toBe('has-key')
  })
})

describe('acts from the tablet', () => {
  test('a ballot is signed by the device without the screen knowing', async () => {
    const { round, packets, experts } = played
    const { desk } = room
    for (const packet of packets) {
      await desk.votes.open({ round, packet })
      await seat.votes.cast({ round, expert, packet, choice: 'for' })
      for (const other of experts.slice(1))
        await room.seat(round, other).votes.cast({ round, expert: other, packet, choice: 'for' })
      await desk.votes.close({ round, packet })
    }
    const { entries } = await desk.ledger.list({ round })
    const own = entries.filter(({ kind, by }) => kind === 'ballot.cast' && by.expert === expert)
    expect(own.map(({ signature }) => signature?.certificate)).toEqual(packets.map(() => signer?.certificate))
    expect(own.map(({ signature }) => signature?.second?.algorithm)).toEqual(packets.map(() => 'SM2-SM3'))
    await desk.stages.close({ round, stage: 'vote' })
  })

  test('without the device nothing is recorded', async () => {
    const known = signer
    signer = null
    const [code] = await refusalOf(
      seat.recusals.declare({ round: played.round, expert, conflicts: [], reason: '没有利害关系' }),
    )
    expect(['signature-needed', 'wrong-stage']).toContain(code)
    signer = known
  })

  test('the key signs nothing but what the screen asked for', () => {
    const act = (said: object) => ({
      at: '2026-11-21T00:00:00.000Z',
      acts: [
        JSON.stringify({ round: 'r', person: 'e', payload: { packet: 'p', expert: 'e', choice: 'for' }, ...said }),
      ],
    })
    const body = JSON.stringify({ json: { round: 'r', expert: 'e', packet: 'p', choice: 'for' } })
    const who = { round: 'r', expert: 'e' }
    expect(isWhatWasAsked(act({}), body, who)).toBe(true)
    expect(isWhatWasAsked(act({ payload: { packet: 'p', choice: 'against' } }), body, who)).toBe(false)
    expect(isWhatWasAsked(act({ person: 'another' }), body, who)).toBe(false)
    expect(isWhatWasAsked(act({ round: 'another' }), body, who)).toBe(false)
  })
})

test('the workbook: three answers, sealed once, signed from the tablet and on the laptop, the secretary last', async () => {
  const { round, experts } = played
  const { desk } = room
  expect((await seat.signing.show({ round, expert })).result).toBeNull()
  await desk.results.freeze({ round })
  await desk.stages.close({ round, stage: 'result' })
  const notes = async () => (await desk.rounds.show({ round })).warnings.map((one) => one['zh-CN'])
  expect((await notes()).filter((one) => one.startsWith('还没有表态：'))).toHaveLength(1)
  // What is fixed is what everybody sees before answering.
  const { result } = await seat.signing.show({ round, expert })
  const { rows } = await desk.results.compute({ round })
  expect(result?.rows.map(({ no, shown, rank }) => [no, shown, rank])).toEqual(
    rows.map(({ no, shown, rank }) => [no, shown, rank]),
  )
  expect((await refusalOf(desk.signing.seal({ round })))[0]).toBe('not-answered')
  await seat.signing.answer({ round, expert, answer: 'sign' })
  const [, second, third, ...others] = experts
  expect((await refusalOf(desk.signing.answer({ round, expert: second, answer: 'dissent' })))[0]).toBe(
    'dissent-needs-text',
  )
  await desk.signing.answer({ round, expert: second, answer: 'dissent', text: '对 2 号申报保留意见' })
  expect((await refusalOf(desk.signing.answer({ round, expert: third, answer: 'refuse' })))[0]).toBe(
    'refusal-needs-reason',
  )
  await desk.signing.answer({ round, expert: third, answer: 'refuse', witness: '样例监督员' })
  for (const other of others) await desk.signing.answer({ round, expert: other, answer: 'sign' })
  const sealed = await desk.signing.seal({ round })
  // Five experts less the one who refused, and the secretary.
  expect([sealed.expected, sealed.given]).toEqual([5, 0])
  expect((await refusalOf(desk.signing.sign({ round, person: secretary })))[0]).toBe('secretary-last')

  const { task } = await seat.signing.show({ round, expert })
  const value = await signWorkbookText(keys, task?.text ?? '')
  const forged = await refusalOf(seat.signing.sign({ round, expert, at: '2026-11-21T08:00:00.000Z', value }))
  expect(forged[0]).toBe('signature-wrong')
  const signed = await seat.signing.sign({ round, expert, at: task?.at ?? '', value })
  expect(signed.signedAt).toBe(task?.at)
  for (const person of [second, ...others]) await desk.signing.sign({ round, person })
  expect(await notes()).toContain('还没有签名：样例秘书')
  await desk.signing.sign({ round, person: secretary })

  const file = await desk.papers.workbook({ round })
  const report = await verifyWorkbook(new Uint8Array(await file.arrayBuffer()), { name: 'result.xlsx' })
  expect(report.findings).toEqual([])
  expect(report).toMatchObject({ ok: true, expected: 5 })
  // Every signed act but the few of the desk is signed twice, the desk's too: all of them.
  expect(report.ledger.secondActs).toBeGreaterThan(15)
  expect(
    remarksOf(report)
      .map((remark) => remark['zh-CN'])
      .join(),
  ).toContain(`${report.ledger.secondActs} 条操作另附国密 SM2/SM3 第二签名（软件实现，未经商用密码检测认证）`)
}, 120_000)

test('five wrong PINs at the desk, and the key waits, whoever knows the right one', async () => {
  const [, person] = played.experts
  const given = { round: played.round, person }
  const said: string[] = []
  for (const tried of ['000001', '000002', '000003', '000004', '000005', pin]) {
    said.push((await refusalOf(room.desk.signing.unlock({ ...given, pin: tried })))[0])
  }
  expect(said).toEqual([...Array.from({ length: 5 }, () => 'wrong-key-pin'), 'key-paused'])
})

test('what crossed the wire: public keys, signatures, nothing else of the keys', async () => {
  const sent = wire.join('\n')
  expect(sent).toContain((await requestOf(keys, { round: played.round, person: expert })).key)
  expect(sent).not.toMatch(/PRIVATE KEY|"(d|p|q|dp|dq|qi|pkcs8|privateKey)":/)
  const { sm2 } = keys
  if (!sm2) throw new Error('no second key')
  const secret = Buffer.from(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sm2.iv }, sm2.seal, sm2.secret))
  expect(secret.length).toBe(32)
  for (const spelling of ['hex', 'base64'] as const) expect(sent).not.toContain(secret.toString(spelling).slice(4, 36))
  await expect(crypto.subtle.exportKey('raw', sm2.seal)).rejects.toThrow()
  // A PKCS#8 of RSA-2048 begins so in base64, one of Ed25519 so.
  expect(sent).not.toMatch(/MIIE[uv]|MC4CAQAwBQYDK2Vw/)
})
