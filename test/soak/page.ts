/** `npm run soak -- page [KILLS] [SEED]`: the page of a seat is killed two hundred times in the middle of typing. */
import { launchChromium } from '../helpers/chromium.ts'
import { tryKillingPages } from '../helpers/page-killing.ts'
import { openHouse } from '../journeys/house.ts'

const [kills = process.env.JP_SOAK === 'full' ? '200' : '5', seed = String(Date.now() % 1_000_000)] =
  process.argv.slice(2)
const begun = performance.now()
const say = (line: string) => process.stdout.write(`${line}\n`)
const house = await openHouse()
const browser = await launchChromium()
try {
  say(`seed ${seed}, ${kills} kills`)
  const { problems, ...counts } = await tryKillingPages(house, browser, {
    kills: Number(kills),
    seed: Number(seed),
    say,
  })
  say(JSON.stringify({ ...counts, problems: problems.length, seconds: Math.round((performance.now() - begun) / 1000) }))
  for (const problem of problems) say(problem)
  if (problems.length > 0) process.exitCode = 1
} finally {
  await browser.close()
  await house.close()
}
