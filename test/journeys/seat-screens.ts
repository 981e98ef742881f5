/**
 * Pictures of an expert's seat for docs/screens, taken from the running program: `node test/journeys/seat-screens.ts [OUTDIR [LANGUAGE [SHAPE]]]`.
 * Three sizes in Chinese and English, and 200 % type; reduced to a palette so that they stay small.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { SeatCode } from '#host/api/shapes.ts'
import { launchChromium } from '#test/helpers/chromium.ts'
import { bundleAll, openHouse, openRoom } from './house.ts'
import { SeatPage } from './pages.ts'
import { addressOf, enterFromPaper, openSeats, sitDown } from './seats.ts'

const [out = path.resolve(import.meta.dirname, '../../docs/screens'), onlyLanguage, onlyShape] = process.argv.slice(2)
mkdirSync(out, { recursive: true })

/** What an expert sits at; twice the type on a laptop is what a browser's zoom of 200 % gives: half the room, doubled. */
const devices = [
  {
    options: { viewport: { width: 1366, height: 768 } },
    shapes: [
      { name: '1920', width: 1920, height: 1080 },
      { name: '1366', width: 1366, height: 768 },
    ],
  },
  {
    options: { viewport: { width: 1180, height: 820 }, hasTouch: true },
    shapes: [{ name: '1180', width: 1180, height: 820 }],
  },
  {
    options: { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
    shapes: [{ name: '200pc', width: 683, height: 384 }],
  },
] as const
type Device = (typeof devices)[number]
type Language = 'zh-CN' | 'en'

await bundleAll()
const house = await openHouse()
const browser = await launchChromium()
const room = openRoom(browser)
try {
  for (const lang of ['zh-CN', 'en'] as const) if (!onlyLanguage || lang === onlyLanguage) await takeAll(lang)
  for (const complaint of new Set(room.complaints.filter((one) => !/ERR_ABORTED|ERR_INTERNET|ERR_NETWORK/.test(one)))) {
    process.stderr.write(`${complaint}\n`)
  }
} finally {
  await browser.close()
  await house.close()
}

async function takeAll(lang: Language): Promise<void> {
  const { desk } = house
  const { round, packets, codes } = await openSeats(house, { experts: 7, packets: 12 })
  for (const [at, device] of devices.entries()) {
    const [door, work] = [codes[at], codes[at + devices.length]]
    if (onlyShape && !device.shapes.some(({ name }) => name === onlyShape)) continue
    if (!door || !work) throw new Error('the sample round has too few seats')
    await takeDoor(lang, device, door)
    await takeWork(lang, device, work)
  }

  // Everybody hands in; the last stands alone on one item of the first application.
  const far = codes.at(-1)
  const [first] = packets
  if (!far) throw new Error('the sample round has too few seats')
  const progress = await desk.progress.show({ round })
  for (const { packet, states } of progress.rows) {
    const marks = await marksFor(round, packet)
    const alone = { ...marks, C1: { deduct: '2', reason: '缺少过程记录', pins: [] } }
    for (const [at, { expert }] of progress.seats.entries()) {
      if (states[at] === 'recused') continue
      const judgements = expert === far.expert && packet === first?.packet ? alone : marks
      await enterFromPaper(desk, { round, expert, packet, judgements })
    }
  }
  await desk.stages.close({ round, stage: 'reading' })
  for (const device of devices) {
    // A card lets in once; each device gets a new one.
    const code = await desk.seats.renew({ round, expert: far.expert })
    const { page, context } = await sitDown(room, code, device.options)
    await speak(page, lang)
    await page.getByRole('button', { name: /开始复评|Look again/ }).click()
    await shoot(page, '9-second-look', lang, device)
    await context.close()
  }
}

async function takeDoor(lang: Language, device: Device, code: SeatCode): Promise<void> {
  const { page, context } = await room.open('door', { ignoreHTTPSErrors: true, ...device.options })
  await page.goto(new URL(addressOf(code)).origin)
  await speak(page, lang)
  await page.goto('about:blank')
  await page.goto(addressOf(code))
  await shoot(page, '1-this-is-me', lang, device)
  await context.close()
}

async function takeWork(lang: Language, device: Device, code: SeatCode): Promise<void> {
  const { page, context } = await sitDown(room, code, device.options)
  await speak(page, lang)
  const seat = new SeatPage(page)
  const at = (name: string) => shoot(page, name, lang, device)
  await seat.score('C1').waitFor()
  await at('2-work')
  await seat.score('C1').fill('2')
  await page
    .getByRole('textbox', { name: /^C1 .*(扣分理由|reason)$/ })
    .fill(lang === 'en' ? 'Only one shift was helped' : '只解决了一个班组的问题')
  await settle(page)
  await at('3-deducting')
  await room.offline(page, async () => {
    await seat.score('C2').fill('3')
    await page.getByText(/未连上主机，已存在本机|kept on this device/).waitFor()
    await at('4-offline')
  })
  await page.getByRole('button', { name: /对 B2 的事实有疑|Doubt the facts of B2/ }).click()
  await at('5-doubt')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /换人$|Hand over$/ }).click()
  await at('6-hand-over')
  await page.keyboard.press('Escape')

  // Scored without reasons: the form before handing in asks for all of them at once.
  for (const field of await page.getByRole('spinbutton').all()) {
    await field.fill((await field.getAttribute('aria-valuemax')) ?? '1')
  }
  for (const item of ['A1', 'C3', 'E1']) {
    await seat.score(item).fill('0.5')
    await page.keyboard.press('Tab')
  }
  await page.getByRole('button', { name: /还差 3 项|3 to go/ }).click()
  await at('7-closing')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^(本机待发 0 项|0 waiting here)$/ }).click()
  await at('8-sent')
  await context.close()
}

