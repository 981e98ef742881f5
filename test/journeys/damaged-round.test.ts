/** A round whose file is noise stands in the list with its sentence, and one button brings it back. */
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { openTestHost, smallRound } from '#test/room.ts'
import { barriersOn, bundleAll, type House, openHouse, openRoom } from './house.ts'

if (!chromiumPath) console.log('Skipped: a damaged round in the list, because no Chromium was found.')

let house: House
let browser: Browser
beforeAll(async () => {
  if (!chromiumPath) return
  await bundleAll()
  const room = openTestHost()
  const { round } = await smallRound(room, { activity: 'selection', upTo: 'reading', packets: 1 })
  await smallRound(room, { activity: 'selection', upTo: 'panel', packets: 1 })
  await room.host.close()
  const file = path.join(room.folder, 'rounds', round, 'round.sqlite')
  writeFileSync(file, 'noise'.repeat(5_000))
  rmSync(`${file}-wal`, { force: true })
  ;[house, browser] = await Promise.all([openHouse(room.folder), launchChromium()])
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

test.skipIf(!chromiumPath)('salvaged from the list of rounds', { timeout: 120_000 }, async () => {
  const room = openRoom(browser)
  const { page, context } = await room.open('desk', { viewport: { width: 1366, height: 768 } })
  await page.goto(house.url)
  await page.getByText(/打不开的评审/).waitFor()
  await page.getByText(/已损坏：.*请从备份恢复/).waitFor()
  expect(await page.getByRole('button', { name: /^打开 / }).count()).toBe(1)
  await page.getByRole('button', { name: '修复…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('阶段结束').first().waitFor()
  expect(await barriersOn(page)).toEqual([])
  await dialog.getByRole('button', { name: '开始抢救' }).click()
  await dialog.getByText(/已修复：取回 \d+ 条记录/).waitFor()
  await dialog.getByText('没有丢失。').waitFor()
  await dialog.getByRole('button', { name: /打\s*开/ }).click()
  await page.getByText('还差什么').waitFor()
  expect(room.complaints).toEqual([])
  await context.close()
})
