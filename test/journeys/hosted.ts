/** What every journey of a test file shares: one program, one browser, and being skipped where there is none. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { bundleAll, type House, openHouse } from './house.ts'

/**
 * Call it once at the top of a test file; house and browser are there inside its journeys.
 * @param what names the journeys in the line that says why they were skipped
 * @param args flags for Chromium
 */
export function hostedJourneys(what: string, args: string[] = []) {
  if (!chromiumPath) console.log(`Skipped: ${what}, because no Chromium was found.`)
  let house: House | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    if (!chromiumPath) return
    await bundleAll()
    ;[house, browser] = await Promise.all([openHouse(), launchChromium({ args })])
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })
  const there = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('not before the first journey')
    return one
  }
  return {
    journey: test.skipIf(!chromiumPath),
    get house() {
      return there(house)
    },
    get browser() {
      return there(browser)
    },
  }
}
