// Finished rounds of many venues in a real PostgreSQL, and what the next round's eligibility learns from them.
import { createPrivateKey, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '#core/ledger/entry.ts'
import { Refused } from '#core/refusal.ts'
import { openHub } from '#db/hub.ts'
import { takeExtract } from '#host/acts/take-extract.ts'
import { extractFromHub } from '#host/hub/extract.ts'
import { pushArchive } from '#host/hub/push.ts'
import type { Extract } from '#host/hub/signed-extract.ts'
import { postgresPrograms, startPostgres, withoutPostgres } from '#test/helpers/postgres.ts'
import { openTestHost, scratchFolder, smallRound, type TestHost } from '#test/room.ts'

const programs = postgresPrograms()
if (programs === null) process.stderr.write(`${withoutPostgres}\n`)

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
  )

/** The same words signed anew with the office's own key: what its collection would say after a failed assessment. */
function signedLike(store: string, { signature: _, ...bare }: Extract): Extract {
  const key = createPrivateKey(readFileSync(path.join(store, 'hub', 'signing-key.pem')))
  return { ...bare, signature: sign(null, Buffer.from(canonicalJson(bare)), key).toString('base64') }
}

describe.skipIf(programs === null)('the hub', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  const office = openTestHost()
  const folder = scratchFolder()
  const archives: string[] = []
  const push = (file: string) => pushArchive(office.ctx, { path: file, to: server.url })

  /** A venue of its own plays a round and hands in its archive. */
  async function venue(name: string, activity: 'selection' | 'term-assessment'): Promise<TestHost> {
    const room = openTestHost()
    room.setClock('2025-03-03T01:00:00Z')
    // Test ids count from one everywhere; real ones never meet.
    const plain = room.host.newId.bind(room.host)
    ;(room.host as { newId: (kind: string) => string }).newId = (kind) => `${plain(kind)}-${name}`
    const { round } = await smallRound(room, { activity, upTo: 'end' })
    const to = path.join(folder, `${name}.jpa`)
    await room.desk.archive.export({ round, to })
    archives.push(to)
    return room
  }

  beforeAll(async () => {
    server = await startPostgres(programs ?? '')
    await venue('a', 'selection')
    await venue('b', 'selection')
    await venue('c', 'term-assessment')
  }, 180_000)
  afterAll(() => server?.stop())

  test('takes three archives, and the same three again without a change', async () => {
    const first = []
    for (const archive of archives) first.push(await push(archive))
    const hub = await openHub(server.url)
    const counts = await hub.counts()
    expect(counts.rounds).toBe(3)
    expect(counts.entries).toBe(first.reduce((sum, { entries }) => sum + entries, 0))
    expect(counts.outcomes).toBe(9)
    expect(first.every(({ added, entries }) => added === entries)).toBe(true)
    for (const archive of archives) expect((await push(archive)).added).toBe(0)
    expect(await hub.counts()).toEqual(counts)
    await hub.close()
  }, 60_000)

  test('refuses an archive with one byte changed, and one of a round that is not finished', async () => {
    const bytes = readFileSync(archives[0] ?? '')
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    const bent = path.join(folder, 'bent.jpa')
    writeFileSync(bent, bytes)
    expect(await codeOf(push(bent))).toBe('damaged-bundle')
    const open = openTestHost()
    const { round } = await smallRound(open, { activity: 'selection', upTo: 'visit' })
    const early = path.join(folder, 'early.jpa')
    await open.desk.archive.export({ round, to: early })
    expect(await codeOf(push(early))).toBe('not-finished')
    expect(await codeOf(pushArchive(office.ctx, { path: early, to: 'postgres://nobody@127.0.0.1:1/none' }))).toBe(
      'not-finished',
    )
  }, 60_000)

  test('gives a signed extract that the next round’s eligibility sees', async () => {
    const to = path.join(folder, 'extract.json')
    const made = await extractFromHub(office.ctx, { from: server.url, to })
    expect(made).toMatchObject({ applications: 9 })
    expect(made.workshops).toBeGreaterThan(0)

    const next = openTestHost()
    const round = (await smallRound(next, { activity: 'selection', upTo: 'material-check' })).round
    const doubles = async () => {
      const packets = await next.desk.packets.list({ round })
      const found = await Promise.all(
        packets.map(async ({ packet }) => (await next.desk.packets.eligibility({ round, packet })).doubles),
      )
      return found.flat().filter(({ where }) => JSON.stringify(where).includes('register')).length
    }
    expect(await doubles()).toBe(0)
    const taken = await takeExtract(next.ctx, { path: to })
    expect(taken).toMatchObject({ signer: made.signer, applications: 9 })
    expect(taken.workshops.length).toBe(made.workshops)
    expect(await doubles()).toBeGreaterThan(0)
    // Bans and repeat applicants go into the facts that the rules weigh.
    const [packet] = await next.desk.packets.list({ round })
    const { unit } = packet ?? { unit: '' }
    const failed = (rows: { unit: string }[]) => rows.filter((row) => row.unit === unit).length
    const told = JSON.parse(readFileSync(to, 'utf8')) as Extract
    const view = await next.desk.packets.eligibility({ round, packet: packet?.packet ?? '' })
    expect(view.doubles.filter(({ where }) => where === 'extract').length).toBe(failed(told.applications))
    const fact = view.facts.find(({ key }) => key === 'workshop.failed_assessment_months_ago')
    expect(fact).toMatchObject({ known: true, from: 'extract', value: null })
    expect(view.rules.find(({ id }) => id === 'UR-E13')?.outcome).toBe('pass')
    // Twice is once.
    expect((await takeExtract(next.ctx, { path: to })).workshops.length).toBe(made.workshops)

    const extract = JSON.parse(readFileSync(to, 'utf8'))
    const altered = path.join(folder, 'altered.json')
    writeFileSync(altered, JSON.stringify({ ...extract, workshops: [] }))
    expect(await codeOf(takeExtract(next.ctx, { path: altered }))).toBe('altered-extract')
    const barred = { ...extract, bans: [{ ...extract.applications[0], unit, day: '2025-11-20', decision: '不合格' }] }
    const mended = path.join(folder, 'barred.json')
    writeFileSync(mended, JSON.stringify(signedLike(office.folder, barred)))
    await next.desk.register.import({ path: mended })
    const now = await next.desk.packets.eligibility({ round, packet: packet?.packet ?? '' })
    expect(now.facts.find(({ key }) => key === 'workshop.failed_assessment_months_ago')).toMatchObject({
      value: '11',
      from: 'extract',
    })
    expect(now.rules.find(({ id }) => id === 'UR-E13')).toMatchObject({ outcome: 'fail', stands: 'open' })
    const stranger = openTestHost()
    const other = path.join(folder, 'stranger.json')
    await extractFromHub(stranger.ctx, { from: server.url, to: other })
    expect(await codeOf(takeExtract(next.ctx, { path: other }))).toBe('unknown-signer')
    writeFileSync(altered, '{}')
    expect(await codeOf(takeExtract(next.ctx, { path: altered }))).toBe('not-an-extract')
  }, 60_000)

  test('asked for one unit, tells only of that one', async () => {
    const hub = await openHub(server.url)
    const [some] = await hub.outcomes({})
    const of = await hub.outcomes({ unit: some?.unit })
    expect(of.length).toBeGreaterThan(0)
    expect(new Set(of.map(({ unit }) => unit)).size).toBe(1)
    await hub.close()
  })
})

test('a collection that cannot be reached is said to be, without its password', async () => {
  const room = openTestHost()
  const from = 'postgres://somebody:secret@127.0.0.1:1/none'
  const error = await extractFromHub(room.ctx, { from, to: path.join(scratchFolder(), 'x.json') }).catch(
    (reason) => reason,
  )
  expect(error).toBeInstanceOf(Refused)
  expect((error as Refused).refusal.code).toBe('hub-unreachable')
  expect(JSON.stringify((error as Refused).refusal)).not.toContain('secret')
})
