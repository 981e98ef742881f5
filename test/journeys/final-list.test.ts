/** Luzhou: after scoring and the re-check on site the desk settles the final list, one departure with its reason. */
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHost } from '#host/host.ts'
import { playRound } from '#host/sample/play.ts'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { scratchFolder } from '#test/room.ts'
import { barriersOn, bundleAll, type House, openHouse, openRoom } from './house.ts'

const failures = path.resolve(import.meta.dirname, '../../out/test')
if (!chromiumPath) console.log('Skipped: the journey to the final list, because no Chromium was found.')

let house: House
let browser: Browser
let round = ''

beforeAll(async () => {
  if (!chromiumPath) return
  await bundleAll()
  const store = scratchFolder()
  const host = openHost(store)
  const caller = { role: 'secretariat', name: '秘书处', door: 'desk', lang: 'zh-CN', seat: null } as const
  const request = { scheme: 'luzhou-2025', activity: 'selection', experts: 5, packets: 4 }
  round = await playRound({ host, caller }, { ...request, upTo: 'deliberation' })
  await host.close()
  house = await openHouse(store)
  browser = await launchChromium()
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

test.skipIf(!chromiumPath)(
  'the final list departs once from the score order, with its reason',
  async () => {
    const room = openRoom(browser)
    const { page } = await room.open('desk', { viewport: { width: 1366, height: 768 } })
    try {
      await page.goto(house.url)
      await page.goto(new URL(`#/round/${round}/deliberation`, page.url()).href)
      const card = page.getByRole('region', { name: '最终建议名单' })
      await card.getByText('列入 4 项，与评分顺序不一致 0 项').waitFor()
      const before = await house.desk.lists.show({ round })
      const [first, second, third, fourth] = before.rows
      if (!first || !second || !third || !fourth) throw new Error('four applications were played')

      // The second is left out, so the third and fourth move up; only the second departs.
      await card.getByLabel(`${second.workshop} 的位次`).fill('')
      await card.getByLabel(`${third.workshop} 的位次`).fill('2')
      await card.getByLabel(`${fourth.workshop} 的位次`).fill('3')
      await card.getByText('还有 1 项没有写理由').waitFor()
      const settle = card.getByRole('button', { name: '提出最终建议名单' })
      expect(await settle.isDisabled()).toBe(true)
      await card.getByLabel(`${second.workshop} 的理由`).fill('现场复核发现主要设备未到位')
      expect(await barriersOn(page)).toEqual([])
      await settle.click()
      await card.getByText('已提出').waitFor()

      const after = await house.desk.lists.show({ round })
      expect(after.rows.map(({ place, reason }) => [place, reason])).toEqual([
        [1, ''],
        [null, '现场复核发现主要设备未到位'],
        [2, ''],
        [3, ''],
      ])
      expect(room.complaints).toEqual([])
    } catch (error) {
      await room.shoot(failures)
      throw error
    }
  },
  120_000,
)