/** Full marks where they can be had, else one point less. */
async function marksFor(round: string, packet: string) {
  const { facts } = await house.desk.packets.show({ round, packet })
  const known = new Map(facts.map(({ key, value }) => [key, value]))
  const none = { deduct: '0', reason: '', pins: [] }
  const less = { deduct: '1', reason: '低于标准', pins: [] }
  const marks = Object.fromEntries(['A1', 'B3', 'C1', 'C2', 'C3', 'C4', 'C5', 'E1'].map((item) => [item, none]))
  const area = Number(known.get('B2_area_m2') ?? 0)
  if (area > 0 && area < 30) marks.B2 = less
  const years = known.get('E2_events_per_year')
  if (Array.isArray(years) && years.some((count) => count === 0) && years.some((count) => count > 0)) marks.E2 = less
  if (known.get('A1_exists') === false) delete marks.A1
  if (known.get('B3_exists') === false) delete marks.B3
  return marks
}

/** Speaks that language from now on. */
async function speak(page: Page, lang: Language): Promise<void> {
  await page.evaluate(
    (chosen) => localStorage.setItem('jiangping.lang', JSON.stringify({ state: { lang: chosen }, version: 0 })),
    lang,
  )
  await page.reload()
}

async function shoot(page: Page, name: string, lang: Language, { shapes }: Device): Promise<void> {
  for (const shape of shapes) {
    if (shapes.length > 1) await page.setViewportSize(shape)
    await settle(page)
    const file = path.join(out, `seat-${name}.${lang}.${shape.name}.png`)
    await page.screenshot({ path: file, animations: 'disabled' })
    reduce(file)
    process.stdout.write(`${path.basename(file)}\n`)
  }
}

/** At most 64 colours, without dithering: flat screens lose nothing by it. */
function reduce(file: string): void {
  execFileSync('pngquant', ['--force', '--nofs', '--output', file, '64', file])
}

/** Waits until nothing on the page has changed for a moment. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const end = Date.now() + 8_000
    for (let isQuiet = false; !isQuiet && Date.now() < end; ) {
      isQuiet = await new Promise<boolean>((resolve) => {
        const observer = new MutationObserver(() => done(false))
        const clock = setTimeout(() => done(!/正在读取|Reading…/.test(document.body.textContent ?? '')), 400)
        const done = (quiet: boolean) => {
          observer.disconnect()
          clearTimeout(clock)
          resolve(quiet)
        }
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
      })
    }
  })
}
