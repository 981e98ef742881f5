/** One expert, two computers, two different sheets: the seat lays them side by side, and its own key signs the choice. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { barriersOn, bundleAll, type House, openHouse, openRoom } from './house.ts'
import { isSent, keysOf, listenTo, watchKeys } from './key-witness.ts'
import { until } from './pages.ts'
import { enterFromPaper, openSeats, sitDown } from './seats.ts'

if (!chromiumPath) console.log('Skipped: two versions at one seat, because no Chromium was found.')

let office: House
let laptop: House
let browser: Browser
const stick = mkdtempSync(path.join(tmpdir(), 'jiangping-stick-'))
beforeAll(async () => {
  if (!chromiumPath) return
  await bundleAll()
  ;[office, laptop, browser] = await Promise.all([openHouse(), openHouse(), launchChromium()])
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await Promise.all([office?.close(), laptop?.close()])
  rmSync(stick, { recursive: true, force: true })
})

/** Full marks on every item an expert judges here, less on C1. */
async function marksOf(house: House, round: string, packet: string, lessOnC1: string, reason: string) {
  const { facts } = await house.desk.packets.show({ round, packet })
  const known = new Map(facts.map(({ key, value }) => [key, value]))
  const full = { deduct: '0', reason: '', pins: [] }
  const less = { deduct: '1', reason: '低于标准', pins: [] }
  const area = Number(known.get('B2_area_m2') ?? 0)
  return {
    ...Object.fromEntries(['C2', 'C3', 'C4', 'C5', 'E1'].map((item) => [item, full])),
    ...(known.get('A1_exists') === false ? {} : { A1: full }),
    ...(known.get('B3_exists') === false ? {} : { B3: full }),
    ...(area > 0 && area < 30 ? { B2: less } : {}),
    C1: { deduct: lessOnC1, reason, pins: [] },
  }
}

test.skipIf(!chromiumPath)('two versions side by side, one chosen and signed', { timeout: 180_000 }, async () => {
  const room = openRoom(browser)
  const { desk } = office
  const { round, packets, codes } = await openSeats(office, { experts: 5, packets: 2 })
  const [code] = codes
  const [packet] = packets
  if (!code || !packet) throw new Error('the sample round is too small')
  const place = { round, expert: code.expert, packet: packet.packet }
  await desk.signing.begin({ round, name: '样例秘书', pin: '135790', algorithm: 'ES256' })

  const packed = await desk.bundles.pack({ round, to: stick })
  await laptop.desk.bundles.open({ path: packed.path, passphrase: packed.passphrase })
  const onLaptop = await marksOf(laptop, round, packet.packet, '2', '手提电脑上写的理由（样例）')
  await enterFromPaper(laptop.desk, { ...place, judgements: onLaptop, opinion: '总体较好（样例）' })
  const back = await laptop.desk.bundles.seal({ round, to: stick })

  let sent: Buffer[] = []
  const tablet = { viewport: { width: 1366, height: 768 } }
  const { page, context } = await sitDown(room, code, tablet, async (seat) => {
    await watchKeys(seat.context)
    sent = listenTo(seat.page)
  })
  // The seat's key, compared by its code and certified.
  const shown = page.locator('b.fingerprint')
  await shown.waitFor()
  await desk.signing.certify({ round, person: code.expert, code: (await shown.textContent()) ?? '' })
  await shown.waitFor({ state: 'detached' })
  const here = await marksOf(office, round, packet.packet, '1', '平板上写的理由（样例）')
  await enterFromPaper(desk, { ...place, judgements: here, opinion: '总体较好（样例）' })
  const { imported } = await desk.bundles.import({ round, paths: [back.path] })
  expect(imported.map(({ conflicts }) => conflicts)).toEqual([1])
  // The desk hears that a decision is awaited, and nothing of what it is about.
  const said = JSON.stringify(await desk.completeness.show({ round }))
  expect(said).toContain('duplicate')
  expect(said).not.toMatch(/手提电脑|平板|总体较好/)

  await page.getByText('您在不同设备上提交过内容不同的版本（1 处），请选定以哪一份为准').waitFor()
  await page.getByRole('button', { name: '对照并选定' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('手提电脑上写的理由（样例）').waitFor()
  await dialog.getByText('平板上写的理由（样例）').waitFor()
  // Only what differs, until the rest is asked for.
  expect(await dialog.getByRole('row').allTextContents()).toHaveLength(4)
  await dialog.getByRole('switch').click()
  expect((await dialog.getByRole('row').allTextContents()).length).toBeGreaterThan(8)
  await dialog.getByRole('switch').click()
  expect(await barriersOn(page)).toEqual([])
  const heads = await dialog.getByRole('columnheader').allTextContents()
  const ofTablet = heads.findIndex((head) => head.includes('在会场主机上提交'))
  await dialog
    .getByRole('radio')
    .nth(ofTablet - 1)
    .check()
  await dialog.getByRole('button', { name: /选\s*定/ }).click()
  await dialog.waitFor({ state: 'detached' })

  await until('the pair is proved', async () => {
    const { pairs } = await desk.completeness.show({ round })
    return pairs.find(({ expert, packet: of }) => expert === place.expert && of === place.packet)?.state === 'here'
  })
  const { entries } = await desk.ledger.list({ round })
  const decided = entries.filter(({ kind }) => kind === 'conflict.decided')
  expect(decided.map(({ by, signature }) => [by.expert, by.door, signature?.algorithm])).toEqual([
    [code.expert, 'seat', expect.stringMatching(/Ed25519|ES256|RS256/)],
  ])
  // Two keys were made on the tablet, one for acts and one for the workbook; nothing of their private parts was sent.
  const keys = await keysOf(page)
  expect(keys.map(({ extractable }) => extractable)).toEqual([false, false])
  expect(sent.some((bytes) => bytes.includes('/rpc/seat/'))).toBe(true)
  expect(keys.filter((key) => isSent(sent, key))).toEqual([])
  // What would be found if it were there.
  const [first] = keys
  if (!first) throw new Error('no key was made')
  expect(
    isSent([Buffer.from(JSON.stringify({ key: Buffer.from(first.secret, 'hex').toString('base64') }))], first),
  ).toBe(true)
  // The first attempt of a signed act is answered with what to sign: no complaint, and the only one of its status.
  expect(room.complaints.filter((one) => !/422/.test(one))).toEqual([])
  await context.close()
})
