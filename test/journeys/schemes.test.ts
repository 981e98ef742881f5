/**
 * A clerk reads what each scheme says, tries its rubric, changes an adopted value with a reason, copies a scheme for
 * another year, and takes in one from a file: all on the desk's own screens.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { scratchFolder } from '#test/room.ts'
import { barriersOn, bundleAll, type House, openHouse, openRoom, type Room } from './house.ts'

const failures = path.resolve(import.meta.dirname, '../../out/test')
const city = path.resolve(import.meta.dirname, '../fixtures/yangcheng-2030.json')

if (!chromiumPath) console.log('Skipped: the journey through the schemes, because no Chromium was found.')

let house: House
let browser: Browser
let room: Room
let page: Page

beforeAll(async () => {
  if (!chromiumPath) return
  await bundleAll()
  house = await openHouse()
  browser = await launchChromium()
  room = openRoom(browser)
  page = (await room.open('desk', { viewport: { width: 1366, height: 768 } })).page
  await page.goto(house.url)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const to = (fragment: string) => page.goto(new URL(fragment, page.url()).href)

test.skipIf(!chromiumPath)(
  'schemes are read, tried, changed, copied and taken in',
  async () => {
    try {
      await to('#/schemes')
      await page
        .getByRole('row', { name: /泸州 2025/ })
        .getByText('没有发现问题')
        .waitFor()
      expect(await page.getByRole('button', { name: /^查看/ }).count()).toBe(5)
      expect(await barriersOn(page)).toEqual([])

      await page.getByRole('button', { name: '查看 泸州 2025' }).click()
      await page.getByRole('heading', { name: '逐条对照' }).waitFor()
      const misprint = page.locator('.literal')
      await misprint.getByText('均来自项目申报单位').first().waitFor()
      await misprint.getByText('不得来自本次申报单位', { exact: true }).waitFor()
      const first = page.getByRole('row', { name: /^第一条/ })
      expect(await first.innerText()).toContain('未编入：')
      expect(await barriersOn(page)).toEqual([])

      await to('#/scheme/yunyang-2022')
      await page.getByRole('button', { name: '修改选定值' }).click()
      const save = page.getByRole('button', { name: '保存为第 2 版' })
      const smallest = page.getByLabel('专家组最少人数').first()
      await smallest.fill('7')
      // A1 of the suggested rubric: 10 points made 40 breaks the sum of 100, and the page says so at once.
      const points = page.getByLabel('A1 分值').first()
      await points.fill('40')
      await page.getByText('基础分合计 130，不是 100').waitFor()
      await points.fill('没有')
      await page.getByText('还有错误，改好才能保存。').waitFor()
      expect(await save.isDisabled()).toBe(true)
      await points.fill('10')
      await page.getByLabel('修改理由').fill('局党组会议确定为七人')
      expect(await barriersOn(page)).toEqual([])
      await save.click()
      await page.getByText('至少 7 人，单数').first().waitFor()
      await page.getByText(/局党组会议确定为七人/).waitFor()

      await page.getByRole('button', { name: '复制为新方案' }).click()
      await page.getByLabel(/^方案编号/).fill('yunyang-2027')
      await page.getByLabel('简称', { exact: true }).fill('云阳 2027')
      await page.getByLabel('修改理由').fill('2027 年度')
      await page.getByRole('button', { name: '保存为第 1 版' }).click()
      await page.locator('.desk-title', { hasText: '云阳 2027' }).waitFor()

      await to('#/schemes')
      await page.locator('input[type=file]').setInputFiles(city)
      await page.locator('.desk-title', { hasText: '样城 2030' }).waitFor()
      const trial = page.locator('.try')
      await trial.getByLabel('传世作品').fill('4')
      await trial.getByLabel('年开炉时数').fill('6')
      await trial.getByText('有', { exact: true }).click()
      await trial.getByLabel('每年赴会').fill('2,1')
      await trial.getByLabel(/^A3/).fill('5')
      // 24 + (20 − 2.5 × 2) + 15 + 10 + 20
      await trial.getByText('总分 84 中等').waitFor()

      const broken = path.join(scratchFolder(), 'broken.json')
      writeFileSync(broken, JSON.stringify({ ...JSON.parse(readFileSync(city, 'utf8')), levels: [] }))
      await to('#/schemes')
      await page.locator('input[type=file]').setInputFiles(broken)
      await page.getByRole('dialog', { name: '这个文件还不能用' }).getByText('levels').waitFor()

      const schemes = await house.desk.schemes.list({})
      expect(schemes.map(({ id, version }) => `${id} ${version}`)).toEqual(
        expect.arrayContaining(['yunyang-2022 2', 'yunyang-2027 1', 'yangcheng-2030 1']),
      )
      expect(room.complaints).toEqual([])
    } catch (error) {
      await room.shoot(failures)
      throw error
    }
  },
  180_000,
)
