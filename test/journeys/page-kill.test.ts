// The page dies in the middle of typing: at most the stroke in flight is lost. The long form: npm run soak -- page
import { expect, test } from 'vitest'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { tryKillingPages } from '#test/helpers/page-killing.ts'
import { bundleAll, openHouse } from './house.ts'

if (!chromiumPath) console.log('Skipped: killing the page of a seat, because no Chromium was found.')

test.skipIf(!chromiumPath)('five times the page is killed in the middle of typing', { timeout: 240_000 }, async () => {
  await bundleAll()
  const [house, browser] = await Promise.all([openHouse(), launchChromium()])
  try {
    const trial = await tryKillingPages(house, browser, { kills: 5, seed: 20_261_125 })
    expect(trial.problems).toEqual([])
    expect([trial.kills, trial.whole + trial.lastStrokeLost]).toEqual([5, 5])
    expect(trial.offline).toBeGreaterThan(0)
    expect(trial.strokes).toBeGreaterThanOrEqual(5)
  } finally {
    await browser.close()
    await house.close()
  }
})
