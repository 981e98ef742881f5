/**
 * The page of a seat dies in the middle of typing, again and again, with and without a network. When it is opened anew,
 * what stands in the field must be what had been typed, less at most the stroke in flight; and the host must have it too.
 */
import type { Browser } from 'playwright-core'
import { type House, openRoom, sheetAtHost } from '../journeys/house.ts'
import { SeatPage, until } from '../journeys/pages.ts'
import { openSeats, sitDown } from '../journeys/seats.ts'

export type PageTrial = {
  kills: number
  offline: number
  /** Strokes that the browser had taken before a kill. */
  strokes: number
  /** Kills after which everything was there, and after which the last stroke was missing. */
  whole: number
  lastStrokeLost: number
  problems: string[]
}

/** Numbers that a seed fixes; Mulberry32. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const alphabet = '缺记录证明不全设备台账两页未签字'

/** Kills the page `kills` times. */
export async function tryKillingPages(
  house: House,
  browser: Browser,
  plan: { kills: number; seed: number; say?: (line: string) => void },
): Promise<PageTrial> {
  const random = chance(plan.seed)
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const { round, packets, codes, origin } = await openSeats(house, { experts: 5, packets: 1 })
  const [code] = codes
  const packet = packets[0]?.packet ?? ''
  if (!code) throw new Error('no seat')
  const room = openRoom(browser)
  const seated = await sitDown(room, code)
  const { context } = seated
  let { page, seat } = seated
  const trial: PageTrial = { kills: 0, offline: 0, strokes: 0, whole: 0, lastStrokeLost: 0, problems: [] }

  for (let turn = 0; turn < plan.kills; turn += 1) {
    await seat.opinion.waitFor()
    if ((await seat.opinion.inputValue()) !== '') {
      await seat.opinion.fill('')
      await seat.waitUntilSaved()
    }
    const isOffline = random() < 0.5
    if (isOffline) await context.setOffline(true)
    const text = Array.from({ length: 60 }, () => alphabet[between(0, alphabet.length - 1)]).join('')
    const pause = between(5, 60)
    let typed = 0
    await seat.opinion.focus()
    const typing = (async () => {
      for (const stroke of text) {
        await page.keyboard.insertText(stroke)
        typed += 1
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    })().catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, between(30, 900)))
    const devtools = await context.newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    // Never answered: whoever should answer is dead.
    devtools.send('Page.crash').catch(() => undefined)
    await crashed
    const count = typed
    await page.close()
    await typing
    if (isOffline) await context.setOffline(false)
    page = await context.newPage()
    seat = new SeatPage(page)
    await page.goto(origin)
    await seat.opinion.waitFor()
    // The journal is read before the sheet is shown: what stands there now is what this device or the host had kept.
    const found = await seat.opinion.inputValue()
    trial.kills += 1
    trial.offline += isOffline ? 1 : 0
    trial.strokes += count
    const lost = count - found.length
    const where = `kill ${turn + 1} (${isOffline ? 'offline' : 'online'}, ${count} strokes of ${pause} ms)`
    if (!text.startsWith(found)) trial.problems.push(`${where}: "${found}" was never typed`)
    else if (lost > 1) trial.problems.push(`${where}: ${lost} strokes lost`)
    else if (lost === 1) trial.lastStrokeLost += 1
    else trial.whole += 1
    await until('the host has what stands there', async () => {
      const { opinion } = await sheetAtHost(context, origin, { round, expert: code.expert, packet })
      return opinion === found
    })
    if ((turn + 1) % 20 === 0) plan.say?.(`${turn + 1} kills, ${trial.problems.length} problems`)
  }
  await context.close()
  return trial
}
