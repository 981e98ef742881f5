/**
 * A site visit with a tablet: forty photos taken without a connection, the page killed twice meanwhile and once while it
 * sends; then a second device. Every photo is with the host by its hash, and none twice.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { bundleAll, type House, openHouse, openRoom } from './house.ts'
import { SeatPage, until } from './pages.ts'
import { addressOf } from './seats.ts'

let house: House
let browser: Browser
let folder = ''

beforeAll(async () => {
  if (!chromiumPath) return
  await bundleAll()
  house = await openHouse()
  // The host's certificate counts as trusted, as on a tablet on which it was installed: else no page opens offline.
  browser = await launchChromium({ args: ['--ignore-certificate-errors'] })
  folder = mkdtempSync(path.join(tmpdir(), 'jiangping-photos-'))
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** Noise compresses badly: every tenth photo is larger than the pieces in which it is sent. */
function photo(no: number): { file: string; sha256: string } {
  const [width, height] = no % 10 === 0 ? [1_400, 1_050] : [320, 240]
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  const pixels = pen.createImageData(width, height)
  let state = no + 1
  for (let at = 0; at < pixels.data.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    pixels.data[at] = at % 4 === 3 ? 255 : state >> 16
  }
  pen.putImageData(pixels, 0, 0)
  const bytes = canvas.toBuffer('image/jpeg', 80)
  const file = path.join(folder, `样例${String(no).padStart(2, '0')}.jpg`)
  writeFileSync(file, bytes)
  return { file, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function crash(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // Never answered: whoever should answer is dead.
  devtools.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
}

const album = (page: Page) => page.locator('input[data-testid="album"]')
const stop = (page: Page, no: number) => page.getByRole('button', { name: new RegExp(`^打开 ${no} `) })
const said = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).first()
const button = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

test.skipIf(!chromiumPath)(
  'forty photos offline, the page killed, then sent; and a second device',
  async () => {
    const { desk } = house
    const { round } = await desk.rounds.sample({ activity: 'term-assessment', upTo: 'visit', experts: 5, packets: 3 })
    await desk.lan.start({ port: 0 })
    const codes = await desk.seats.codes({ round })
    const [first, second] = codes
    const { applications, members } = await desk.visits.planning({ round })
    const application = applications.find(({ packet }) =>
      members.slice(0, 2).every(({ recusedFrom }) => !recusedFrom.includes(packet)),
    )
    if (!first || !second || !application) throw new Error('the sample round is too small')
    const { packet, no } = application
    const team = [first.expert, second.expert]
    const plan = { packet, date: '2026-11-18', time: '10:00', place: '样例路 1 号', team, lead: second.expert }
    await desk.visits.plan({ round, stops: [{ ...plan, recorder: first.expert }], settle: true })
    const photos = Array.from({ length: 40 }, (_, at) => photo(at + 1))
    const files = photos.map(({ file }) => file)

    const room = openRoom(browser)
    const origin = new URL(addressOf(first)).origin
    const { context, page: began } = await room.open('recorder', { ignoreHTTPSErrors: true, hasTouch: true })
    let page = began
    await page.goto(addressOf(first))
    await new SeatPage(page).confirmMe()
    await page.getByText('可离线使用').waitFor()
    await context.setOffline(true)
    await stop(page, no).click()
    await button(page, /现在到$/)
      .first()
      .click()
    await button(page, /现在到$/)
      .last()
      .click()
    await page.getByRole('textbox', { name: '考察意见' }).fill('设备与申报一致，面积略小。')
    await album(page).setInputFiles(files.slice(0, 16))
    await said(page, '照片 16 张').waitFor()

    // Killed with nothing under way, then in the middle of taking photos in.
    const reopen = async () => {
      page = await context.newPage()
      await page.goto(origin)
      await stop(page, no).click()
      await page.getByRole('textbox', { name: '考察意见' }).waitFor()
    }
    await crash(context, page)
    await reopen()
    await said(page, '照片 16 张').waitFor()
    expect(await page.getByRole('textbox', { name: '考察意见' }).inputValue()).toBe('设备与申报一致，面积略小。')
    await album(page).setInputFiles(files.slice(16, 30))
    await said(page, /照片 (1[89]|2\d) 张/).waitFor()
    await crash(context, page)
    await reopen()
    const kept = Number(/照片 (\d+) 张/.exec((await said(page, '照片').textContent()) ?? '')?.[1])
    expect(kept).toBeGreaterThanOrEqual(18)
    // Whatever was cut off is chosen again; what is there already is not taken twice.
    await album(page).setInputFiles(files.slice(16))
    await said(page, '照片 40 张').waitFor()
    expect((await desk.visits.list({ round })).find((one) => one.packet === packet)?.devices ?? []).toEqual([])

    // The network is back; the page dies once more while it sends.
    await context.setOffline(false)
    await until('some photos have arrived', async () => {
      const view = (await desk.visits.list({ round })).find((one) => one.packet === packet)
      return (view?.devices[0]?.photos ?? 0) === 40 && (view?.devices[0]?.missing.length ?? 40) < 38
    })
    await crash(context, page)
    await reopen()
    await said(page, '已传 40　待传 0').waitFor({ timeout: 60_000 })

    // The second device: two photos of its own, and one whose bytes the first has sent too.
    const own = [photo(41), photo(42)]
    const other = await room.open('helper', { ignoreHTTPSErrors: true })
    await other.page.goto(addressOf(second))
    await new SeatPage(other.page).confirmMe()
    await stop(other.page, no).click()
    await album(other.page).setInputFiles([...own.map(({ file }) => file), files[0] ?? ''])
    await said(other.page, '已传 3　待传 0').waitFor()
    await button(other.page, '交回').click()
    await other.page.getByText('已交回，等记录人定稿。').waitFor()
    await until('the host knows that it is handed in', async () => {
      const view = (await desk.visits.list({ round })).find((one) => one.packet === packet)
      return view?.devices.some(({ seat, state }) => seat === second.seat && state === 'handed-in') === true
    })

    await button(page, '定稿').click()
    await button(page, '定稿').last().click()
    await page.getByText(/^已定稿（/).waitFor()
    const view = (await desk.visits.list({ round })).find((one) => one.packet === packet)
    const found = view?.photos.map(({ sha256 }) => sha256) ?? []
    const wanted = [...photos, ...own].map(({ sha256 }) => sha256)
    process.stdout.write(`photos named ${found.length}, different ${new Set(found).size}, wanted ${wanted.length}\n`)
    expect(found.toSorted()).toEqual(wanted.toSorted())
    for (const { sha256, size } of view?.photos ?? []) {
      const bytes = Buffer.from(await (await desk.visits.picture({ round, packet, sha256 })).arrayBuffer())
      expect(bytes.length).toBe(size)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
    await button(page, '同意并签署').click()
    await page.getByText('您已签署').waitFor()

    // The other member has not signed when the visits are over: it is asked for and done during the deliberation.
    for (const { packet: left, recorded } of await desk.visits.list({ round })) {
      const visit = { date: '2026-11-18', place: '工作室', present: ['评样五'], opinion: '与申报一致。' }
      if (!recorded) await desk.visits.record({ round, packet: left, ...visit })
    }
    await desk.stages.close({ round, stage: 'visit' })
    await other.page.getByText('您参加的现场考察，还有 1 份记录没有签署').waitFor()
    await button(other.page, new RegExp(`^看记录并签署 ${no} `)).click()
    await button(other.page.getByRole('dialog'), '同意并签署').click()
    await other.page.getByText('您参加的现场考察').waitFor({ state: 'detached' })
    const signed = (await desk.visits.list({ round })).find((one) => one.packet === packet)?.signatures ?? []
    expect(signed.map(({ name, answer }) => [name, answer])).toEqual([
      [first.name, 'agree'],
      [second.name, 'agree'],
    ])
    await context.close()
    await other.context.close()
  },
  300_000,
)
