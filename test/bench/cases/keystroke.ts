/** From a key going down at one seat until its page hears that the host has it on disk, while fourteen others save. */
import path from 'node:path'
import { launchChromium } from '../../helpers/chromium.ts'
import { gatherCrowd, work } from '../../helpers/crowd.ts'
import { openRoom, sheetAtHost } from '../../journeys/house.ts'
import { sitDown } from '../../journeys/seats.ts'
import type { BenchCase, Size } from '../case.ts'
import { percentile } from '../statistics.ts'

const others = 14
const presses: Record<Size, number> = { small: 20, typical: 200, stress: 600 }
const pauseMs = 150
const item = 'C1'

/** Notes on the page itself when a digit went down and when the save that carries it was answered. */
function watchSaves(): void {
  const times: number[] = []
  let pressed: number[] = []
  Object.assign(window, { savedAfter: times })
  addEventListener(
    'keydown',
    ({ key }) => {
      if (/^\d$/.test(key)) pressed.push(performance.now())
    },
    true,
  )
  const fetchBefore = window.fetch
  window.fetch = async (...args) => {
    const [target] = args
    const url = target instanceof Request ? target.url : String(target)
    // A save carries every stroke since the last one went off.
    const carried = url.endsWith('/sheets/save') ? pressed : []
    if (carried.length > 0) pressed = []
    const answer = await fetchBefore(...args)
    if (answer.ok) for (const since of carried) times.push(performance.now() - since)
    return answer
  }
}

export const benchCase: BenchCase = {
  about: 'key press to saved on the host, in a real page over HTTPS, fourteen other seats saving once a second',
  peers: [],
  // What a person takes for at once: a tenth of a second.
  goals: [
    { figure: 'p50', atMost: 50 },
    { figure: 'p99', atMost: 100 },
  ],
  prepare() {},
  async product({ scratch, size }) {
    const crowd = await gatherCrowd(path.join(scratch, 'store'), others, {}, { activity: 'term-assessment', spared: 1 })
    const browser = await launchChromium()
    try {
      const [code] = crowd.spared
      if (!code) throw new Error('no seat is left')
      const { context, page, seat, origin } = await sitDown(openRoom(browser), code)
      await page.evaluate(watchSaves)
      await seat.score(item).click()
      const noise = work(crowd, { seconds: Math.ceil((presses[size] * (pauseMs + 60)) / 1_000), pauseMs: 1_000 })
      for (let press = 0; press < presses[size]; press += 1) {
        await page.keyboard.press('Control+A')
        await page.keyboard.press(String(1 + (press % 3)))
        await page.waitForTimeout(pauseMs)
      }
      const { lost, failed, acks } = await noise
      await seat.waitUntilSaved()
      const times = await page.evaluate(() => (window as unknown as { savedAfter: number[] }).savedAfter)
      const last = String(1 + ((presses[size] - 1) % 3))
      const place = { round: crowd.round, expert: code.expert, packet: crowd.packets[0] ?? '' }
      const { blocks } = await sheetAtHost(context, origin, place)
      const kept = blocks.flatMap(({ items }) => items).find(({ id }) => id === item)?.points
      const p50 = percentile(times, 0.5)
      return {
        figures: { ms: p50, p50, p99: percentile(times, 0.99), max: Math.max(...times), saves: times.length, acks },
        answer: { lost, failed, isLastThere: kept === last, isEveryPressTimed: times.length === presses[size] },
      }
    } finally {
      await browser.close()
      await crowd.close()
    }
  },
  check({ product }) {
    const wanted = { lost: 0, failed: 0, isLastThere: true, isEveryPressTimed: true }
    return JSON.stringify(product) === JSON.stringify(wanted) ? null : `not all is well: ${JSON.stringify(product)}`
  },
}
