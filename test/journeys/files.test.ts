// Files that come to the desk in a browser: a folder dropped on it, and a package and an archive from a stick.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { root } from '#test/helpers/built-host.ts'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { barriersOn, bundleAll, openHouse, openRoom } from './house.ts'

const packets = path.join(root, 'out/samples/packets')

/** Drops files and folders of this computer on the middle of the page's drop area, as a hand would. */
async function drop(page: Page, files: string[]): Promise<void> {
  const box = await page.locator('.ant-upload-drag').boundingBox()
  if (!box) throw new Error('nothing to drop on')
  const cdp = await page.context().newCDPSession(page)
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data })
  }
}

test.skipIf(!chromiumPath)(
  'a folder is dropped on the window, another is chosen: each comes in as one application',
  async () => {
    await bundleAll()
    const house = await openHouse()
    const browser = await launchChromium()
    try {
      const { round } = await house.desk.rounds.create({
        title: '拖放文件夹测试',
        organiser: '测试市人力资源和社会保障局',
        scheme: 'urumqi-2023',
        activity: 'selection',
      })
      const room = openRoom(browser)
      const { page } = await room.open('desk')
      await page.goto(house.url)
      await page.getByRole('button', { name: '打开 拖放文件夹测试' }).click()
      await page.getByText('把压缩包或文件夹拖到这里').waitFor()
      await drop(page, [path.join(packets, '04-样例公共交通集团修理厂'), path.join(packets, '01-测试重型机床厂.zip')])
      await expect.poll(async () => (await house.desk.packets.list({ round })).length, { timeout: 30_000 }).toBe(2)
      await page.getByText('把压缩包或文件夹拖到这里').waitFor()
      await page.locator('input[webkitdirectory]').setInputFiles(path.join(packets, '04-样例公共交通集团修理厂'))
      // The same folder again changes nothing.
      await page.getByText('把压缩包或文件夹拖到这里').waitFor()
      await expect.poll(async () => (await house.desk.packets.imports({ round })).length, { timeout: 30_000 }).toBe(3)
      expect((await house.desk.packets.list({ round })).length).toBe(2)
      expect(room.complaints).toEqual([])
    } finally {
      await browser.close()
      await house.close()
    }
  },
  120_000,
)

test.skipIf(!chromiumPath)(
  'a package and an archive say what they are before anything is done with them',
  async () => {
    await bundleAll()
    const stick = mkdtempSync(path.join(tmpdir(), 'jp-stick-'))
    const office = await openHouse()
    const laptop = await openHouse()
    const browser = await launchChromium()
    try {
      const { round } = await office.desk.rounds.sample({ activity: 'selection', experts: 5, packets: 2 })
      const packed = await office.desk.bundles.pack({ round, to: stick })
      const archive = path.join(stick, '归档.jpa')
      const other = await office.desk.rounds.sample({ upTo: 'deliberation', experts: 5, packets: 1 })
      await office.desk.archive.export({ round: other.round, to: archive })
      const room = openRoom(browser)
      const { page } = await room.open('laptop')
      await page.goto(laptop.url)
      await page.getByRole('button', { name: '打开文件' }).click()
      await page.locator('input[type=file]').setInputFiles(packed.path)
      await page.getByText('评审包（发给专家电脑的材料）').waitFor()
      await page.getByText('本机还没有这次评审').waitFor()
      expect(await laptop.desk.rounds.list({})).toEqual([])
      const open = page.getByRole('button', { name: '打开评审包，在本机评审' })
      expect(await open.isDisabled()).toBe(true)
      expect(await barriersOn(page)).toEqual([])
      if (process.env.JP_SHOTS) await page.screenshot({ path: path.join(process.env.JP_SHOTS, 'open-package.png') })
      await page.getByRole('textbox', { name: '口令' }).fill(packed.passphrase)
      await open.click()
      await page.getByRole('button', { name: '进入这次评审' }).click()
      await page.getByRole('navigation', { name: '评审阶段' }).waitFor()
      expect((await laptop.desk.rounds.list({})).map((one) => one.round)).toEqual([round])

      // As a double click on the archive does it.
      await page.goto(`${new URL(laptop.url).origin}/#${new URLSearchParams({ open: archive })}`)
      await page.getByText('归档文件（一次评审的全部内容）').waitFor()
      await page.getByRole('button', { name: '只核对，不放进本机' }).click()
      await page.getByText(/核对无误：\d+ 条记录/).waitFor()
      if (process.env.JP_SHOTS) await page.screenshot({ path: path.join(process.env.JP_SHOTS, 'open-archive.png') })
      expect(room.complaints).toEqual([])
    } finally {
      await browser.close()
      await laptop.close()
      await office.close()
      rmSync(stick, { recursive: true, force: true })
    }
  },
  180_000,
)
