/**
 * Pictures of an expert's seat for docs/screens, taken from the running program: `node test/journeys/seat-screens.ts [OUTDIR]`.
 * Three sizes in Chinese and English, and 200 % type; reduced to a palette so that they stay small.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { launchChromium } from '#test/helpers/chromium.ts'
import { bundleAll, openHouse, openRoom } from './house.ts'
import { SeatPage } from './pages.ts'
import { addressOf, enterFromPaper, openSeats, sitDown } from './seats.ts'

const out = process.argv[2] ?? path.resolve(import.meta.dirname, '../../docs/screens')
const only = process.argv[3]
mkdirSync(out, { recursive: true })
const shapes = [
  { name: '1366', width: 1366, height: 768, type: 'normal' },
  { name: '1920', width: 1920, height: 1080, type: 'normal' },
  { name: '1180', width: 1180, height: 820, type: 'normal' },
  { name: '200%', width: 1366, height: 768, type: 'largest' },
] as const
type Shape = (typeof shapes)[number]
const languages = ['zh-CN', 'en'] as const

await bundleAll()
const house = await openHouse()
const browser = await launchChromium()
try {
  for (const shape of shapes) for (const lang of languages) if (!only || only === shape.name) await takeAll(shape, lang)
} finally {
  await browser.close()
  await house.close()
}

async function takeAll(shape: Shape, lang: (typeof languages)[number]): Promise<void> {
  const room = openRoom(browser)
  const { desk } = house
  const { round, packets, codes } = await openSeats(house, { experts: 5, packets: 12 })
  const [first, second, third] = codes
  if (!first || !second || !third) throw new Error('the sample round has too few seats')
  const viewport = { width: shape.width, height: shape.height }
  // Twice the type on a laptop is what a browser's zoom of 200 % gives: half the room, doubled.
  const zoomed =
    shape.type === 'largest'
      ? { viewport: { width: viewport.width / 2, height: viewport.height / 2 }, deviceScaleFactor: 2 }
      : { viewport }
  const options = { ...zoomed, ...(shape.name === '1180' && { hasTouch: true, isMobile: false }) }
  const speak = (page: Page) =>
    page.evaluate(
      (chosen) => localStorage.setItem('jiangping.lang', JSON.stringify({ state: { lang: chosen }, version: 0 })),
      lang,
    )
  const shoot = async (page: Page, name: string) => {
    await settle(page)
    const file = path.join(out, `seat-${name}.${lang}.${shape.name.replace('%', 'pc')}.png`)
    await page.screenshot({ path: file, animations: 'disabled' })
    reduce(file)
    process.stdout.write(`${path.basename(file)}\n`)
  }

  const door = await room.open('door', { ignoreHTTPSErrors: true, ...options })
  await door.page.goto(new URL(addressOf(second)).origin)
  await speak(door.page)
  await door.page.goto('about:blank')
  await door.page.goto(addressOf(second))
  await settle(door.page)
  await shoot(door.page, '1-this-is-me')
  await door.context.close()

  const { page, context } = await sitDown(room, first, options)
  await speak(page)
  await page.reload()
  await settle(page)
  const seat = new SeatPage(page)
  await shoot(page, '2-work')
  await seat.score('C1').fill('2')
  await page
    .getByRole('textbox', { name: /^C1 .*(扣分理由|reason)$/ })
    .fill(lang === 'en' ? 'Only one shift was helped' : '只解决了一个班组的问题')
  await settle(page)
  await shoot(page, '3-deducting')
  await room.offline(page, async () => {
    await seat.score('C2').fill('3')
    await page.getByText(/未连上主机，已存在本机|kept on this device/).waitFor()
    await shoot(page, '4-offline')
  })
  await page.getByRole('button', { name: /对 B2 的事实有疑|Doubt the facts of B2/ }).click()
  await shoot(page, '5-doubt')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /换人$|Hand over$/ }).click()
  await shoot(page, '6-hand-over')
  await page.keyboard.press('Escape')

  // Scored without reasons: the form before handing in asks for all of them at once.
  const judged = await page.getByRole('spinbutton').all()
  for (const field of judged) await field.fill((await field.getAttribute('aria-valuemax')) ?? '1')
  for (const item of ['A1', 'C3', 'E1']) {
    await seat.score(item).fill('0.5')
    await page.keyboard.press('Tab')
  }
  await page.getByRole('button', { name: /还差 3 项|3 to go/ }).click()
  await shoot(page, '7-closing')
  await context.close()

  // Everybody hands in; the first stands alone on one item of the first application.
  const [packet] = packets
  const { members } = await desk.panel.show({ round })
  for (const { expert } of members) {
    for (const one of packets) {
      const place = { round, expert, packet: one.packet }
      const far = expert === third.expert && one.packet === packet?.packet
      await enterFromPaper(desk, { ...place, judgements: await marksFor(round, expert, one.packet, far) })
    }
  }
  await desk.stages.close({ round, stage: 'reading' })
  const asked = await sitDown(room, third, options)
  await speak(asked.page)
  await asked.page.reload()
  await settle(asked.page)
  await asked.page.getByRole('button', { name: /开始复评|Look again/ }).click()
  await shoot(asked.page, '8-second-look')
  await asked.context.close()
  for (const complaint of new Set(room.complaints.filter((one) => !/ERR_ABORTED|ERR_INTERNET|ERR_NETWORK/.test(one)))) {
    process.stderr.write(`${complaint}\n`)
  }

  /** Full marks where they can be had, else one point less; far away on C1 for the one who is to look again. */
  async function marksFor(of: string, _expert: string, one: string, far: boolean) {
    const { facts } = await desk.packets.show({ round: of, packet: one })
    const known = new Map(facts.map(({ key, value }) => [key, value]))
    const none = { deduct: '0', reason: '', pins: [] }
    const less = { deduct: '1', reason: '低于标准', pins: [] }
    const items = ['A1', 'B3', 'C1', 'C2', 'C3', 'C4', 'C5', 'E1']
    const marks = Object.fromEntries(items.map((item) => [item, none]))
    if (far) marks.C1 = { deduct: '2', reason: '缺少过程记录', pins: [] }
    const area = Number(known.get('B2_area_m2') ?? 0)
    if (area > 0 && area < 30) marks.B2 = less
    const years = known.get('E2_events_per_year')
    if (Array.isArray(years) && years.some((count) => count === 0) && years.some((count) => count > 0)) marks.E2 = less
    if (known.get('A1_exists') === false) delete marks.A1
    if (known.get('B3_exists') === false) delete marks.B3
    return marks
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
