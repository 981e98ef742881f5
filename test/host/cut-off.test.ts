/** A reader that goes away in the middle of a file takes nothing with it but its own request. */
import https from 'node:https'
import { expect, test } from 'vitest'
import { openHouse } from '#test/journeys/house.ts'
import { addressOf, openSeats } from '#test/journeys/seats.ts'

/** Calls a seat's method; `cutAfter` hangs up after so many milliseconds. */
function call(
  origin: string,
  path: string,
  body: unknown,
  { cookie = '', cutAfter }: { cookie?: string; cutAfter?: number } = {},
): Promise<{ status: number; text: string; cookie: string }> {
  return new Promise((resolve, reject) => {
    const data = JSON.stringify(body)
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(data), cookie }
    const request = https.request(`${origin}${path}`, { method: 'POST', rejectUnauthorized: false, headers })
    request.once('response', (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => {
        pieces.push(piece)
      })
      response.once('close', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(pieces).toString(),
          cookie: (response.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '',
        }),
      )
      response.once('error', () => undefined)
    })
    request.once('error', (error) => (cutAfter === undefined ? reject(error) : undefined))
    request.end(data)
    if (cutAfter !== undefined) {
      setTimeout(() => {
        request.destroy()
        resolve({ status: 0, text: '', cookie: '' })
      }, cutAfter)
    }
  })
}

test('three hundred readers hang up in the middle of a file, and the host goes on', { timeout: 60_000 }, async () => {
  const house = await openHouse()
  try {
    const { round, packets, codes, origin } = await openSeats(house, { experts: 5, packets: 1 })
    const [code] = codes
    if (!code) throw new Error('no seat')
    const token = new URLSearchParams(new URL(addressOf(code)).hash.slice(1)).get('t')
    const { cookie } = await call(origin, '/join', { token })
    const packet = packets[0]?.packet ?? ''
    const place = { round, expert: code.expert, packet }
    const shown = JSON.parse((await call(origin, '/rpc/seat/sheets/show', { json: place }, { cookie })).text)
    const files = shown.json.files as { sha256: string; size: number }[]
    const { sha256, size } = files.toSorted((a, b) => b.size - a.size)[0] ?? { sha256: '', size: 0 }
    const read = { json: { round, packet, sha256 } }
    for (let turn = 0; turn < 10; turn += 1) {
      const hangUps = Array.from({ length: 30 }, (_, at) =>
        call(origin, '/rpc/seat/files/read', read, { cookie, cutAfter: 2 + turn + at * 2 }),
      )
      await Promise.all(hangUps)
    }
    const whole = await call(origin, '/rpc/seat/files/read', read, { cookie })
    expect(whole.status).toBe(200)
    expect(Buffer.byteLength(whole.text)).toBeGreaterThan(size / 2)
    expect((await house.desk.rounds.list({})).length).toBe(1)
  } finally {
    // Fails when the host said anything on its way.
    await house.close()
  }
})
